import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureSystemProgram } from './system-program.mjs';

/** First the one without a window: it does the same pages with a fifth less work. */
const PROGRAMS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const USUAL_PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
];
const MAC_PROGRAMS = ['Google Chrome', 'Chromium'];

/** Not every system with apt has it without a window. */
const APT = `
export DEBIAN_FRONTEND=noninteractive
install() { apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "$1"; }
apt-get -q -o DPkg::Lock::Timeout=300 update || echo "apt-get update failed; going on with the lists that are here"
install chromium-headless-shell || install chromium
`;

const MANAGERS = [
  { program: 'apt-get', script: APT, advice: 'apt-get update && apt-get install -y chromium' },
  { program: 'dnf', script: 'dnf -y install chromium', advice: 'dnf install -y chromium' },
  { program: 'apk', script: 'apk add --no-cache chromium', advice: 'apk add chromium' },
];
const ADVICE_ONLY = [
  { program: 'brew', advice: 'brew install --cask google-chrome' },
  { program: 'zypper', advice: 'zypper install chromium' },
  { program: 'pacman', advice: 'pacman -S chromium' },
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of the machine's Chromium or Chrome: CHROMIUM_PATH, on PATH, or where systems usually put it. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const places = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...USUAL_PLACES];
  return [...PROGRAMS, ...MAC_PROGRAMS]
    .flatMap((program) => places.map((place) => join(place, program)))
    .find(isProgram);
}

/** Makes sure that a Chromium for the browser tests is on this machine. */
export async function ensureChromium(log) {
  const wanted = {
    name: 'chromium',
    find: findChromium,
    managers: MANAGERS,
    adviceOnly: ADVICE_ONLY,
    otherwise: 'install Chromium or Chrome, or set CHROMIUM_PATH to one of yours.',
  };
  await ensureSystemProgram(wanted, log);
}

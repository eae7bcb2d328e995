import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { findRedisServer } from '../services/redis.mjs';
import { isRoot } from '../services/unprivileged.mjs';
import { runQuietly } from './commands.mjs';

// Debian starts a service as it installs it, on the usual port. We run our own, so its start is forbidden for this moment.
const APT = `
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > "$policy" && chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -q -o DPkg::Lock::Timeout=300 update || echo "apt-get update failed; going on with the lists that are here"
apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install redis-server
`;

const MANAGERS = [
  { program: 'apt-get', script: APT, advice: 'apt-get update && apt-get install -y redis-server' },
  { program: 'dnf', script: 'dnf -y install redis || dnf -y install valkey', advice: 'dnf install -y redis' },
  { program: 'apk', script: 'apk add --no-cache redis', advice: 'apk add redis' },
];
// Only named to the person: these want no root, or answer to a person's own choices.
const ADVICE_ONLY = [
  { program: 'brew', advice: 'brew install redis' },
  { program: 'zypper', advice: 'zypper install redis' },
  { program: 'pacman', advice: 'pacman -S redis' },
];
const INSTALL_LIMIT_MS = 10 * 60 * 1000;

const onPath = ({ program }) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/sbin'].some((place) => existsSync(join(place, program)));

const maySudo = () => spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;

function refusal() {
  const known = [...MANAGERS, ...ADVICE_ONLY].find(onPath);
  if (!known) return 'Belfry needs redis-server: install Redis 6 or newer, or set REDIS_URL to one of yours.';
  const sudo = isRoot() || known.program === 'brew' ? '' : 'sudo ';
  const command = known.advice.split(' && ').map((part) => `${sudo}${part}`);
  return `Belfry needs redis-server, and this user may not install it: run \`${command.join(' && ')}\` and start again.`;
}

/** Makes sure that a redis-server is on this machine. */
export async function ensureRedisServer(log) {
  if (findRedisServer()) return;
  const manager = MANAGERS.find(onPath);
  const prefix = isRoot() ? [] : ['sudo', '-n'];
  if (!manager || (!isRoot() && !maySudo())) throw new PlainError(refusal());

  log(`Installing redis-server with ${manager.program}`);
  const [command, ...args] = [...prefix, 'sh', '-c', manager.script];
  await runQuietly(command, args, {
    cwd: '/',
    failure: 'redis-server could not be installed',
    limitMs: INSTALL_LIMIT_MS,
  });
  if (!findRedisServer()) throw new PlainError(refusal());
}

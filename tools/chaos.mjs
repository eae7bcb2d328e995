// `npm run chaos`: breaks what can break while messages are sent, and prints one JSON object; what it does goes to stderr.
// `--report` writes docs/trust-report.md of it too.
import './node-version.mjs';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';

const USAGE =
  'Usage: npm run chaos -- [--messages N] [--seed S] [--kills K] [--callbacks N] [--callback-kills K] [--report]';
const REPORT = 'docs/trust-report.md';
const SETTINGS = {
  '--messages': 'CHAOS_MESSAGES',
  '--seed': 'CHAOS_SEED',
  '--kills': 'CHAOS_KILLS',
  '--callbacks': 'CHAOS_CALLBACKS',
  '--callback-kills': 'CHAOS_CALLBACK_KILLS',
};
const DEFAULT_MESSAGES = 2_000;
const MOST_KILLS = 10;
/** Between two strokes a worker sends some, and dozens more are under way: with fewer, none would be left for the last stroke. */
const MESSAGES_PER_KILL = 150;
const LARGEST_SEED = 2 ** 31;

function settingsFrom(args) {
  const settings = {
    CHAOS_MESSAGES: String(DEFAULT_MESSAGES),
    CHAOS_SEED: String(1 + Math.floor(Math.random() * (LARGEST_SEED - 1))),
  };
  for (let i = 0; i < args.length; i += 2) {
    const name = SETTINGS[args[i]];
    const value = Number(args[i + 1]);
    if (!name || !Number.isSafeInteger(value) || value < 1) return null;
    settings[name] = String(value);
  }
  const mostKills = Math.floor(Number(settings.CHAOS_MESSAGES) / MESSAGES_PER_KILL);
  settings.CHAOS_KILLS ??= String(Math.max(1, Math.min(MOST_KILLS, mostKills)));
  return Number(settings.CHAOS_KILLS) > Math.max(1, mostKills) ? null : settings;
}

/** The arguments with which the same run is had again. */
function argumentsOf(settings) {
  return Object.entries(SETTINGS)
    .flatMap(([flag, name]) => (settings[name] === undefined ? [] : [`${flag} ${settings[name]}`]))
    .join(' ');
}

function commitOf(root) {
  try {
    const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
    return (
      git('rev-parse', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' and changes that are not committed')
    );
  } catch {
    return 'unknown: this is no checkout of git';
  }
}

function originOf(root) {
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node.js ${process.version}`;
  return { commit: commitOf(root), date: new Date().toISOString().slice(0, 10), machine };
}

async function main() {
  const args = process.argv.slice(2);
  const settings = settingsFrom(args.filter((arg) => arg !== '--report'));
  if (settings === null) {
    console.error(`${USAGE} (whole numbers above 0; at least ${MESSAGES_PER_KILL} messages for each kill)`);
    process.exit(2);
  }
  const { ROOT, ensureSetUp } = await import('./setup.mjs');
  await ensureSetUp({ log: (line) => console.error(line) });
  const { chaos } = await import('../test/chaos/chaos.mjs');
  // Taken before the run, which takes long enough for somebody to commit meanwhile.
  const origin = originOf(ROOT);
  const { result, isWhole } = await chaos(ROOT, settings);
  if (args.includes('--report')) {
    const { renderTrustReport } = await import('./chaos/trust-report.mjs');
    writeFileSync(join(ROOT, REPORT), renderTrustReport({ ...result, isWhole, again: argumentsOf(settings) }, origin));
    console.error(`${REPORT} written`);
  }
  console.log(JSON.stringify(result));
  process.exit(isWhole ? 0 : 1);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

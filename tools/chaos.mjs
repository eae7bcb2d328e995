// `npm run chaos`: breaks what can break while messages are sent, and prints one JSON object; what it does goes to stderr.
import './node-version.mjs';

const USAGE = 'Usage: npm run chaos -- [--messages N] [--seed S] [--kills K]';
const SETTINGS = { '--messages': 'CHAOS_MESSAGES', '--seed': 'CHAOS_SEED', '--kills': 'CHAOS_KILLS' };
const DEFAULT_MESSAGES = 2_000;
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
  return settings;
}

async function main() {
  const settings = settingsFrom(process.argv.slice(2));
  if (settings === null) {
    console.error(`${USAGE} (whole numbers above 0)`);
    process.exit(2);
  }
  const { ROOT, ensureSetUp } = await import('./setup.mjs');
  await ensureSetUp({ log: (line) => console.error(line) });
  const { chaos } = await import('../test/chaos/chaos.mjs');
  const { result, isWhole } = await chaos(ROOT, settings);
  console.log(JSON.stringify(result));
  process.exit(isWhole ? 0 : 1);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

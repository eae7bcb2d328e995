import { describeFailure } from '../plain-error.mjs';
import { interruptCommands } from '../setup/commands.mjs';
import { ensureSetUp } from '../setup.mjs';
import { endStages, runStage } from './run-stage.mjs';
import { needsBrowser, selectStages } from './stages.mjs';

const SLOWEST = 10;
const USAGE = 'Usage: node tools/test.mjs [--only <stage or vitest project>,…]';

function namesFrom(args) {
  if (args.length === 0) return undefined;
  const value = args[0] === '--only' ? args[1] : args[0].startsWith('--only=') ? args[0].slice('--only='.length) : '';
  const names = (value ?? '').split(',').filter(Boolean);
  return names.length > 0 ? names : null;
}

let isInterrupted = false;

function stopOnSignals() {
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(name, () => {
      isInterrupted = true;
      interruptCommands();
      endStages('SIGTERM');
      setTimeout(() => {
        endStages('SIGKILL');
        process.exit(code);
      }, 3_000);
    });
  }
}

function printSlowest(results) {
  const files = results.flatMap((result) => result.files).sort((a, b) => b.ms - a.ms);
  if (files.length === 0) return;
  console.log(`\nThe slowest test files:`);
  for (const { path, project, ms } of files.slice(0, SLOWEST)) {
    console.log(`  ${(ms / 1000).toFixed(1).padStart(6)} s  ${path} (${project})`);
  }
}

function printTotals(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  printSlowest(results);
  const broken = results.filter((result) => result.failed > 0).map((result) => result.title);
  if (broken.length > 0) console.log(`\nFailed: ${broken.join('; ')}`);
  if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`);
  // Read by machines: always the last line, always this form.
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed');
}

async function runAll(names) {
  const results = [];
  try {
    await ensureSetUp({ log: console.log, needsChromium: needsBrowser(names) });
    for (const stage of selectStages(names)) {
      if (!isInterrupted) results.push(await runStage(stage));
    }
  } catch (error) {
    console.log(describeFailure(error));
    results.push({ title: 'Set-up', passed: 0, failed: 1, skipped: 0, files: [] });
  }
  return printTotals(results);
}

/** `npm test`. */
export async function main() {
  const names = namesFrom(process.argv.slice(2));
  if (names === null) {
    console.error(USAGE);
    process.exit(1);
  }
  stopOnSignals();
  process.exit((await runAll(names)) === 0 ? 0 : 1);
}

import { FAULTS, INVARIANTS } from './faults.mjs';

const WITHOUT_A_FAILURE = 3;

/** At 95 %, what happened in none of n cases happens in less than 3/n of all: https://doi.org/10.1001/jama.1983.03330370053031 */
function boundOf(n) {
  return n === 0 ? 'nothing' : `less than ${((WITHOUT_A_FAILURE / n) * 100).toPrecision(2)} %`;
}

function countRow(what, n, of) {
  return [what, `${n} of ${of}`, n === 0 ? boundOf(of) : '–'];
}

function table(heads, rows) {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at].length)));
  const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const milliseconds = (value) => (value === undefined ? 'not measured' : `${value} ms`);

function quickRows({ servers, callbacks }) {
  const { alerts, crashes, starved } = servers ?? {};
  const { alone, besideDead } = callbacks.receivers ?? {};
  return [
    [
      'An alert is with WhatsApp (99 %), while workers and the api are killed and Redis is emptied',
      milliseconds(alerts?.calm.p99Ms),
      milliseconds(alerts?.struck.p99Ms),
    ],
    [
      `Back at work after PostgreSQL crashed, the longest of ${crashes?.times ?? 0}`,
      '–',
      milliseconds(crashes?.longestMs),
    ],
    ['Back at work after no connection was left for 5 s', '–', milliseconds(starved?.full)],
    ['Back at work after PostgreSQL stood still for 2 s', '–', milliseconds(starved?.stalled)],
    [
      'A callback is with 20 healthy systems (95 %), beside one that never answers',
      milliseconds(alone?.p95Ms),
      milliseconds(besideDead?.p95Ms),
    ],
  ];
}

const heldWord = { true: 'held', false: '**broken**', undefined: 'not looked at' };

/**
 * The page about one run, in words. What was not done is said as well as what was.
 * @param {object} result what the run found
 * @param {{ commit: string, date: string, machine: string }} origin
 */
export function renderTrustReport(result, { commit, date, machine }) {
  const { accepted, lost, doubled, kills, seed, messages, callbacks } = result;
  const faults = FAULTS.map(({ id, what }) => [id, what, result.faultsNotRun.includes(id) ? 'not run' : 'run']);
  const invariants = INVARIANTS.map(({ id, what }) => [id, what, heldWord[result.invariants[id]]]);
  return `# Trust report

What one run of \`npm run chaos\` found. This page is written by that command and by nobody else.

${table(
  ['', ''],
  [
    ['Commit', commit],
    ['Date', date],
    ['Machine', machine],
    ['Seed', String(seed)],
    ['Again', `\`npm run chaos -- ${result.again}\``],
  ],
)}

## What was counted

${table(
  ['', 'found', 'so, of all, at 95 %'],
  [
    countRow('Messages lost', lost, accepted),
    countRow('Messages sent twice', doubled, accepted),
    countRow('Callbacks lost', callbacks.lost, callbacks.events),
    countRow('Callbacks told again after they were taken', callbacks.repeated, callbacks.events),
  ],
)}

${messages} messages under ${kills} kills of workers, and the messages of the other faults: ${accepted} accepted in all.
${callbacks.events} callbacks to systems that break now and then (${callbacks.systems}), under ${callbacks.kills} kills, in ${callbacks.calls} calls. A callback is
told again when a worker dies before it wrote the answer down; receivers know by its id that they have it.

## How quickly

${table(['', 'without faults', 'with them'], quickRows(result))}

## Faults

${table(['', 'fault', ''], faults)}

## What must hold

${table(['', 'invariant', ''], invariants)}

${result.isWhole ? 'Every assertion of the run held.' : '**An assertion of the run did not hold.** See its output.'}
`;
}

// `npm run bench`: prints one JSON object of figures; what it does goes to stderr.
import './node-version.mjs';

const USAGE = `Usage: npm run bench -- [--messages N] [--only name,name] [--full | --scale S]
  --messages  of the throughput (a multiple of 100, at least 2,000)
   --only      throughput, lanes, neighbours, limits, growth, churn, media, sign-in, webhooks; throughput when left out
  --full      all of them in their full sizes, up to 1,000,000 messages
  --scale     of these sizes, 0.1 when left out`;

function optionsFrom(args, names, parts) {
  const options = { messages: 20_000, only: ['throughput'], scale: 0.1 };
  for (let index = 0; index < args.length; index += 1) {
    const name = args[index];
    if (name === '--full') {
      Object.assign(options, { scale: 1, only: options.isNarrowed ? options.only : names });
      continue;
    }
    index += 1;
    if (!read(options, name, args[index] ?? '', [...names, ...parts])) return null;
  }
  return options;
}

/** @returns whether the option is known and its value usable */
function read(options, name, value, names) {
  const number = Number(value);
  if (name === '--messages' && Number.isInteger(number) && number >= 2000 && number % 100 === 0) {
    options.messages = number;
    return true;
  }
  if (name === '--scale' && number > 0 && number <= 1) {
    options.scale = number;
    return true;
  }
  const only = value.split(',');
  if (name !== '--only' || only.some((one) => !names.includes(one))) return false;
  Object.assign(options, { only, isNarrowed: true });
  return true;
}

async function main() {
  const say = (line) => console.error(line);
  const { ensureSetUp } = await import('./setup.mjs');
  await ensureSetUp({ log: say });
  const { bench, NAMES, PARTS } = await import('../test/bench/bench.mjs');
  const options = optionsFrom(process.argv.slice(2), NAMES, PARTS);
  if (options === null) {
    console.error(USAGE);
    process.exit(2);
  }
  console.log(JSON.stringify(await bench({ ...options, say })));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

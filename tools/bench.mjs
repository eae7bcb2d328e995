// `npm run bench`: prints one JSON object of figures; what it does goes to stderr.
import './node-version.mjs';

const USAGE = 'Usage: npm run bench -- [--messages N]';

function messagesFrom(args) {
  const [name, value] = args;
  if (name === undefined) return 20_000;
  const count = Number(value);
  const isUsable = name === '--messages' && Number.isInteger(count) && count >= 2000 && count % 100 === 0;
  return isUsable ? count : null;
}

async function main() {
  const messages = messagesFrom(process.argv.slice(2));
  if (messages === null) {
    console.error(`${USAGE} (a multiple of 100, at least 2,000)`);
    process.exit(2);
  }
  const say = (line) => console.error(line);
  const { ensureSetUp } = await import('./setup.mjs');
  await ensureSetUp({ log: say });
  const { bench } = await import('../test/bench/bench.mjs');
  console.log(JSON.stringify(await bench({ messages, say })));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

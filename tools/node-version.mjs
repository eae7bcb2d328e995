// The entry files import this first. It and they must parse on Node 12, so that an old Node reads a sentence, not a syntax error.
const WANTED = [20, 19];
const running = process.versions.node.split('.').map(Number);

if (running[0] < WANTED[0] || (running[0] === WANTED[0] && running[1] < WANTED[1])) {
  console.error(`Belfry needs Node.js ${WANTED.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

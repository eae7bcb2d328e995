import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';

const ROTATE_AT_BYTES = 10 * 1024 * 1024;

/** Opens a log for a child to append to; a file that has grown large is kept once as `.old`. */
export function openLog(path) {
  const size = existsSync(path) ? statSync(path).size : 0;
  const isLarge = size > ROTATE_AT_BYTES;
  if (isLarge) renameSync(path, `${path}.old`);
  const start = isLarge ? 0 : size;
  const fd = openSync(path, 'a', 0o600);
  return {
    fd,
    close: () => closeSync(fd),
    /** What was written since it was opened. */
    written: () => readFileSync(path).subarray(start).toString('utf8'),
  };
}

/** The last lines of a text, indented, for a person who asks what went wrong. */
export function lastLines(text, count = 8) {
  const lines = text.trimEnd().split('\n').slice(-count);
  return lines.map((line) => `    ${line.slice(0, 300)}`).join('\n');
}

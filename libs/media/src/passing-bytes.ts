import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So much may have passed before what it left behind is cleared away. */
const SWEPT_BYTES = 2 * 1024 * 1024;

type Collect = (options: { readonly type: 'minor' }) => void;
let collect: Collect | undefined;

/**
 * Bytes that pass through leave buffers behind that lie outside of V8's heap and hardly press on it: it lets 64 MB of them
 * gather before it looks. Clearing away what is young takes about a millisecond, and keeps a film from leaving its own size in
 * memory, several times over. https://v8.dev/blog/trash-talk
 */
export async function* swept(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let passed = 0;
  for await (const piece of bytes) {
    passed += piece.length;
    yield piece;
    if (passed < SWEPT_BYTES) continue;
    passed = 0;
    sweep();
  }
}

function sweep(): void {
  collect ??= exposed();
  collect({ type: 'minor' });
}

function exposed(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type ScanVerdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly name: string }
  /** It answered, and cannot look at this file. */
  | { readonly kind: 'unscannable'; readonly why: string };

/** The scanner is not there or broke off: nothing is known of the file. */
export class ScannerAway extends Error {}

const COMMAND = 'zINSTREAM\0';
const CONNECT_MS = 3_000;
/** clamd looks at a file when it has all of it; its own limit is two minutes. */
const SILENCE_MS = 130_000;
const LONGEST_ANSWER_BYTES = 4096;

/** Speaks `INSTREAM` with clamd: chunks of `length(4, big-endian) ‖ bytes`, ended by a length of 0. https://docs.clamav.net/manual/Usage/Scanning.html#clamd */
export class ClamdClient {
  private readonly host: string;
  private readonly port: number;

  constructor(address: string) {
    const { hostname, port } = new URL(address);
    this.host = hostname.replace(/^\[|\]$/g, '');
    this.port = Number(port);
  }

  async scan(bytes: AsyncIterable<Buffer>, silenceMs: number = SILENCE_MS): Promise<ScanVerdict> {
    const socket = connect({ host: this.host, port: this.port, timeout: CONNECT_MS });
    socket.on('timeout', () => socket.destroy(new Error('no answer in time')));
    const answer = readAnswer(socket);
    answer.catch(() => undefined); // told by the race below
    try {
      await Promise.race([once(socket, 'connect'), answer]);
      socket.setTimeout(silenceMs);
      await Promise.race([send(socket, bytes), answer]);
      return verdictOf(await answer);
    } catch (error) {
      throw error instanceof ReadFailed ? error.cause : new ScannerAway((error as Error).message);
    } finally {
      socket.destroy();
    }
  }
}

/** The file could not be read: not the scanner's fault, and not to be taken for it. */
class ReadFailed extends Error {}

async function send(socket: Socket, bytes: AsyncIterable<Buffer>): Promise<void> {
  socket.write(COMMAND);
  const pieces = bytes[Symbol.asyncIterator]();
  try {
    for (let piece = await next(pieces); !piece.done; piece = await next(pieces)) await write(socket, piece.value);
  } finally {
    await pieces.return?.();
  }
  socket.write(lengthOf(0));
}

async function next(pieces: AsyncIterator<Buffer>): Promise<IteratorResult<Buffer>> {
  try {
    return await pieces.next();
  } catch (cause) {
    throw new ReadFailed('the file cannot be read', { cause });
  }
}

async function write(socket: Socket, piece: Buffer): Promise<void> {
  if (piece.length === 0) return;
  socket.write(lengthOf(piece.length));
  if (!socket.write(piece)) await once(socket, 'drain');
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`, `INSTREAM size limit exceeded. ERROR`, each ended by a zero byte. */
async function readAnswer(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of socket as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (part.includes(0) || length > LONGEST_ANSWER_BYTES) break;
  }
  const text = Buffer.concat(parts).toString('utf8').replace(/\0.*$/s, '').trim();
  if (text === '') throw new Error('the connection ended without an answer');
  return text;
}

function verdictOf(answer: string): ScanVerdict {
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { kind: 'infected', name: found.slice(0, 200) };
  if (answer === 'stream: OK') return { kind: 'clean' };
  // Whatever else it says, the file was not found to be clean.
  if (/size limit/i.test(answer)) return { kind: 'unscannable', why: 'size-limit' };
  throw new Error(answer.slice(0, 200));
}

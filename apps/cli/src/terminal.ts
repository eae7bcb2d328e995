import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** Takes what readline would echo. */
const NOWHERE = new Writable({ write: (_chunk, _encoding, done) => done() });

/** Where commands print and read, so that a test can look at it. */
export class Terminal {
  print(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  complain(line: string): void {
    process.stderr.write(`${line}\n`);
  }

  /** A line for each, not shown while it is typed. Without a terminal they come from standard input; what is missing is empty. */
  async readSecrets(whats: readonly string[]): Promise<string[]> {
    const isTyped = process.stdin.isTTY === true;
    const reader = createInterface({ input: process.stdin, output: isTyped ? NOWHERE : undefined, terminal: isTyped });
    const lines = reader[Symbol.asyncIterator]();
    const secrets: string[] = [];
    for (const what of whats) {
      if (isTyped) this.complain(`Type the ${what}, then Enter:`);
      secrets.push((await lines.next()).value ?? '');
    }
    reader.close();
    return secrets;
  }

  /** All of standard input, without the line break that `echo` and editors add. */
  async readInput(what: string): Promise<string> {
    if (process.stdin.isTTY) this.complain(`Type the ${what}, then Enter and Ctrl-D:`);
    return (await text(process.stdin)).replace(/\r?\n$/, '');
  }
}

import { text } from 'node:stream/consumers';

/** Where commands print and read, so that a test can look at it. */
export class Terminal {
  print(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  complain(line: string): void {
    process.stderr.write(`${line}\n`);
  }

  /** All of standard input, without the line break that `echo` and editors add. */
  async readInput(what: string): Promise<string> {
    if (process.stdin.isTTY) this.complain(`Type the ${what}, then Enter and Ctrl-D:`);
    return (await text(process.stdin)).replace(/\r?\n$/, '');
  }
}

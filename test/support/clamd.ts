import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** The file that every scanner takes for a virus and that is none. https://www.eicar.org/download-anti-malware-testfile/ */
export const EICAR = ['X5O!P%@AP[4', 'PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('\\');

const COMMAND = 'zINSTREAM\0';

export type ClamdManner = 'scans' | 'hangs-up' | 'is-full';

/** Listens like clamd and speaks its INSTREAM: chunks with their length, an answer at the end. It knows one virus. */
export class Clamd {
  manner: ClamdManner = 'scans';
  scans = 0;
  bytes = 0;

  private constructor(private readonly server: Server) {}

  static async listen(): Promise<Clamd> {
    const server = createServer();
    const clamd = new Clamd(server);
    server.on('connection', (socket) => clamd.serve(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return clamd;
  }

  get url(): string {
    return `tcp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }

  private serve(socket: Socket): void {
    let held = Buffer.alloc(0);
    let content = Buffer.alloc(0);
    let hasCommand = false;
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      if (this.manner === 'hangs-up') return void socket.destroy();
      held = Buffer.concat([held, piece as Buffer]);
      if (!hasCommand && held.length >= COMMAND.length) {
        if (held.toString('latin1', 0, COMMAND.length) !== COMMAND) return void socket.end('UNKNOWN COMMAND\0');
        held = held.subarray(COMMAND.length);
        hasCommand = true;
      }
      if (!hasCommand) return;
      while (held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
        const length = held.readUInt32BE(0);
        if (length === 0) return void socket.end(this.answer(content));
        content = Buffer.concat([content, held.subarray(4, 4 + length)]);
        held = held.subarray(4 + length);
      }
    });
  }

  private answer(content: Buffer): string {
    this.scans++;
    this.bytes += content.length;
    if (this.manner === 'is-full') return 'INSTREAM size limit exceeded. ERROR\0';
    return content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
  }
}

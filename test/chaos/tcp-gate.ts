import { connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between a process and a server, so that the connection can be lost without hurting anybody else. */
export class TcpGate {
  private isOpen = true;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly host: string,
    private readonly port: number,
  ) {}

  /** @param url of the server behind; anything with a host and a port */
  static async before(url: string): Promise<{ gate: TcpGate; url: string }> {
    const { hostname, port } = new URL(url);
    const server = createServer();
    const gate = new TcpGate(server, hostname, Number(port));
    server.on('connection', (socket) => gate.join(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const through = new URL(url);
    through.hostname = '127.0.0.1';
    through.port = String(typeof address === 'object' ? address?.port : '');
    return { gate, url: through.href };
  }

  /** Breaks every connection and lets no new one through. */
  shut(): void {
    this.isOpen = false;
    for (const socket of this.sockets) socket.destroy();
  }

  open(): void {
    this.isOpen = true;
  }

  close(): void {
    this.shut();
    this.server.close();
  }

  private join(near: Socket): void {
    if (!this.isOpen) {
      near.destroy();
      return;
    }
    const far = connect(this.port, this.host);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    near.pipe(far);
    far.pipe(near);
  }
}

import { createPublicKey, verify } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly id: string;
  readonly at: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answer = number | 'hang' | 'reset';

/** What a receiver does with a call: a status, or silence, or a broken connection. */
export type Manner = (call: Heard) => Answer | Promise<Answer>;

/** The system of a department, on this machine. */
export class Receiver {
  readonly heard: Heard[] = [];
  private readonly server: Server;

  private constructor(public manner: Manner) {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const id = String(request.headers['webhook-id']);
        const body = Buffer.concat(chunks).toString('utf8');
        const call = { id, at: performance.now(), headers: request.headers, body };
        this.heard.push(call);
        void this.answer(call, request, response);
      });
    });
  }

  private async answer(call: Heard, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.manner(call);
    if (answer === 'reset') request.socket.destroy();
    else if (answer !== 'hang') response.writeHead(answer, { 'content-type': 'text/plain' }).end(`said ${answer}`);
  }

  static async listen(manner: Manner = () => 200): Promise<Receiver> {
    const receiver = new Receiver(manner);
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/belfry`;
  }

  /** Whoever waits for an answer learns that there will be none. */
  hangUp(): void {
    this.server.closeAllConnections();
  }

  types(): string[] {
    return this.heard.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** SubjectPublicKeyInfo of an Ed25519 key. https://www.rfc-editor.org/rfc/rfc8410#section-4 */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Verifies as a department would, with the public key alone. */
export function isSignedBy(publicKey: string, { headers, body }: Heard): boolean {
  const raw = Buffer.from(publicKey.replace('whpk_', ''), 'base64');
  const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' });
  const content = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
  return String(headers['webhook-signature'])
    .split(' ')
    .filter((signature) => signature.startsWith('v1a,'))
    .some((signature) => verify(null, content, key, Buffer.from(signature.slice(4), 'base64')));
}

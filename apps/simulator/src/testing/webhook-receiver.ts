import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InboundMessage, MessageStatus, MessagesValue, WebhookBody } from '#libs/whatsapp';

/** A receiver of webhooks for tests: it passes the handshake, checks each signature and keeps what came. */
export class WebhookReceiver {
  readonly posts: { readonly raw: string; readonly body: WebhookBody; readonly isSigned: boolean }[] = [];
  handshakes = 0;
  /** What it answers from now on. */
  status = 200;
  isReady = true;
  private readonly server: Server = createServer((request, response) => this.receive(request, response));

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get target() {
    const { port } = this.server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/webhooks/whatsapp`, appSecret: 'app-secret', verifyToken: 'verify-token' };
  }

  values(): MessagesValue[] {
    const entries = this.posts.flatMap(({ body }) => body.entry);
    return entries.flatMap(({ changes }) => changes.map(({ value }) => value as MessagesValue));
  }

  statuses(): MessageStatus[] {
    return this.values().flatMap((value) => value.statuses ?? []);
  }

  messages(): InboundMessage[] {
    return this.values().flatMap((value) => value.messages ?? []);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private receive(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'GET') this.answerHandshake(request, response);
      else this.keep(request, Buffer.concat(chunks), response);
    });
  }

  private answerHandshake(request: IncomingMessage, response: ServerResponse): void {
    this.handshakes += 1;
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    const isRight = query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === 'verify-token';
    if (this.isReady && isRight) response.end(query.get('hub.challenge'));
    else response.writeHead(503).end();
  }

  private keep(request: IncomingMessage, bytes: Buffer, response: ServerResponse): void {
    if (this.status === 200) {
      const signature = `sha256=${createHmac('sha256', 'app-secret').update(bytes).digest('hex')}`;
      const isSigned = request.headers['x-hub-signature-256'] === signature;
      this.posts.push({ raw: bytes.toString('utf8'), body: JSON.parse(bytes.toString('utf8')), isSigned });
    }
    response.writeHead(this.status).end();
  }
}

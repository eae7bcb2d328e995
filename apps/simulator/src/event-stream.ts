import type { ServerResponse } from 'node:http';

/** Proxies and browsers drop a stream that is silent for long. */
const HEARTBEAT_MS = 15_000;

/** What happens, told to every open page (server-sent events). */
export class EventStream {
  private readonly clients = new Set<ServerResponse>();
  private readonly heartbeat = setInterval(() => this.write(': still here\n\n'), HEARTBEAT_MS).unref();

  open(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 1000\n\n');
    this.clients.add(response);
    response.on('close', () => this.clients.delete(response));
  }

  emit(event: string, data: object): void {
    if (this.clients.size > 0) this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  close(): void {
    clearInterval(this.heartbeat);
    for (const client of this.clients) client.end();
  }

  private write(text: string): void {
    for (const client of this.clients) client.write(text);
  }
}

import type { ServerResponse } from 'node:http';
import { type AgencyContext, toWireId, type Uuid } from '#libs/kernel';
import type { ConsoleEvent, Horizon, Position } from './console-events.repository.js';
import { LIVE_TOPICS, type LiveTopic } from './live-topics.js';

/** A connection that looks idle is cut by proxies, often after 30 or 60 seconds. */
const HEARTBEAT_MS = 15_000;
/** A reader this far behind loses its connection and comes back for the rest. */
const MAX_UNREAD_BYTES = 256 * 1024;
/** After a broken connection, unless the client knows better. */
const RETRY_MS = 2_000;
/** Less than every id. */
const NIL: Uuid = '00000000-0000-0000-0000-000000000000';

export interface StreamRequest {
  readonly ctx: AgencyContext;
  readonly topics: readonly LiveTopic[];
  /** The access token with which it was opened. */
  readonly token: string;
}

/** One open stream: writes frames and knows how far it is. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export class LiveStream {
  private position: Position = { xid: '0', id: NIL };
  private logSize: string | undefined;
  private lastWrittenAt = performance.now();

  constructor(
    readonly request: StreamRequest,
    private readonly response: ServerResponse,
  ) {}

  get from(): Position {
    return this.position;
  }

  get isOpen(): boolean {
    return !this.response.destroyed && !this.response.writableEnded;
  }

  begin(): void {
    this.response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // nginx would otherwise keep frames until a buffer is full.
      'X-Accel-Buffering': 'no',
    });
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** Everything may look different: what happened before is not known, or too much to be told. */
  tellAll(horizon: Horizon): void {
    for (const topic of this.request.topics) if (topic !== 'audit') this.write(frame({ topic, ids: [] }));
    this.passTo(horizon);
  }

  /** The events between the last horizon and this one, oldest first. */
  tell(events: readonly ConsoleEvent[], horizon: Horizon): void {
    for (const event of events) {
      if (isAfter(event, this.position) && this.request.topics.includes(event.topic)) this.write(eventFrame(event));
    }
    this.passTo(horizon);
  }

  beat(): void {
    if (performance.now() - this.lastWrittenAt >= HEARTBEAT_MS) this.write(': still here\n\n');
  }

  end(): void {
    if (this.isOpen) this.response.end();
  }

  private passTo({ xid, logSize }: Horizon): void {
    this.position = { xid, id: NIL };
    if (logSize === this.logSize || !this.request.topics.includes('audit')) return;
    this.logSize = logSize;
    this.write(frame({ topic: 'audit', ids: [logSize] }));
  }

  private write(text: string): void {
    if (!this.isOpen) return;
    this.response.write(text);
    this.lastWrittenAt = performance.now();
    if (this.response.writableLength > MAX_UNREAD_BYTES) this.response.destroy();
  }
}

export function isAfter(one: Position, other: Position): boolean {
  const [left, right] = [BigInt(one.xid), BigInt(other.xid)];
  return left === right ? one.id > other.id : left > right;
}

function eventFrame({ id, topic, ids }: ConsoleEvent): string {
  const kind = LIVE_TOPICS[topic].idKind;
  return `id: ${toWireId('event', id)}\n${frame({ topic, ids: ids.map((one) => toWireId(kind, one)) })}`;
}

function frame(data: { readonly topic: LiveTopic; readonly ids: readonly string[] }): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

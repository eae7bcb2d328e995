import { get, type IncomingMessage } from 'node:http';

export interface StreamEvent {
  readonly id: string | undefined;
  readonly topic: string;
  readonly ids: readonly string[];
}

/** Reads server-sent events as the console does, and keeps them. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  readonly comments: string[] = [];
  lastEventId: string | undefined;
  isEnded = false;

  private constructor(private readonly answer: IncomingMessage) {}

  get status(): number {
    return this.answer.statusCode ?? 0;
  }

  /** A refusal has a status and no events. Not with `fetch`, which opens a new connection when one is cut. */
  static async open(
    url: string,
    headers: Readonly<Record<string, string>>,
    lastEventId?: string,
  ): Promise<EventStream> {
    const sent = { ...headers, ...(lastEventId && { 'last-event-id': lastEventId }) };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { headers: sent, agent: false }, resolve).on('error', reject);
    });
    const stream = new EventStream(answer);
    stream.lastEventId = lastEventId;
    void stream.read();
    return stream;
  }

  close(): void {
    this.answer.destroy();
  }

  named(topic: string): string[] {
    return this.events.filter((event) => event.topic === topic).flatMap(({ ids }) => ids);
  }

  private async read(): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.answer) {
        const frames = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n\n');
        rest = frames.pop() ?? '';
        this.takeAll(frames);
      }
    } catch {
      // Closed by us, or the process went away: either way there is no more.
    }
    this.isEnded = true;
  }

  private takeAll(frames: readonly string[]): void {
    if (this.status !== 200) return;
    for (const frame of frames) this.take(frame);
  }

  private take(frame: string): void {
    const lines = frame.split('\n');
    const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const data = of('data');
    if (data === undefined) this.comments.push(frame);
    else this.events.push({ id: of('id'), ...(JSON.parse(data) as { topic: string; ids: string[] }) });
    this.lastEventId = of('id') ?? this.lastEventId;
  }
}

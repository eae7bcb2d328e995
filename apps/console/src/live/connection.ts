import { currentSession } from '../api/access-token.js';
import { ApiError } from '../api/problem.js';
import { backoff } from './backoff.js';
import { apply, doubtRights } from './changes.js';
import { readStream } from './stream.js';
import { type Change, changeOf, type Topic } from './topics.js';

/** `polling` is the way without a stream: everything is read again every 15 seconds, and the page says so. */
export type LiveStatus = { kind: 'connecting' } | { kind: 'live' } | { kind: 'polling'; since: string };

/** What tabs tell each other. */
type Told = { kind: 'changes'; changes: Change[] } | { kind: 'status'; isPolling: boolean } | { kind: 'ask' | 'retry' };

const FAILURES_BEFORE_POLLING = 3;
const POLL_MS = 15_000;
/** Where one may not hear anything: the right has ended, or the agency is not open to the person any more. */
const REFUSALS: ReadonlySet<number> = new Set([403, 404]);

let status: LiveStatus = { kind: 'connecting' };
let lastUpdate = new Date().toISOString();
const watchers = new Set<() => void>();

export const liveStatus = (): LiveStatus => status;

export function onLiveStatus(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function setStatus(next: LiveStatus): void {
  if (next.kind === status.kind && next.kind !== 'polling') return;
  status = next;
  for (const watcher of watchers) watcher();
}

const updated = (): void => {
  lastUpdate = new Date().toISOString();
};

/**
 * What changes in one agency, as this tab hears it. One tab of the browser holds a lock and the stream, and tells the
 * others: browsers allow few connections to a host, and six tabs with a stream each would leave none for requests.
 */
export class Connection {
  private readonly end = new AbortController();
  private readonly channel: BroadcastChannel;
  private poll: ReturnType<typeof setInterval> | undefined;
  private wake: (() => void) | undefined;
  private isOwner = false;
  private lastEventId: string | undefined;

  constructor(
    private readonly agencyId: string,
    private readonly topics: readonly Topic[],
  ) {
    const name = `belfry.live.${agencyId}`;
    this.channel = new BroadcastChannel(name);
    this.channel.addEventListener('message', ({ data }: MessageEvent<Told>) => this.hear(data));
    setStatus({ kind: 'connecting' });
    this.tell({ kind: 'ask' });
    window.addEventListener('online', this.retry, { signal: this.end.signal });
    const { signal } = this.end;
    const own =
      'locks' in navigator ? navigator.locks.request(name, { signal }, () => this.keepStream()) : this.keepStream();
    // The wait for the lock ends with the page.
    own.catch(() => undefined);
  }

  close(): void {
    this.end.abort();
    this.wake?.();
    clearInterval(this.poll);
    this.channel.close();
  }

  /** Does not wait any longer before the next attempt. */
  readonly retry = (): void => {
    if (this.isOwner) this.wake?.();
    else this.tell({ kind: 'retry' });
  };

  private tell(told: Told): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel speaks to its own origin only
    if (!this.end.signal.aborted) this.channel.postMessage(told);
  }

  private hear(told: Told): void {
    if (told.kind === 'changes') this.use(told.changes);
    if (told.kind === 'status') this.setPolling(told.isPolling);
    if (!this.isOwner) return;
    if (told.kind === 'ask' && status.kind !== 'connecting') {
      this.tell({ kind: 'status', isPolling: status.kind === 'polling' });
    }
    if (told.kind === 'retry') this.wake?.();
  }

  private use(changes: readonly Change[]): void {
    updated();
    apply(changes);
  }

  private setPolling(isPolling: boolean): void {
    clearInterval(this.poll);
    if (!isPolling) {
      updated();
      setStatus({ kind: 'live' });
      return;
    }
    setStatus({ kind: 'polling', since: lastUpdate });
    this.poll = setInterval(() => {
      if (!navigator.onLine) return;
      this.use(this.topics.map((topic) => ({ topic, ids: [] })));
      setStatus({ kind: 'polling', since: lastUpdate });
    }, POLL_MS);
  }

  private async keepStream(): Promise<void> {
    this.isOwner = true;
    let failures = 0;
    while (!this.end.signal.aborted && currentSession()) {
      try {
        await this.readOnce(() => {
          failures = 0;
        });
        // The server ends a stream with its access token: that is no failure.
        await this.pause(backoff(0));
      } catch (error) {
        failures += 1;
        if (error instanceof ApiError && REFUSALS.has(error.status)) doubtRights();
        if (failures === FAILURES_BEFORE_POLLING) this.share(true);
        const wait = error instanceof ApiError ? (error.retryAfter ?? 0) * 1_000 : 0;
        await this.pause(Math.max(wait, backoff(failures)));
      }
    }
  }

  private readOnce(onOpen: () => void): Promise<void> {
    const { agencyId, topics, lastEventId } = this;
    return readStream({
      agencyId,
      topics,
      lastEventId,
      signal: this.end.signal,
      onOpen: () => {
        onOpen();
        this.share(false);
      },
      onEvent: ({ id, data }) => {
        this.lastEventId = id ?? this.lastEventId;
        const change = changeOf(data);
        if (!change) return;
        this.use([change]);
        this.tell({ kind: 'changes', changes: [change] });
      },
    });
  }

  private share(isPolling: boolean): void {
    if (this.end.signal.aborted) return;
    this.setPolling(isPolling);
    this.tell({ kind: 'status', isPolling });
  }

  private pause(ms: number): Promise<void> {
    if (this.end.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

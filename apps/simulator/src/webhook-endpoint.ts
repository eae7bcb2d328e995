import { createHmac } from 'node:crypto';
import { Pool } from 'undici';
import { toAsciiJson } from './json.js';
import type { Profile } from './profile.js';
import type { Scheduler } from './scheduler.js';
import type { SimulatorClock } from './simulator-clock.js';
import { handshakeProblem } from './webhook-handshake.js';
import { toWebhookBody, type WebhookUpdate } from './webhook-payload.js';
import type { WebhookTarget } from './world.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview */
const UPDATES_PER_POST = 1_000;
const MAX_POST_AGE_MS = 7 * 24 * 3_600_000;

/** An inbound message may be 25 times as long as a status; counting it so keeps a POST below Meta's 3 MB. */
const WEIGHT_OF_MESSAGE = 25;

const POSTS_AT_ONCE = 8;
const ANSWER_TIMEOUT_MS = 20_000;
const RETRY_PAUSES_SECONDS = [1, 2, 5, 15, 60, 300, 900, 3_600];
const HANDSHAKE_PAUSE_MS = 500;

interface Post {
  readonly bytes: Buffer;
  readonly signature: string;
  readonly updates: readonly WebhookUpdate[];
  readonly createdAt: number;
  failures: number;
}

/** One receiver of webhooks: the handshake first, then signed POSTs, each tried until it is answered with 200. */
export class WebhookEndpoint {
  isVerified = false;
  lastProblem: string | null = null;
  private readonly pool: Pool;
  private readonly path: string;
  private pending: WebhookUpdate[] = [];
  private readonly ready: Post[] = [];
  private inFlight = 0;
  private isFlushPlanned = false;
  private isClosed = false;

  constructor(
    readonly target: WebhookTarget,
    private readonly clock: SimulatorClock,
    private readonly scheduler: Scheduler,
    private readonly profile: Profile,
  ) {
    const url = new URL(target.url);
    this.path = url.pathname + url.search;
    this.pool = new Pool(url.origin, {
      connections: POSTS_AT_ONCE,
      headersTimeout: ANSWER_TIMEOUT_MS,
      bodyTimeout: ANSWER_TIMEOUT_MS,
    });
    void this.shakeHands();
  }

  /** Waits for what else comes in this moment, so that it goes out in one POST. */
  push(update: WebhookUpdate): void {
    this.pending.push(update);
    if (this.isFlushPlanned) return;
    this.isFlushPlanned = true;
    setImmediate(() => this.flush());
  }

  waiting(): number {
    return this.pending.length + this.ready.reduce((sum, post) => sum + post.updates.length, 0);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.pool.destroy();
  }

  private flush(): void {
    this.isFlushPlanned = false;
    while (this.isVerified && !this.isClosed && this.inFlight < POSTS_AT_ONCE) {
      const post = this.ready.shift() ?? this.nextPost();
      if (!post) return;
      this.inFlight += 1;
      void this.deliver(post).finally(() => {
        this.inFlight -= 1;
        this.flush();
      });
    }
  }

  private nextPost(): Post | undefined {
    if (this.pending.length === 0) return undefined;
    const { shuffle, updatesPerPost } = this.profile.settings;
    if (shuffle) this.pending = [...this.profile.random.shuffle(this.pending)];
    const updates = this.pending.splice(0, Math.min(updatesPerPost, batchSize(this.pending)));
    const bytes = Buffer.from(toAsciiJson(toWebhookBody(updates, this.clock.now())), 'latin1');
    const signature = `sha256=${createHmac('sha256', this.target.appSecret).update(bytes).digest('hex')}`;
    return { bytes, signature, updates, createdAt: this.clock.now(), failures: 0 };
  }

  private async deliver(post: Post): Promise<void> {
    const problem = await this.post(post);
    if (this.isClosed) return;
    this.lastProblem = problem;
    if (problem === null) for (const update of post.updates) update.acknowledged?.();
    else this.retryLater(post);
  }

  private async post(post: Post): Promise<string | null> {
    const headers = {
      'content-type': 'application/json',
      'x-hub-signature-256': post.signature,
      'user-agent': 'facebookexternalua',
    };
    try {
      const { statusCode, body } = await this.pool.request({
        method: 'POST',
        path: this.path,
        headers,
        body: post.bytes,
      });
      await body.dump();
      return statusCode === 200 ? null : `The receiver answered ${statusCode}.`;
    } catch (error) {
      return `The receiver did not answer: ${(error as Error).message}`;
    }
  }

  private retryLater(post: Post): void {
    const pause = RETRY_PAUSES_SECONDS[Math.min(post.failures, RETRY_PAUSES_SECONDS.length - 1)] ?? 0;
    post.failures += 1;
    if (this.clock.now() - post.createdAt > MAX_POST_AGE_MS) return;
    this.scheduler.after(pause * 1_000, () => {
      this.ready.push(post);
      this.flush();
    });
  }

  private async shakeHands(): Promise<void> {
    this.lastProblem = await handshakeProblem(this.target.url, this.target.verifyToken);
    if (this.isClosed) return;
    this.isVerified = this.lastProblem === null;
    if (this.isVerified) this.flush();
    // By the real clock: a receiver that is still starting does not start faster when the simulator's clock is moved.
    else setTimeout(() => !this.isClosed && void this.shakeHands(), HANDSHAKE_PAUSE_MS).unref();
  }
}

function batchSize(pending: readonly WebhookUpdate[]): number {
  let weight = 0;
  const end = pending.findIndex(({ item }) => {
    weight += 'message' in item ? WEIGHT_OF_MESSAGE : 1;
    return weight > UPDATES_PER_POST;
  });
  return end === -1 ? pending.length : Math.max(1, end);
}

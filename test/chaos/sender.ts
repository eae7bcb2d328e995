import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseWireId, type Uuid } from '#libs/kernel';
import { ApiClient } from '../support/api-client.js';
import type { DemoAgency, TestSystem } from '../support/system.js';
import type { SeededRandom } from './seeded-random.js';

export interface Posting {
  readonly to?: string;
  readonly purpose?: string;
  /** When it is due; at once otherwise. */
  readonly sendAt?: Date;
}

const AT_ONCE = 12;
/** Longer than any run. */
const LIFE_MS = 86_400_000;
const RETRY_PAUSE_MS = 200;
const RETRY_LIMIT = 600;
/** One answer in so many is thrown away, so that the request comes again with the same key. */
const REPLAY_ONE_IN = 20;

/** A department's program: it asks again with the same key until it is told 202, and remembers what it was promised. */
export class Sender {
  /** Every message that was answered with 202. */
  readonly accepted = new Set<Uuid>();
  /** Keys that were used more than once, and the ids they were answered with. */
  readonly replays: { readonly first: Uuid; readonly second: Uuid }[] = [];
  readonly citizens: string[] = [];
  /** How often each status came in the place of a 202; 0 where the connection broke. */
  readonly otherAnswers = new Map<number, number>();
  readonly agencyId: Uuid;
  private readonly api: ApiClient;

  constructor(
    system: TestSystem,
    private readonly agency: DemoAgency,
    private readonly random: SeededRandom,
  ) {
    this.agencyId = parseWireId('agency', agency.id) as Uuid;
    this.api = new ApiClient(system.apiUrl, agency.apiKey);
  }

  /** People who agreed to be messaged. Many of them, because each may be written to only so often. */
  async enrol(count: number): Promise<void> {
    // 07700 900000 to 900999 belong to no one. https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
    const phones = Array.from({ length: count }, (_, index) => `+447700900${String(index).padStart(3, '0')}`);
    const optIn = { method: 'web', at: new Date().toISOString() };
    await inParallel(phones, async (phone) => {
      const { status, body } = await this.api.put('/v1/contacts', { phone, language: 'en', optIn });
      if (status >= 300) throw new Error(`the contact was refused: ${JSON.stringify(body)}`);
      this.citizens.push(phone);
    });
  }

  async postMany(count: number, posting: Posting = {}): Promise<Uuid[]> {
    return inParallel(Array.from({ length: count }), () => this.post(posting));
  }

  async post(posting: Posting = {}): Promise<Uuid> {
    const message = this.message(posting);
    const key = randomUUID();
    const id = await this.ask(message, key);
    this.accepted.add(id);
    if (this.random.below(REPLAY_ONE_IN) === 0) this.replays.push({ first: id, second: await this.ask(message, key) });
    return id;
  }

  private message({ to = this.random.pick(this.citizens), purpose, sendAt }: Posting): object {
    const { reference: _, ...sample } = this.agency.sampleMessage;
    const due = sendAt && {
      sendAt: sendAt.toISOString(),
      expiresAt: new Date(sendAt.getTime() + LIFE_MS).toISOString(),
    };
    return { ...sample, to, purpose: purpose ?? sample.purpose, ...due };
  }

  /** Only a 202 is a promise; anything that went wrong on the way is asked again under the same key. */
  private async ask(message: object, key: string): Promise<Uuid> {
    let last = 'nothing';
    for (let tries = 0; tries < RETRY_LIMIT; tries++) {
      const answer = await this.api.post<{ id: string }>('/v1/messages', message, key).catch((error: unknown) => {
        last = String(error);
        return null;
      });
      if (answer?.status === 202) return parseWireId('message', answer.body.id) as Uuid;
      this.count(answer?.status ?? 0);
      if (answer) last = `${answer.status} ${JSON.stringify(answer.body)}`;
      if (answer && answer.status < 500 && answer.status !== 409) break;
      await pause(RETRY_PAUSE_MS);
    }
    throw new Error(`the message was not accepted: ${last}`);
  }

  private count(status: number): void {
    this.otherAnswers.set(status, (this.otherAnswers.get(status) ?? 0) + 1);
  }
}

/** Runs the work for every item, a few at a time, and keeps the order of the answers. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  const run = async () => {
    while (next < items.length) {
      const index = next++;
      answers[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
  return answers;
}

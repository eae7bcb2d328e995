import type { Uuid } from '#libs/kernel';
import { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import type { TestSystem } from '../support/system.js';
import type { ProviderLedger } from './provider-ledger.js';
import type { SeededRandom } from './seeded-random.js';
import type { Sender } from './sender.js';

const PURPOSE = { code: 'chaos-consent', title: 'News for those who want them', category: 'service', basis: 'consent' };
const MESSAGES_EACH = 12;
const EVERY_MS = 2_000;
/** Trust report, I4. */
const GRACE_MS = 5_000;
const ASK_FOR_MS = 30_000;

interface Leaver {
  readonly phone: string;
  readonly messages: readonly Uuid[];
  /** After the first of the messages was due. */
  readonly afterMs: number;
  leftAt?: Date;
}

/** People who agreed to be written to, to whom messages are planned, and who change their minds before most of them are due. */
export class Leavers {
  private readonly api: ApiClient;
  private readonly people: Leaver[] = [];
  private startedAt = 0;

  constructor(
    system: TestSystem,
    private readonly sender: Sender,
    private readonly random: SeededRandom,
  ) {
    this.api = new ApiClient(system.apiUrl, system.agency.apiKey);
  }

  async enrol(count: number): Promise<void> {
    await this.ask('/v1/purposes', PURPOSE);
    const phones = this.sender.citizens.splice(0, count);
    const drawn = phones.map((phone) => ({ phone, afterMs: this.random.below((MESSAGES_EACH - 4) * EVERY_MS) }));
    await Promise.all(phones.map((to) => this.say(to, 'granted')));
    this.startedAt = Date.now() + EVERY_MS;
    for (const { phone, afterMs } of drawn) {
      const messages = await Promise.all(
        Array.from({ length: MESSAGES_EACH }, (_, index) =>
          this.sender.post({
            to: phone,
            purpose: PURPOSE.code,
            sendAt: new Date(this.startedAt + index * EVERY_MS),
          }),
        ),
      );
      this.people.push({ phone, messages, afterMs });
    }
  }

  /** Each leaves when it is time; what goes wrong meanwhile is asked again until it is on record. */
  async leave(): Promise<void> {
    await Promise.all(
      this.people.map(async (person) => {
        const dueIn = this.startedAt + person.afterMs - Date.now();
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueIn)));
        await this.say(person.phone, 'withdrawn');
        person.leftAt = new Date();
      }),
    );
  }

  /** @returns how many messages to them were sent before, and how many after the grace */
  async count(ledger: ProviderLedger): Promise<{ before: number; late: number; keptBack: number }> {
    await ledger.refresh();
    const times = new Map<Uuid | null, Date>(ledger.accepts.map(({ messageId, at }) => [messageId, at]));
    const found = { before: 0, late: 0, keptBack: 0 };
    for (const { messages, leftAt } of this.people) {
      const limit = (leftAt?.getTime() ?? 0) + GRACE_MS;
      for (const id of messages) {
        const at = times.get(id)?.getTime();
        found[at === undefined ? 'keptBack' : at <= limit ? 'before' : 'late']++;
      }
    }
    return found;
  }

  private say(to: string, event: 'granted' | 'withdrawn'): Promise<void> {
    return this.ask('/v1/consents', { to, purpose: PURPOSE.code, event, method: 'web' });
  }

  private async ask(path: string, body: object): Promise<void> {
    await eventually(async () => {
      const answer = await this.api.post(path, body);
      if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    }, ASK_FOR_MS);
  }
}

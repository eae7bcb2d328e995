import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { type Heard, Receiver } from '../support/receiver.js';
import type { TestSystem } from '../support/system.js';

const HEALTHY = 20;
const EVERY_MS = 100;
const MONTH_MS = 30 * 86_400_000;
const MOST = 0.95;
const ARRIVES_WITHIN_MS = 60_000;

export interface Promptness {
  readonly receivers: number;
  readonly calls: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** Twenty systems that answer at once, and what one that never answers does to them. */
export class HealthyReceivers {
  private readonly healthy: { readonly receiver: Receiver; readonly delays: number[] }[] = [];
  private dead: Receiver | undefined;

  private constructor(
    private readonly system: TestSystem,
    private readonly admin: ApiClient,
  ) {}

  static async begin(system: TestSystem): Promise<HealthyReceivers> {
    const { email, password } = system.agency.users.find(({ role }) => role === 'agency_admin') ?? {};
    const session = await new ApiClient(system.apiUrl).post<{ accessToken: string }>('/v1/sessions', {
      email,
      password,
    });
    const receivers = new HealthyReceivers(system, new ApiClient(system.apiUrl, session.body.accessToken));
    for (let left = HEALTHY; left > 0; left--) {
      const delays: number[] = [];
      const receiver = await Receiver.listen((call) => {
        delays.push(delayOf(call));
        return 200;
      });
      receivers.healthy.push({ receiver, delays });
      await receivers.register(receiver);
    }
    return receivers;
  }

  async addDead(): Promise<void> {
    this.dead = await Receiver.listen(() => 'hang');
    await this.register(this.dead);
  }

  /** Posts messages that are due next month: each tells everybody that it was accepted, and nothing else happens to it. */
  async hear(messages: number): Promise<Promptness> {
    for (const { delays } of this.healthy) delays.length = 0;
    const api = new ApiClient(this.system.apiUrl, this.system.agency.apiKey);
    const sendAt = new Date(Date.now() + MONTH_MS).toISOString();
    const expiresAt = new Date(Date.now() + 2 * MONTH_MS).toISOString();
    for (let left = messages; left > 0; left--) {
      const { status } = await api.post('/v1/messages', { ...this.system.agency.sampleMessage, sendAt, expiresAt });
      if (status !== 202) throw new Error(`a message was answered ${status}`);
      await pause(EVERY_MS);
    }
    await eventually(() => this.assertHeard(messages), ARRIVES_WITHIN_MS);
    return promptness(this.healthy.flatMap(({ delays }) => delays));
  }

  close(): void {
    for (const { receiver } of this.healthy) receiver.close();
    this.dead?.close();
  }

  private assertHeard(messages: number): void {
    const late = this.healthy.filter(({ delays }) => delays.length < messages).length;
    if (late > 0) throw new Error(`${late} systems have not heard everything`);
  }

  private async register({ url }: Receiver): Promise<void> {
    const { status, body } = await this.admin.post('/v1/callbacks', { url, events: ['message.accepted'] });
    if (status >= 300) throw new Error(`the endpoint was refused: ${JSON.stringify(body)}`);
  }
}

function delayOf({ body }: Heard): number {
  return Date.now() - Date.parse((JSON.parse(body) as { timestamp: string }).timestamp);
}

function promptness(delays: readonly number[]): Promptness {
  const sorted = delays.map((delay) => Math.max(0, Math.round(delay))).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { receivers: HEALTHY, calls: sorted.length, medianMs: at(0.5), p95Ms: at(MOST) };
}

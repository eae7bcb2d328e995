import { setTimeout as pause } from 'node:timers/promises';
import type { Uuid } from '#libs/kernel';
import { eventually } from '../support/eventually.js';
import type { TestSystem } from '../support/system.js';
import type { ProviderLedger } from './provider-ledger.js';
import type { Sender } from './sender.js';

const EVERY_MS = 200;
const HOUR_MS = 3_600_000;
const ARRIVES_WITHIN_MS = 60_000;
const MOST = 0.99;

export interface Quickness {
  readonly alerts: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** How long alerts take from being due to being accepted by the provider. */
export class Alerts {
  private planned: Uuid[] = [];

  constructor(
    private readonly system: TestSystem,
    private readonly sender: Sender,
    private readonly ledger: ProviderLedger,
  ) {}

  /** Alerts need two people; for the measure their lane is set where the engine reads it, when their moment comes. */
  async plan(count: number): Promise<void> {
    this.planned = await this.sender.postMany(count, { sendAt: new Date(Date.now() + HOUR_MS) });
  }

  async send(count: number): Promise<Quickness> {
    const dueAt = new Map<Uuid, number>();
    for (const id of this.planned.splice(0, count)) {
      const { rows } = await this.system.database.admin.query<{ at: number }>(
        `UPDATE outbox_messages SET lane = 0, run_at = now() WHERE message_id = $1
         RETURNING (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at`,
        [id],
      );
      dueAt.set(id, rows[0]?.at ?? 0);
      await pause(EVERY_MS);
    }
    const sentAt = await eventually(() => this.sentAt([...dueAt.keys()]), ARRIVES_WITHIN_MS);
    return quickness([...dueAt].map(([id, due]) => (sentAt.get(id) ?? Number.NaN) - due));
  }

  private async sentAt(ids: readonly Uuid[]): Promise<Map<Uuid, number>> {
    await this.ledger.refresh();
    const sends = this.ledger.byMessage();
    return new Map(
      ids.map((id) => {
        const [first] = sends.get(id) ?? [];
        if (!first) throw new Error('an alert was not sent');
        return [id, first.at.getTime()];
      }),
    );
  }
}

export function quickness(waits: readonly number[]): Quickness {
  const sorted = waits.map((wait) => Math.max(0, Math.round(wait))).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { alerts: sorted.length, medianMs: at(0.5), p99Ms: at(MOST) };
}

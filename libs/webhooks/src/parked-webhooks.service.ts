import { Injectable } from '@nestjs/common';
import { type AuditEntryType, AuditService } from '#libs/audit';
import { FieldSealer, KeyRing, kidOf } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, notFound, type Page, PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { WakeUps } from '#libs/queue';
import { readWebhook } from '#libs/whatsapp';
import { rawPlace } from './raw-place.js';
import { type ParkedRow, WebhookInboxRepository } from './webhook-inbox.repository.js';
import { webhookEmptied } from './webhooks.errors.js';

/** A body that waits for a person, by what it is about: nothing that a citizen said is part of it. */
export interface ParkedWebhook {
  readonly id: Uuid;
  readonly receivedAt: Date;
  /** `unknown-number`, `unreadable`, or the words of the last failure. */
  readonly reason: string;
  readonly attempts: number;
  readonly bytes: number;
  readonly fields: readonly string[];
  /** Meta's ids of numbers and accounts. */
  readonly numbers: readonly string[];
  readonly accounts: readonly string[];
  readonly messages: number;
  readonly statuses: number;
}

type Facts = Pick<ParkedWebhook, 'bytes' | 'fields' | 'numbers' | 'accounts' | 'messages' | 'statuses'>;

const NOTHING: Facts = { bytes: 0, fields: [], numbers: [], accounts: [], messages: 0, statuses: 0 };

/** Webhooks that could not be understood: about a number that nobody here has, no JSON, or failed for nine hours. */
@Injectable()
export class ParkedWebhooks {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly inbox: WebhookInboxRepository,
    private readonly audit: AuditService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(ctx: AgencyContext, { limit, after }: { limit: number; after?: Uuid }): Promise<Page<ParkedWebhook>> {
    const rows = await this.database.platformTransaction(ctx, (tx) =>
      this.inbox.listParked(tx, limit + 1, after ?? null),
    );
    const shown = rows.slice(0, limit);
    const data: ParkedWebhook[] = [];
    for (const row of shown) data.push(await this.describe(row));
    return { data, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  /** Has it read again, for instance once its number was added. */
  async replay(ctx: AgencyContext, id: Uuid): Promise<void> {
    await this.database.platformTransaction(ctx, async (tx) => {
      const row = await this.parked(tx, id);
      if (!row.rawSealed) throw webhookEmptied();
      await this.inbox.replay(tx, id, this.clock.now());
      await this.record(tx, 'webhook_in.read_again', row);
    });
    void this.wakeUps.wake('readCitizenWebhooks', `replay:${id}`, {});
    void this.wakeUps.wake('readStatusWebhooks', `replay:${id}`, {});
  }

  /** Nobody wants it: its body is deleted, and that it was there stays on record. */
  async dismiss(ctx: AgencyContext, id: Uuid): Promise<void> {
    await this.database.platformTransaction(ctx, async (tx) => {
      const row = await this.parked(tx, id);
      await this.inbox.dismiss(tx, id, this.clock.now());
      await this.record(tx, 'webhook_in.dismissed', row);
    });
  }

  private async parked(tx: AgencyTx, id: Uuid): Promise<ParkedRow> {
    const row = await this.inbox.findParked(tx, id);
    if (!row) throw notFound();
    return row;
  }

  private async record(tx: AgencyTx, type: AuditEntryType, { id, error }: ParkedRow): Promise<void> {
    await this.audit.record(tx, { type, target: { kind: 'webhook', id }, detail: { reason: error ?? 'unknown' } });
  }

  private async describe(row: ParkedRow): Promise<ParkedWebhook> {
    const { id, receivedAt, attempts, error } = row;
    return { id, receivedAt, attempts, reason: error ?? 'unknown', ...(await this.factsOf(row)) };
  }

  private async factsOf({ id, rawSealed }: ParkedRow): Promise<Facts> {
    if (!rawSealed) return NOTHING;
    try {
      const keys = await this.keyRing.load(PLATFORM_AGENCY_ID, [kidOf(rawSealed)]);
      return factsIn(this.sealer.openForAgency(keys, rawPlace(id), rawSealed));
    } catch {
      return NOTHING;
    }
  }
}

function factsIn(raw: Buffer): Facts {
  const bytes = raw.length;
  try {
    const changes = readWebhook(raw);
    return {
      bytes,
      fields: distinct(changes.map(({ field }) => field)),
      numbers: distinct(changes.map(({ phoneNumberId }) => phoneNumberId)),
      accounts: distinct(changes.map(({ wabaId }) => wabaId)),
      messages: changes.reduce((sum, { messages }) => sum + messages.length, 0),
      statuses: changes.reduce((sum, { statuses }) => sum + statuses.length, 0),
    };
  } catch {
    return { ...NOTHING, bytes };
  }
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

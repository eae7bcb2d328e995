import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { FieldSealer, KeyRing, kidOf } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import { Clock, PLATFORM_AGENCY_ID, platformContext, systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { PhoneNumbersService } from '#libs/phone-numbers';
import { readWebhook, type WebhookChange } from '#libs/whatsapp';
import { rawPlace } from './raw-place.js';
import { type InboxRow, type WebhookClass, WebhookInboxRepository } from './webhook-inbox.repository.js';
import { WEBHOOK_LISTENERS, type WebhookListener } from './webhook-listener.js';

const BATCH = 50;
const SECOND = 1000;
/**
 * A worker that dies gives its rows back after this. What citizens say comes back sooner than a STOP must take effect;
 * should a slow worker still be at it, the second hearing changes nothing.
 */
const TAKEN_FOR_MS: Readonly<Record<WebhookClass, number>> = { 0: 3 * SECOND, 1: 10 * SECOND };
const FIRST_PAUSE_MS = 5 * SECOND;
const LONGEST_PAUSE_MS = 3600 * SECOND;
/** With pauses from 5 s to 1 h this is about nine hours of trying before a person has to look. */
const MAX_ATTEMPTS = 18;
const EMPTY_BATCH = 1000;

interface OpenRow {
  readonly row: InboxRow;
  readonly changes: readonly WebhookChange[];
}

interface Routed {
  readonly agencyId: Uuid;
  readonly numberId: Uuid;
}

/**
 * Understands stored webhooks, in the worker. Changes of many bodies are grouped by phone number, so that a thousand
 * statuses cost a handful of statements. A body is done when every listener has heard all of it.
 */
@Injectable()
export class WebhookProcessor {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly inbox: WebhookInboxRepository,
    private readonly numbers: PhoneNumbersService,
    private readonly audit: AuditService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly logger: Logger,
    @Inject(WEBHOOK_LISTENERS) private readonly listeners: readonly WebhookListener[],
  ) {}

  /** Processes what is due of one class. @returns how many bodies were taken */
  async processDue(webhookClass: WebhookClass): Promise<number> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + TAKEN_FOR_MS[webhookClass]);
    const rows = await this.database.platformTransaction(platformContext(), (tx) =>
      this.inbox.take(tx, webhookClass, now, until, BATCH),
    );
    if (rows.length === 0) return 0;
    const opened = await this.open(rows);
    // Most batches are fine as a whole; only a batch with a fault is taken apart, so that one bad body delays no other.
    const isDone = await this.hearTogether(opened);
    if (!isDone) for (const one of opened) await this.hearAlone(one);
    return rows.length;
  }

  /** Empties raw bodies whose retention is over. */
  async emptyOldBodies(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.env.WEBHOOK_RAW_DAYS * 86_400 * SECOND);
    return this.database.platformTransaction(platformContext(), (tx) =>
      this.inbox.emptyBodies(tx, before, EMPTY_BATCH),
    );
  }

  /** A body that cannot be opened or read is a fault of its own and stops no other. */
  private async open(rows: readonly InboxRow[]): Promise<OpenRow[]> {
    const opened: OpenRow[] = [];
    for (const row of rows) {
      try {
        opened.push({ row, changes: await this.changesOf(row) });
      } catch (error) {
        await this.postpone(row, error);
      }
    }
    return opened;
  }

  private async changesOf({ id, rawSealed }: InboxRow): Promise<readonly WebhookChange[]> {
    const keys = await this.keyRing.load(PLATFORM_AGENCY_ID, [kidOf(rawSealed)]);
    return readWebhook(this.sealer.openForAgency(keys, rawPlace(id), rawSealed));
  }

  private async hearTogether(opened: readonly OpenRow[]): Promise<boolean> {
    try {
      const unknown = await this.deliver(opened);
      if (unknown.length > 0) return false;
      await this.finish(opened.map(({ row }) => row.id));
      return true;
    } catch (error) {
      this.logger.failure('webhook batch failed and is taken apart', error, { bodies: opened.length });
      return false;
    }
  }

  private async hearAlone(opened: OpenRow): Promise<void> {
    const { row } = opened;
    try {
      const unknown = await this.deliver([opened]);
      if (unknown.length > 0) await this.parkUnknown(row.id, unknown);
      else await this.finish([row.id]);
    } catch (error) {
      await this.postpone(row, error);
    }
  }

  private async finish(ids: readonly Uuid[]): Promise<void> {
    await this.database.platformTransaction(platformContext(), (tx) => this.inbox.finish(tx, ids, this.clock.now()));
  }

  /** @returns Meta ids of numbers that belong to no agency here */
  private async deliver(opened: readonly OpenRow[]): Promise<string[]> {
    const unknown: string[] = [];
    for (const [wabaId, group] of byAccount(opened)) await this.tellOfAccount(wabaId, group);
    for (const [phoneNumberId, group] of byNumber(opened)) {
      const routed = await this.route(phoneNumberId);
      if (routed) await this.tellListeners(routed, group);
      else unknown.push(phoneNumberId);
    }
    return unknown;
  }

  private async route(phoneNumberId: string): Promise<Routed | null> {
    const [found] = await this.database.acrossAgencies<{ agency_id: Uuid; id: Uuid }>('agency_for_phone_number', [
      phoneNumberId,
    ]);
    return found ? { agencyId: found.agency_id, numberId: found.id } : null;
  }

  private async tellListeners({ agencyId, numberId }: Routed, group: ChangeGroup): Promise<void> {
    const ctx = systemContext(agencyId);
    const number = await this.database.agencyTransaction(ctx, (tx) => this.numbers.forSending(tx, numberId));
    for (const listener of this.listeners) await listener.hear?.({ ...ctx, mode: number.mode }, { number, ...group });
  }

  /** An account that nobody here has is no fault: some changes name the portfolio in its place. */
  private async tellOfAccount(wabaId: string, group: ChangeGroup): Promise<void> {
    const agencies = await this.database.acrossAgencies<{ agency_id: Uuid }>('agency_for_waba', [wabaId]);
    if (agencies.length === 0) {
      for (const listener of this.listeners) await listener.hearElsewhere?.({ wabaId, ...group });
    }
    for (const { agency_id } of agencies) {
      const ctx = systemContext(agency_id);
      for (const listener of this.listeners) await listener.hearAccount?.(ctx, { wabaId, ...group });
    }
  }

  /** Quarantine: kept whole until somebody adds the number or throws the body away. */
  private async parkUnknown(id: Uuid, phoneNumberIds: readonly string[]): Promise<void> {
    this.logger.warn('webhook for an unknown number parked', { webhookId: id, numbers: phoneNumberIds.length });
    await this.database.platformTransaction(platformContext(), async (tx) => {
      await this.inbox.park(tx, id, 'unknown-number');
      await this.audit.record(tx, {
        type: 'webhook_in.unknown_number',
        outcome: 'failure',
        target: { kind: 'webhook', id },
      });
    });
  }

  private async postpone({ id, attempts }: InboxRow, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
    this.logger.failure('webhook not processed', error, { webhookId: id, attempts });
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE_MS);
    const runAt = new Date(this.clock.now().getTime() + pause);
    await this.database.platformTransaction(platformContext(), (tx) =>
      attempts >= MAX_ATTEMPTS ? this.inbox.park(tx, id, reason) : this.inbox.retry(tx, id, runAt, reason),
    );
  }
}

interface ChangeGroup {
  readonly changes: WebhookChange[];
  receivedAt: Date;
}

function byNumber(opened: readonly OpenRow[]): Map<string, ChangeGroup> {
  return grouped(opened, ({ phoneNumberId }) => phoneNumberId);
}

function byAccount(opened: readonly OpenRow[]): Map<string, ChangeGroup> {
  return grouped(opened, ({ phoneNumberId, wabaId }) => (phoneNumberId === null ? wabaId : null));
}

/** Changes by what they are about, with the time of the oldest body. What is about nothing named belongs to no group. */
function grouped(
  opened: readonly OpenRow[],
  keyOf: (change: WebhookChange) => string | null,
): Map<string, ChangeGroup> {
  const groups = new Map<string, ChangeGroup>();
  for (const { row, changes } of opened) {
    for (const change of changes) {
      const key = keyOf(change);
      if (key === null) continue;
      const group = groups.get(key) ?? { changes: [], receivedAt: row.receivedAt };
      group.changes.push(change);
      if (row.receivedAt < group.receivedAt) group.receivedAt = row.receivedAt;
      groups.set(key, group);
    }
  }
  return groups;
}

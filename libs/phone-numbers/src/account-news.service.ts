import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AuditAction, type AuditEntryType, AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, newId, type Page, type Uuid } from '#libs/kernel';
import { readWebhookEvents, treatmentOf, type WebhookChange, type WebhookEvent } from '#libs/whatsapp';
import { holdOf, isReinstated } from './account-limits.js';
import { newsOf } from './account-news.js';
import { AccountNewsRepository, type ListedNews, type NewNews, type NewsQuery } from './account-news.repository.js';
import { PhoneNumbersRepository } from './phone-numbers.repository.js';
import { PhoneNumbersService } from './phone-numbers.service.js';

/** What the changes are about. */
export interface NewsPlace {
  readonly wabaId: string | null;
  /** Ours; null when they name the account alone. */
  readonly numberId: Uuid | null;
  readonly receivedAt: Date;
}

interface Told {
  readonly event: WebhookEvent;
  readonly news: NewNews;
}

const LIMIT_FIELDS: ReadonlySet<string> = new Set(['business_capability_update', 'phone_number_quality_update']);

/**
 * Keeps what WhatsApp tells of numbers and accounts for people to see, and acts on what must not wait for the next question
 * to Meta: limits, restrictions, bans. Hearing it again, or an older one later, changes nothing.
 */
@Injectable()
export class AccountNews {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: AccountNewsRepository,
    private readonly numbers: PhoneNumbersRepository,
    private readonly sending: PhoneNumbersService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async hear(ctx: AgencyContext, place: NewsPlace, changes: readonly WebhookChange[]): Promise<void> {
    const told = changes
      .filter(({ field }) => treatmentOf(field) !== 'leaves')
      .flatMap((change) => toldBy(change, place));
    if (told.length === 0) return;
    await this.database.agencyTransaction(ctx, async (tx) => {
      const fresh = await this.repository.add(
        tx,
        told.map(({ news }) => news),
        this.clock.now(),
      );
      const unheard = told.filter(({ news }) => fresh.has(news.id));
      for (const one of unheard) await this.act(tx, one);
      await this.audit.record(
        tx,
        unheard.flatMap(({ news, event }) => entryOf(news, event)),
      );
    });
  }

  async list(ctx: AgencyContext, query: NewsQuery): Promise<Page<ListedNews>> {
    const found = await this.database.agencyTransaction(ctx, (tx) =>
      this.repository.list(tx, { ...query, limit: query.limit + 1 }),
    );
    const data = found.slice(0, query.limit);
    return { data, next: found.length > query.limit ? (data.at(-1)?.id ?? null) : null };
  }

  private async act(tx: AgencyTx, { event, news }: Told): Promise<void> {
    const { wabaId, field, happenedAt } = news;
    if (wabaId === null) return;
    if (LIMIT_FIELDS.has(field)) await this.setLimit(tx, wabaId, news, event);
    const hold = holdOf(event, happenedAt);
    const isOver = hold !== null && hold.until <= this.clock.now();
    if ((!hold || isOver) && !isReinstated(event)) return;
    if (await this.repository.hasLater(tx, wabaId, field, happenedAt)) return;
    for (const id of await this.numbers.listOfWaba(tx, wabaId)) {
      if (!hold) await this.sending.releaseHold(tx, id, 'account-disabled');
      else if (hold.what === 'all') await this.sending.hold(tx, id, hold);
      else await this.sending.holdBulk(tx, id, hold);
    }
  }

  /** The limit is the portfolio's; whichever of its numbers heard of it. */
  private async setLimit(tx: AgencyTx, wabaId: string, news: NewNews, event: WebhookEvent): Promise<void> {
    const limit =
      event.kind === 'account.capability'
        ? event.messagingLimit
        : event.kind === 'number.quality'
          ? event.limit
          : undefined;
    if (limit === undefined || (await this.repository.hasLater(tx, wabaId, news.field, news.happenedAt))) return;
    const changed = await this.numbers.setMessagingLimit(tx, wabaId, limit);
    await this.audit.record(
      tx,
      changed.map((id) => ({
        type: 'agency.waba.limit_changed' as const,
        target: { kind: 'phoneNumber', id },
        detail: { after: limit },
      })),
    );
  }
}

function toldBy(change: WebhookChange, { wabaId, numberId, receivedAt }: NewsPlace): Told[] {
  return readWebhookEvents(change).flatMap((event) => {
    const news = newsOf(event);
    if (!news) return [];
    const about = { wabaId: wabaId ?? change.wabaId, phoneNumberId: numberId };
    const happenedAt = change.at && change.at < receivedAt ? change.at : receivedAt;
    const fingerprint = fingerprintOf([about.wabaId, change.field, change.at?.getTime(), news, change.value]);
    return [{ event, news: { ...news, ...about, id: newId(), field: change.field, happenedAt, fingerprint } }];
  });
}

function fingerprintOf(parts: readonly unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

const ACCOUNT_ENTRIES: Readonly<Record<string, AuditEntryType>> = {
  ACCOUNT_RESTRICTION: 'agency.waba.restricted',
  ACCOUNT_VIOLATION: 'agency.waba.restricted',
  ACCOUNT_RECONNECTED: 'agency.waba.restored',
};

/** Limits and names are put on record by what they change; what a field only tells is no action. */
function entryOf({ id, detail, event: name }: NewNews, event: WebhookEvent): AuditAction[] {
  const type = entryType(event);
  return type ? [{ type, target: { kind: 'news', id }, detail: { event: name, ...detail } }] : [];
}

function entryType(event: WebhookEvent): AuditEntryType | null {
  if (event.kind === 'number.security') return 'agency.number.pin_changed';
  if (event.kind === 'account.review') return 'agency.waba.reviewed';
  if (event.kind === 'account.alert') return 'agency.waba.alerted';
  if (event.kind !== 'account.update') return null;
  if (event.event === 'DISABLED_UPDATE') return isReinstated(event) ? 'agency.waba.restored' : 'agency.waba.restricted';
  return ACCOUNT_ENTRIES[event.event] ?? 'agency.waba.changed';
}

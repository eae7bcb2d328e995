import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { News, NewsWeight } from './account-news.js';

export interface NewNews extends News {
  readonly id: Uuid;
  readonly wabaId: string | null;
  readonly phoneNumberId: Uuid | null;
  readonly field: string;
  readonly happenedAt: Date;
  readonly fingerprint: Buffer;
}

export interface ListedNews extends News {
  readonly id: Uuid;
  readonly wabaId: string | null;
  readonly phoneNumberId: Uuid | null;
  readonly field: string;
  readonly happenedAt: Date;
  readonly heardAt: Date;
}

interface NewsRow {
  id: Uuid;
  waba_id: string | null;
  phone_number_id: Uuid | null;
  field: string;
  event: string;
  weight: NewsWeight;
  detail: News['detail'];
  happened_at: Date;
  heard_at: Date;
}

export interface NewsQuery {
  readonly limit: number;
  readonly after?: Uuid;
  /** At least so weighty. */
  readonly weight?: number;
  readonly numberId?: Uuid;
}

/** The only file that touches `whatsapp_news`, which is append-only. */
@Injectable()
export class AccountNewsRepository {
  /** @returns the ids of those that had not been told before */
  async add(tx: AgencyTx, news: readonly NewNews[], now: Date): Promise<Set<Uuid>> {
    if (news.length === 0) return new Set();
    const rows = await tx.query<{ id: Uuid }>(
      `INSERT INTO whatsapp_news (agency_id, id, waba_id, phone_number_id, field, event, weight, detail, happened_at,
         fingerprint, heard_at)
       SELECT $1, n.*, $11 FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::smallint[],
         $8::jsonb[], $9::timestamptz[], $10::bytea[]) AS n
       ON CONFLICT (agency_id, fingerprint) DO NOTHING RETURNING id`,
      [
        tx.agencyId,
        news.map(({ id }) => id),
        news.map(({ wabaId }) => wabaId),
        news.map(({ phoneNumberId }) => phoneNumberId),
        news.map(({ field }) => field),
        news.map(({ event }) => event),
        news.map(({ weight }) => weight),
        news.map(({ detail }) => JSON.stringify(detail)),
        news.map(({ happenedAt }) => happenedAt),
        news.map(({ fingerprint }) => fingerprint),
        now,
      ],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Whether something that happened later was heard of this field; then the earlier one changes nothing any more. */
  async hasLater(tx: AgencyTx, wabaId: string, field: string, happenedAt: Date): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM whatsapp_news WHERE agency_id = $1 AND waba_id = $2 AND field = $3 AND happened_at > $4 LIMIT 1`,
      [tx.agencyId, wabaId, field, happenedAt],
    );
    return rows.length > 0;
  }

  /** Newest first. */
  async list(tx: AgencyTx, { limit, after, weight, numberId }: NewsQuery): Promise<ListedNews[]> {
    const rows = await tx.query<NewsRow>(
      `SELECT n.id, n.waba_id, n.phone_number_id, n.field, n.event, n.weight, n.detail, n.happened_at, n.heard_at
       FROM whatsapp_news n
       WHERE n.agency_id = $1 AND n.weight >= $3
         AND ($4::uuid IS NULL OR (n.heard_at, n.id) < (
           SELECT b.heard_at, b.id FROM whatsapp_news b WHERE b.agency_id = $1 AND b.id = $4))
         AND ($5::uuid IS NULL OR n.phone_number_id = $5 OR (n.phone_number_id IS NULL AND n.waba_id = (
           SELECT p.waba_id FROM phone_numbers p WHERE p.agency_id = $1 AND p.id = $5)))
       ORDER BY n.heard_at DESC, n.id DESC LIMIT $2`,
      [tx.agencyId, limit, weight ?? 0, after ?? null, numberId ?? null],
    );
    return rows.map(toNews);
  }
}

function toNews(row: NewsRow): ListedNews {
  return {
    id: row.id,
    wabaId: row.waba_id,
    phoneNumberId: row.phone_number_id,
    field: row.field,
    event: row.event,
    weight: row.weight,
    detail: row.detail,
    happenedAt: row.happened_at,
    heardAt: row.heard_at,
  };
}

import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export interface ProviderId {
  readonly wamid: string;
  readonly messageId: Uuid;
  readonly attempt: number;
}

export interface OrphanStatus {
  readonly wamid: string;
  readonly status: string;
  readonly providerTs: Date;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** Meta may tell of a message before our own answer is settled; longer than a week it will not. */
const ORPHAN_DAYS = 7;

/** The only file that touches `provider_ids` and `orphan_statuses`. */
@Injectable()
export class ProviderIdsRepository {
  /** @returns the wamids that were new; the others are known already (a webhook that came twice) */
  async add(tx: AgencyTx, numberId: Uuid, ids: readonly ProviderId[], now: Date): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await tx.query<{ wamid: string }>(
      `INSERT INTO provider_ids (agency_id, phone_number_id, wamid, message_id, attempt, recorded_at)
       SELECT $1, $2, i.wamid, i.message_id, i.attempt, $6
       FROM unnest($3::text[], $4::uuid[], $5::smallint[]) AS i (wamid, message_id, attempt)
       ON CONFLICT DO NOTHING RETURNING wamid`,
      [
        tx.agencyId,
        numberId,
        ids.map((id) => id.wamid),
        ids.map((id) => id.messageId),
        ids.map((id) => id.attempt),
        now,
      ],
    );
    return new Set(rows.map((row) => row.wamid));
  }

  async find(tx: AgencyTx, wamids: readonly string[]): Promise<Map<string, ProviderId>> {
    if (wamids.length === 0) return new Map();
    const rows = await tx.query<ProviderId>(
      `SELECT wamid, message_id AS "messageId", attempt FROM provider_ids WHERE agency_id = $1 AND wamid = ANY ($2)`,
      [tx.agencyId, wamids],
    );
    return new Map(rows.map((row) => [row.wamid, row]));
  }

  /** The provider's acceptances of one message, one for each attempt that it accepted. */
  async ofMessage(tx: AgencyTx, messageId: Uuid): Promise<(ProviderId & { readonly recordedAt: Date })[]> {
    return tx.query(
      `SELECT wamid, message_id AS "messageId", attempt, recorded_at AS "recordedAt" FROM provider_ids
       WHERE agency_id = $1 AND message_id = $2`,
      [tx.agencyId, messageId],
    );
  }

  async keepOrphans(tx: AgencyTx, numberId: Uuid, orphans: readonly OrphanStatus[], now: Date): Promise<void> {
    if (orphans.length === 0) return;
    await tx.execute(
      `INSERT INTO orphan_statuses (agency_id, phone_number_id, wamid, status, provider_ts, detail, received_at, expires_at)
       SELECT $1, $2, o.wamid, o.status, o.provider_ts, o.detail, $7, $8
       FROM unnest($3::text[], $4::text[], $5::timestamptz[], $6::jsonb[]) AS o (wamid, status, provider_ts, detail)
       ON CONFLICT DO NOTHING`,
      [
        tx.agencyId,
        numberId,
        orphans.map((orphan) => orphan.wamid),
        orphans.map((orphan) => orphan.status),
        orphans.map((orphan) => orphan.providerTs),
        orphans.map((orphan) => (orphan.detail ? JSON.stringify(orphan.detail) : null)),
        now,
        new Date(now.getTime() + ORPHAN_DAYS * 86_400_000),
      ],
    );
  }

  /** Takes out the statuses that waited for these provider ids. */
  async takeOrphansOf(tx: AgencyTx, ids: readonly ProviderId[]): Promise<(OrphanStatus & ProviderId)[]> {
    if (ids.length === 0) return [];
    const taken = await tx.query<OrphanStatus>(
      `DELETE FROM orphan_statuses WHERE agency_id = $1 AND wamid = ANY ($2)
       RETURNING wamid, status, provider_ts AS "providerTs", detail`,
      [tx.agencyId, ids.map(({ wamid }) => wamid)],
    );
    const byWamid = new Map(ids.map((id) => [id.wamid, id]));
    return taken.flatMap((orphan) => {
      const id = byWamid.get(orphan.wamid);
      return id ? [{ ...orphan, ...id }] : [];
    });
  }

  /** Takes out all statuses of a number whose message is known by now, and drops those that waited too long. */
  async takeJoinable(tx: AgencyTx, numberId: Uuid, now: Date): Promise<(OrphanStatus & ProviderId)[]> {
    await tx.execute('DELETE FROM orphan_statuses WHERE agency_id = $1 AND phone_number_id = $2 AND expires_at <= $3', [
      tx.agencyId,
      numberId,
      now,
    ]);
    return tx.query<OrphanStatus & ProviderId>(
      `DELETE FROM orphan_statuses o USING provider_ids p
       WHERE o.agency_id = $1 AND o.phone_number_id = $2 AND p.agency_id = $1 AND p.wamid = o.wamid
       RETURNING o.wamid, o.status, o.provider_ts AS "providerTs", o.detail, p.message_id AS "messageId", p.attempt`,
      [tx.agencyId, numberId],
    );
  }
}

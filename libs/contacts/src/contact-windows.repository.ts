import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { ContactMerge } from './recipient.js';

export interface ContactWindow {
  readonly phoneNumberId: Uuid;
  readonly contactId: Uuid;
}

/** The only file that touches `contact_windows`: when each citizen last wrote to each number. */
@Injectable()
export class ContactWindowsRepository {
  /** One entry per window asked for, in order; null when the citizen never wrote to that number. */
  async lastInbound(tx: AgencyTx, windows: readonly ContactWindow[]): Promise<(Date | null)[]> {
    const rows = await tx.query<{ place: string; last_inbound_at: Date }>(
      `SELECT q.place, w.last_inbound_at
       FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS q (phone_number_id, contact_id, place)
       -- One at a time by their keys: joined as sets, a table without statistics may be read whole for a handful of people.
       CROSS JOIN LATERAL (SELECT w.last_inbound_at FROM contact_windows w WHERE w.agency_id = $1
         AND w.phone_number_id = q.phone_number_id AND w.contact_id = q.contact_id LIMIT 1) AS w`,
      [tx.agencyId, windows.map(({ phoneNumberId }) => phoneNumberId), windows.map(({ contactId }) => contactId)],
    );
    const found = new Map(rows.map(({ place, last_inbound_at }) => [Number(place) - 1, last_inbound_at]));
    return windows.map((_, index) => found.get(index) ?? null);
  }

  /** Webhooks come in any order, so the latest message wins and not the latest write. */
  async open(tx: AgencyTx, phoneNumberId: Uuid, inbound: readonly { contactId: Uuid; at: Date }[]): Promise<void> {
    await tx.execute(
      `INSERT INTO contact_windows AS w (agency_id, phone_number_id, contact_id, last_inbound_at)
       SELECT $1, $2, i.contact_id, max(i.at) FROM unnest($3::uuid[], $4::timestamptz[]) AS i (contact_id, at)
       GROUP BY i.contact_id ORDER BY i.contact_id
       ON CONFLICT (agency_id, phone_number_id, contact_id)
         DO UPDATE SET last_inbound_at = greatest(w.last_inbound_at, excluded.last_inbound_at)`,
      [tx.agencyId, phoneNumberId, inbound.map(({ contactId }) => contactId), inbound.map(({ at }) => at)],
    );
  }

  /** Contacts that take up others have the later of both windows, because one person wrote in both. */
  async takeOver(tx: AgencyTx, merges: readonly ContactMerge[]): Promise<void> {
    await tx.execute(
      `INSERT INTO contact_windows AS w (agency_id, phone_number_id, contact_id, last_inbound_at)
       SELECT $1, o.phone_number_id, p.into_id, max(o.last_inbound_at)
       FROM unnest($2::uuid[], $3::uuid[]) AS p (from_id, into_id)
       JOIN contact_windows o ON o.agency_id = $1 AND o.contact_id = p.from_id
       GROUP BY o.phone_number_id, p.into_id ORDER BY o.phone_number_id, p.into_id
       ON CONFLICT (agency_id, phone_number_id, contact_id)
         DO UPDATE SET last_inbound_at = greatest(w.last_inbound_at, excluded.last_inbound_at)`,
      [tx.agencyId, merges.map(({ from }) => from), merges.map(({ into }) => into)],
    );
  }
}

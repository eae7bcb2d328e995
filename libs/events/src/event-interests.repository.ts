import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';

/**
 * Which events somebody in an agency wants to hear of. Those that come with every message are written only where they are
 * wanted, in the statement of the change itself, so that nobody else pays for them.
 */
@Injectable()
export class EventInterests {
  /** These and no others from now on. Whoever writes a wanted event at the same moment may still have missed it. */
  async replace(tx: AgencyTx, listener: string, types: readonly string[]): Promise<void> {
    await Promise.all([
      tx.execute('DELETE FROM event_interests WHERE agency_id = $1 AND listener = $2 AND NOT type = ANY ($3)', [
        tx.agencyId,
        listener,
        types,
      ]),
      tx.execute(
        `INSERT INTO event_interests (agency_id, listener, type) SELECT $1, $2, t FROM unnest($3::text[]) AS t
         ON CONFLICT DO NOTHING`,
        [tx.agencyId, listener, types],
      ),
    ]);
  }
}

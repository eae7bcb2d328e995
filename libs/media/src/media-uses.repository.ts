import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export type MediaUser = 'template' | 'campaign' | 'reply-rule';

/** Something that stands on a file. */
export interface MediaUse {
  readonly usedBy: MediaUser;
  readonly userId: Uuid;
}

/** The only file that touches `media_uses`. */
@Injectable()
export class MediaUsesRepository {
  /** From now on exactly these files are used by it. */
  async replace(tx: AgencyTx, { usedBy, userId }: MediaUse, mediaIds: readonly Uuid[]): Promise<void> {
    await Promise.all([
      tx.execute(
        `DELETE FROM media_uses WHERE agency_id = $1 AND used_by = $2 AND user_id = $3 AND NOT media_id = ANY ($4)`,
        [tx.agencyId, usedBy, userId, mediaIds],
      ),
      tx.execute(
        `INSERT INTO media_uses (agency_id, media_id, used_by, user_id) SELECT $1, id, $2, $3 FROM unnest($4::uuid[]) AS m (id)
         ON CONFLICT DO NOTHING`,
        [tx.agencyId, usedBy, userId, mediaIds],
      ),
    ]);
  }

  async ofMedia(tx: AgencyTx, mediaId: Uuid): Promise<MediaUse[]> {
    return tx.query<MediaUse>(
      `SELECT used_by AS "usedBy", user_id AS "userId" FROM media_uses WHERE agency_id = $1 AND media_id = $2
       ORDER BY used_by, user_id`,
      [tx.agencyId, mediaId],
    );
  }
}

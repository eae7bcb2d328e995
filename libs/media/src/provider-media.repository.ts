import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

/** A copy of a file at WhatsApp, for one number. */
export interface ProviderCopy {
  readonly mediaId: Uuid;
  readonly numberId: Uuid;
  readonly providerMediaId: string;
  readonly expiresAt: Date;
}

/** The only file that touches `provider_media`. */
@Injectable()
export class ProviderMediaRepository {
  async usable(tx: AgencyTx, numberId: Uuid, mediaIds: readonly Uuid[], until: Date): Promise<ProviderCopy[]> {
    return tx.query<ProviderCopy>(
      `SELECT media_id AS "mediaId", phone_number_id AS "numberId", provider_media_id AS "providerMediaId",
         expires_at AS "expiresAt" FROM provider_media
       WHERE agency_id = $1 AND phone_number_id = $2 AND media_id = ANY ($3) AND expires_at > $4`,
      [tx.agencyId, numberId, mediaIds, until],
    );
  }

  async put(tx: AgencyTx, { numberId, mediaId, providerMediaId, expiresAt }: ProviderCopy): Promise<void> {
    await tx.execute(
      `INSERT INTO provider_media (agency_id, phone_number_id, media_id, provider_media_id, expires_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (agency_id, phone_number_id, media_id)
         DO UPDATE SET provider_media_id = excluded.provider_media_id, expires_at = excluded.expires_at`,
      [tx.agencyId, numberId, mediaId, providerMediaId, expiresAt],
    );
  }

  async ofMedia(tx: AgencyTx, mediaIds: readonly Uuid[]): Promise<ProviderCopy[]> {
    return tx.query<ProviderCopy>(
      `SELECT media_id AS "mediaId", phone_number_id AS "numberId", provider_media_id AS "providerMediaId",
         expires_at AS "expiresAt" FROM provider_media WHERE agency_id = $1 AND media_id = ANY ($2) ORDER BY phone_number_id`,
      [tx.agencyId, mediaIds],
    );
  }

  /** WhatsApp does not know it any more, or is not to know it. */
  async forget(tx: AgencyTx, numberId: Uuid, mediaIds: readonly Uuid[]): Promise<void> {
    await tx.execute(
      'DELETE FROM provider_media WHERE agency_id = $1 AND phone_number_id = $2 AND media_id = ANY ($3)',
      [tx.agencyId, numberId, mediaIds],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { PASSWORD_RESET_SECONDS } from '../sessions/session-limits.js';

/** Links that work at once for one person: whoever clicks "send again" has more than one mail to choose from. */
const MAX_OPEN = 3;

/** Links of recovery mails, as hashes. */
@Injectable()
export class PasswordResetsRepository {
  /** Also sweeps out links that are over. @returns when the link ends; null for a person who has enough open ones */
  async insert(tx: AgencyTx, userId: Uuid, tokenHash: Buffer): Promise<Date | null> {
    // Locked, so that requests at once count one another.
    await tx.query('SELECT id FROM users WHERE agency_id = $1 AND id = $2 FOR UPDATE', [tx.agencyId, userId]);
    await tx.execute('DELETE FROM password_resets WHERE agency_id = $1 AND user_id = $2 AND expires_at < now()', [
      tx.agencyId,
      userId,
    ]);
    const rows = await tx.query<{ expires_at: Date }>(
      `INSERT INTO password_resets (agency_id, token_hash, user_id, expires_at)
       SELECT $1, $2, $3, now() + make_interval(secs => $4)
       WHERE (SELECT count(*) FROM password_resets
         WHERE agency_id = $1 AND user_id = $3 AND used_at IS NULL AND expires_at > now()) < $5
       RETURNING expires_at`,
      [tx.agencyId, tokenHash, userId, PASSWORD_RESET_SECONDS, MAX_OPEN],
    );
    return rows[0]?.expires_at ?? null;
  }

  /** Whose link this is; null for one that is unknown, used or over, or whose person is disabled. */
  async find(tx: AgencyTx, tokenHash: Buffer): Promise<Uuid | null> {
    const rows = await tx.query<{ user_id: Uuid }>(
      `SELECT r.user_id FROM password_resets r JOIN users u ON u.agency_id = r.agency_id AND u.id = r.user_id
       WHERE r.agency_id = $1 AND r.token_hash = $2 AND r.used_at IS NULL AND r.expires_at > now()
         AND u.disabled_at IS NULL`,
      [tx.agencyId, tokenHash],
    );
    return rows[0]?.user_id ?? null;
  }

  /** Uses this link and with it all others of the person. False when somebody was faster. */
  async use(tx: AgencyTx, userId: Uuid, tokenHash: Buffer): Promise<boolean> {
    const used = await tx.query<{ token_hash: Buffer }>(
      `UPDATE password_resets SET used_at = now() WHERE agency_id = $1 AND user_id = $2 AND used_at IS NULL
       RETURNING token_hash`,
      [tx.agencyId, userId],
    );
    return used.some((row) => row.token_hash.equals(tokenHash));
  }
}

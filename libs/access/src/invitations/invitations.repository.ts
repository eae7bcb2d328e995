import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { Role } from '../roles.js';

export interface InvitationRow {
  readonly id: Uuid;
  readonly emailSealed: Buffer;
  readonly nameSealed: Buffer | null;
  readonly roles: readonly Role[];
  readonly tokenHash: Buffer;
  readonly invitedBy: Uuid | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
  /** By the clock of the database, which also says when memberships begin. */
  readonly isExpired: boolean;
}

export interface NewInvitationRow
  extends Pick<InvitationRow, 'id' | 'emailSealed' | 'nameSealed' | 'roles' | 'tokenHash'> {
  readonly emailIndex: Buffer;
  readonly days: number;
}

const COLUMNS = `id, email_sealed AS "emailSealed", name_sealed AS "nameSealed", roles, token_hash AS "tokenHash",
  invited_by AS "invitedBy", created_at AS "createdAt", expires_at AS "expiresAt", accepted_at AS "acceptedAt",
  revoked_at AS "revokedAt", expires_at <= now() AS "isExpired"`;

/** The only file that touches `invitations`. */
@Injectable()
export class InvitationsRepository {
  constructor(private readonly database: AgencyDatabase) {}

  async insert(tx: AgencyTx, invitation: NewInvitationRow): Promise<InvitationRow> {
    const rows = await tx.query<InvitationRow>(
      `INSERT INTO invitations (agency_id, id, email_sealed, email_bidx, name_sealed, roles, token_hash, invited_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(days => $9)) RETURNING ${COLUMNS}`,
      [
        tx.agencyId,
        invitation.id,
        invitation.emailSealed,
        invitation.emailIndex,
        invitation.nameSealed,
        invitation.roles,
        invitation.tokenHash,
        tx.actor.kind === 'user' ? tx.actor.id : null,
        invitation.days,
      ],
    );
    return rows[0] as InvitationRow;
  }

  /** What has expired makes room for another invitation of the same person. */
  async closeExpired(tx: AgencyTx, emailIndexes: readonly Buffer[]): Promise<void> {
    await tx.execute(
      `UPDATE invitations SET revoked_at = now() WHERE agency_id = $1 AND email_bidx = ANY ($2) AND accepted_at IS NULL
         AND revoked_at IS NULL AND expires_at <= now()`,
      [tx.agencyId, emailIndexes],
    );
  }

  /** The unique index says the same, but knows only the indexes of one key. */
  async hasOpen(tx: AgencyTx, emailIndexes: readonly Buffer[]): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM invitations WHERE agency_id = $1 AND email_bidx = ANY ($2) AND accepted_at IS NULL AND revoked_at IS NULL`,
      [tx.agencyId, emailIndexes],
    );
    return rows.length > 0;
  }

  /** Those that wait to be accepted, expired ones too, newest first. */
  async listOpen(tx: AgencyTx): Promise<InvitationRow[]> {
    return tx.query<InvitationRow>(
      `SELECT ${COLUMNS} FROM invitations WHERE agency_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL
       ORDER BY id DESC`,
      [tx.agencyId],
    );
  }

  /** Open ones that end within three days. */
  async countEnding(tx: AgencyTx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM invitations WHERE agency_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL
         AND expires_at > now() AND expires_at < now() + interval '3 days'`,
      [tx.agencyId],
    );
    return row?.n ?? 0;
  }

  async lock(tx: AgencyTx, id: Uuid): Promise<InvitationRow | null> {
    const rows = await tx.query<InvitationRow>(
      `SELECT ${COLUMNS} FROM invitations WHERE agency_id = $1 AND id = $2 FOR UPDATE`,
      [tx.agencyId, id],
    );
    return rows[0] ?? null;
  }

  async renew(tx: AgencyTx, id: Uuid, tokenHash: Buffer, days: number): Promise<InvitationRow> {
    const rows = await tx.query<InvitationRow>(
      `UPDATE invitations SET token_hash = $3, expires_at = now() + make_interval(days => $4)
       WHERE agency_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
      [tx.agencyId, id, tokenHash, days],
    );
    return rows[0] as InvitationRow;
  }

  async revoke(tx: AgencyTx, id: Uuid): Promise<void> {
    await tx.execute('UPDATE invitations SET revoked_at = now() WHERE agency_id = $1 AND id = $2', [tx.agencyId, id]);
  }

  async accept(tx: AgencyTx, id: Uuid, userId: Uuid): Promise<void> {
    await tx.execute('UPDATE invitations SET accepted_at = now(), accepted_by = $3 WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      userId,
    ]);
  }

  /** Moves the fence of this transaction: a person is made under the platform, and a member in the agency that invited. */
  async moveTo(tx: AgencyTx, agencyId: Uuid): Promise<AgencyTx> {
    await tx.query(`SELECT set_config('app.agency_id', $1, true)`, [agencyId]);
    return { ...tx, agencyId };
  }

  async acrossAgenciesByToken(tokenHash: Buffer): Promise<{ agencyId: Uuid; id: Uuid } | null> {
    const rows = await this.database.acrossAgencies<{ agency_id: Uuid; id: Uuid }>('invitation_by_token', [tokenHash]);
    return rows[0] ? { agencyId: rows[0].agency_id, id: rows[0].id } : null;
  }
}

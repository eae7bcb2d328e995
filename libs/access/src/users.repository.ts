import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { Role } from './roles.js';

export interface UserRow {
  readonly id: Uuid;
  readonly emailSealed: Buffer;
  readonly emailIndex: Buffer;
  readonly nameSealed: Buffer;
  readonly passwordHash: string;
}

export interface SignInRow {
  readonly id: Uuid;
  readonly password_hash: string;
  readonly session_epoch: number;
  readonly disabled_at: Date | null;
}

/** People, who live under the platform, and the roles they hold in agencies. */
@Injectable()
export class UsersRepository {
  constructor(private readonly database: AgencyDatabase) {}

  async insert(tx: AgencyTx, user: UserRow): Promise<void> {
    await tx.execute(
      `INSERT INTO users (agency_id, id, email_sealed, email_bidx, name_sealed, password_hash)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [tx.agencyId, user.id, user.emailSealed, user.emailIndex, user.nameSealed, user.passwordHash],
    );
  }

  /** False when the person holds the role already. */
  async insertMembership(tx: AgencyTx, membership: { id: Uuid; userId: Uuid; role: Role }): Promise<boolean> {
    const added = await tx.execute(
      `INSERT INTO memberships (agency_id, id, user_id, role) VALUES ($1, $2, $3, $4)
       ON CONFLICT (agency_id, user_id, role) WHERE valid_to IS NULL DO NOTHING`,
      [tx.agencyId, membership.id, membership.userId, membership.role],
    );
    return added === 1;
  }

  async acrossAgenciesForSignIn(emailIndex: Buffer): Promise<SignInRow | null> {
    const rows = await this.database.acrossAgencies<SignInRow>('user_for_sign_in', [emailIndex]);
    return rows[0] ?? null;
  }
}

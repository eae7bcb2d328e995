import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import type { Role } from '../roles.js';

export interface MembershipRow {
  readonly id: Uuid;
  readonly userId: Uuid;
  readonly role: Role;
  readonly since: Date;
  readonly until: Date | null;
}

export interface MemberRow {
  readonly id: Uuid;
  readonly email_sealed: Buffer;
  readonly name_sealed: Buffer;
  readonly disabled_at: Date | null;
  readonly last_sign_in_at: Date | null;
  readonly mfa: boolean;
}

const COLUMNS = 'id, user_id AS "userId", role, valid_from AS since, valid_to AS until';

/** Who holds and held which role in an agency. Rows end and are never removed. */
@Injectable()
export class MembersRepository {
  /** Everybody who holds or held a role here, whoever they are elsewhere. */
  async people(tx: AgencyTx): Promise<MemberRow[]> {
    return tx.query<MemberRow>('SELECT * FROM members_of_agency()');
  }

  /** Of these ids, those that are people of the agency. */
  async sealedNames(
    tx: AgencyTx,
    ids: readonly Uuid[],
  ): Promise<Pick<MemberRow, 'id' | 'email_sealed' | 'name_sealed'>[]> {
    return tx.query('SELECT id, email_sealed, name_sealed FROM members_of_agency() WHERE id = ANY($1)', [ids]);
  }

  /** Of these ids, those that are people who did something that stands in the agency's log. */
  async sealedActors(
    tx: AgencyTx,
    ids: readonly Uuid[],
  ): Promise<Pick<MemberRow, 'id' | 'email_sealed' | 'name_sealed'>[]> {
    return tx.query('SELECT id, email_sealed, name_sealed FROM actors_of_log($1)', [ids]);
  }

  async rolesOn(tx: AgencyTx, at: Date | null): Promise<MembershipRow[]> {
    return tx.query<MembershipRow>(
      `SELECT ${COLUMNS} FROM memberships
       WHERE agency_id = $1 AND valid_from <= coalesce($2, now()) AND (valid_to IS NULL OR valid_to > coalesce($2, now()))
       ORDER BY user_id, role`,
      [tx.agencyId, at],
    );
  }

  async historyOf(tx: AgencyTx, userId: Uuid): Promise<MembershipRow[]> {
    return tx.query<MembershipRow>(
      `SELECT ${COLUMNS} FROM memberships WHERE agency_id = $1 AND user_id = $2 ORDER BY valid_from, role`,
      [tx.agencyId, userId],
    );
  }

  /**
   * All roles that are held now, locked in one order: two admins who end each other at once do not both succeed. Whoever
   * waited for the lock has to look at the clock again, and now() stands still inside a transaction.
   */
  async lockHeld(tx: AgencyTx): Promise<MembershipRow[]> {
    return tx.query<MembershipRow>(
      `SELECT ${COLUMNS} FROM memberships WHERE agency_id = $1 AND (valid_to IS NULL OR valid_to > clock_timestamp())
       ORDER BY id FOR UPDATE`,
      [tx.agencyId],
    );
  }

  /** A row that began in a transaction that is younger than this one ends when it began. */
  async end(tx: AgencyTx, ids: readonly Uuid[]): Promise<void> {
    await tx.execute(
      'UPDATE memberships SET valid_to = greatest(now(), valid_from) WHERE agency_id = $1 AND id = ANY($2)',
      [tx.agencyId, ids],
    );
  }

  /** Gives roles; one that is held stays as it is. @returns those that are new */
  async add(tx: AgencyTx, userId: Uuid, roles: readonly Role[], grantedBy: Uuid | null): Promise<Role[]> {
    const rows = await tx.query<{ role: Role }>(
      `INSERT INTO memberships (agency_id, id, user_id, role, granted_by)
       SELECT $1, r.id, $2, r.role, $5 FROM unnest($3::uuid[], $4::text[]) AS r (id, role)
       ON CONFLICT (agency_id, user_id, role) WHERE valid_to IS NULL DO NOTHING RETURNING role`,
      [tx.agencyId, userId, roles.map(() => newId()), roles, grantedBy],
    );
    return rows.map(({ role }) => role);
  }
}

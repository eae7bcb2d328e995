import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import type { Role } from './roles.js';
import { LOCK_AFTER_FAILURES, LOCK_WINDOW_SECONDS } from './sessions/session-limits.js';

export interface UserRow {
  readonly id: Uuid;
  readonly emailSealed: Buffer;
  readonly emailIndex: Buffer;
  readonly nameSealed: Buffer;
  /** Null for somebody who signs in with a passkey or through their agency only. */
  readonly passwordHash: string | null;
}

export interface SignInRow {
  readonly id: Uuid;
  /** Null for somebody who signs in with a passkey or through their agency only. */
  readonly password_hash: string | null;
  readonly session_epoch: number;
  readonly disabled_at: Date | null;
  readonly failed_sign_ins: number;
  /** Seconds until the window of these failures ends, or 0. */
  readonly locked_seconds: number;
}

export interface ProfileRow {
  readonly email_sealed: Buffer;
  readonly name_sealed: Buffer;
  readonly password_hash: string | null;
  readonly language: string | null;
  readonly preferences: Readonly<Record<string, unknown>>;
}

export interface ProfileChange {
  readonly nameSealed?: Buffer;
  readonly language?: string;
  readonly preferences?: Readonly<Record<string, unknown>>;
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
      `INSERT INTO memberships (agency_id, id, user_id, role, granted_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (agency_id, user_id, role) WHERE valid_to IS NULL DO NOTHING`,
      [tx.agencyId, membership.id, membership.userId, membership.role, tx.actor.kind === 'user' ? tx.actor.id : null],
    );
    return added === 1;
  }

  /** The roles that somebody holds now in this agency, locked against a sign-in beside this one. */
  /** The open roles of a person, and whether somebody else holds the role of the admins; all locked in one order. */
  async lockOpenMemberships(
    tx: AgencyTx,
    userId: Uuid,
    adminRole: Role,
  ): Promise<{ readonly held: readonly { role: Role; bySso: boolean }[]; readonly hasOtherAdmin: boolean }> {
    const rows = await tx.query<{ role: Role; bySso: boolean; isOwn: boolean; isOpen: boolean }>(
      `SELECT role, by_sso AS "bySso", user_id = $2 AS "isOwn", valid_to IS NULL AS "isOpen" FROM memberships
       WHERE agency_id = $1 AND (user_id = $2 OR role = $3) AND (valid_to IS NULL OR valid_to > clock_timestamp())
       ORDER BY id FOR UPDATE`,
      [tx.agencyId, userId, adminRole],
    );
    const held = rows.filter(({ isOwn, isOpen }) => isOwn && isOpen);
    return { held, hasOtherAdmin: rows.some(({ isOwn }) => !isOwn) };
  }

  async endSsoRoles(tx: AgencyTx, userId: Uuid, roles: readonly Role[]): Promise<void> {
    if (roles.length === 0) return;
    await tx.execute(
      `UPDATE memberships SET valid_to = now()
       WHERE agency_id = $1 AND user_id = $2 AND role = ANY ($3) AND by_sso AND valid_to IS NULL`,
      [tx.agencyId, userId, roles],
    );
  }

  async insertSsoRoles(tx: AgencyTx, userId: Uuid, roles: readonly Role[]): Promise<void> {
    if (roles.length === 0) return;
    await tx.execute(
      `INSERT INTO memberships (agency_id, id, user_id, role, by_sso)
       SELECT $1, r.id, $2, r.role, true FROM unnest($3::uuid[], $4::text[]) AS r (id, role)
       ON CONFLICT (agency_id, user_id, role) WHERE valid_to IS NULL DO NOTHING`,
      [tx.agencyId, userId, roles.map(() => newId()), roles],
    );
  }

  async acrossAgenciesForSignIn(emailIndex: Buffer): Promise<SignInRow | null> {
    const rows = await this.database.acrossAgencies<SignInRow>('user_for_sign_in', [emailIndex]);
    return rows[0] ?? null;
  }

  /** One more failed proof. True when it is the one that locks the account. For nobody (null) as long, and nothing. */
  async countFailure(tx: AgencyTx, userId: Uuid | null): Promise<boolean> {
    const rows = await tx.query<{ failed_sign_ins: number }>(
      `UPDATE users SET
         failed_sign_ins = CASE WHEN failures_until > now() THEN failed_sign_ins + 1 ELSE 1 END,
         failures_until = CASE WHEN failures_until > now() THEN failures_until ELSE now() + make_interval(secs => $3) END
       WHERE agency_id = $1 AND id = $2 RETURNING failed_sign_ins`,
      [tx.agencyId, userId, LOCK_WINDOW_SECONDS],
    );
    return rows[0]?.failed_sign_ins === LOCK_AFTER_FAILURES;
  }

  /** Forgets failures after a whole sign-in. False for somebody locked: guesses that ran side by side do not pass. */
  async recordSignIn(tx: AgencyTx, userId: Uuid, isLockable: boolean): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE users SET last_sign_in_at = now(), failed_sign_ins = 0, failures_until = NULL
       WHERE agency_id = $1 AND id = $2 AND NOT ($4 AND failed_sign_ins >= $3 AND coalesce(failures_until > now(), false))`,
      [tx.agencyId, userId, LOCK_AFTER_FAILURES, isLockable],
    );
    return changed === 1;
  }

  /** Seconds that somebody is locked, or 0. */
  async lockedSeconds(tx: AgencyTx, userId: Uuid): Promise<number> {
    const rows = await tx.query<{ seconds: number }>(
      `SELECT greatest(0, ceil(extract(epoch FROM failures_until - now())))::int AS seconds FROM users
       WHERE agency_id = $1 AND id = $2 AND failed_sign_ins >= $3`,
      [tx.agencyId, userId, LOCK_AFTER_FAILURES],
    );
    return rows[0]?.seconds ?? 0;
  }

  async findProfile(tx: AgencyTx, userId: Uuid): Promise<ProfileRow | null> {
    const rows = await tx.query<ProfileRow>(
      `SELECT email_sealed, name_sealed, password_hash, language, preferences FROM users
       WHERE agency_id = $1 AND id = $2 AND disabled_at IS NULL`,
      [tx.agencyId, userId],
    );
    return rows[0] ?? null;
  }

  /** What is left out stays as it is; preferences are merged one by one. */
  async changeProfile(tx: AgencyTx, userId: Uuid, change: ProfileChange): Promise<void> {
    await tx.execute(
      `UPDATE users SET name_sealed = coalesce($3, name_sealed), language = coalesce($4, language),
         preferences = preferences || $5::jsonb
       WHERE agency_id = $1 AND id = $2`,
      [
        tx.agencyId,
        userId,
        change.nameSealed ?? null,
        change.language ?? null,
        JSON.stringify(change.preferences ?? {}),
      ],
    );
  }

  async setPassword(tx: AgencyTx, userId: Uuid, passwordHash: string): Promise<void> {
    await tx.execute(
      `UPDATE users SET password_hash = $3, failed_sign_ins = 0, failures_until = NULL WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, userId, passwordHash],
    );
  }
}

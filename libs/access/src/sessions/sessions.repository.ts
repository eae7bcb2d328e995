import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { RefreshFacts } from './refresh-decision.js';
import {
  LOST_ANSWER_GRACE_SECONDS,
  SESSION_IDLE_SECONDS,
  SESSION_KEPT_DAYS,
  SESSION_LIFE_SECONDS,
  STEP_UP_SECONDS,
  TOUCH_SECONDS,
} from './session-limits.js';

export interface NewSession {
  readonly id: Uuid;
  readonly userId: Uuid;
  readonly methods: readonly string[];
  readonly mustEnrol: boolean;
  readonly device: string | null;
  readonly network: string | null;
}

export interface LiveSessionRow {
  readonly id: Uuid;
  readonly user_id: Uuid;
  readonly epoch: number;
  readonly must_enrol: boolean;
  readonly stepped_up_until: Date | null;
  readonly is_touch_due: boolean;
}

export interface RefreshRow extends RefreshFacts {
  readonly userId: Uuid;
  readonly epoch: number;
  readonly mustEnrol: boolean;
  readonly endsAt: Date;
}

export interface SessionRow {
  readonly id: Uuid;
  readonly created_at: Date;
  readonly last_used_at: Date;
  readonly device: string | null;
  readonly network: string | null;
}

/** Sessions, which live under the platform. Times are those of Postgres, which all processes share. */
@Injectable()
export class SessionsRepository {
  /** Also sweeps out old sessions of the person. Null for someone unknown or disabled. */
  async insert(tx: AgencyTx, session: NewSession): Promise<{ epoch: number; endsAt: Date } | null> {
    const { id, userId, methods, mustEnrol, device, network } = session;
    const [rows] = await Promise.all([
      tx.query<{ epoch: number; endsAt: Date }>(
        `INSERT INTO sessions (agency_id, id, user_id, epoch, methods, must_enrol, device, network, ends_at)
         SELECT u.agency_id, $2, u.id, u.session_epoch, $4, $5, $6, $7, now() + make_interval(secs => $8)
         FROM users u WHERE u.agency_id = $1 AND u.id = $3 AND u.disabled_at IS NULL
         RETURNING epoch, ends_at AS "endsAt"`,
        [tx.agencyId, id, userId, methods, mustEnrol, device, network, SESSION_LIFE_SECONDS],
      ),
      tx.execute(
        'DELETE FROM sessions WHERE agency_id = $1 AND user_id = $2 AND created_at < now() - make_interval(days => $3)',
        [tx.agencyId, userId, SESSION_KEPT_DAYS],
      ),
    ]);
    return rows[0] ?? null;
  }

  async findLive(tx: AgencyTx, id: Uuid): Promise<LiveSessionRow | null> {
    const rows = await tx.query<LiveSessionRow>(
      `SELECT s.id, s.user_id, s.epoch, s.must_enrol, s.stepped_up_until,
         s.last_used_at < now() - make_interval(secs => $4) AS is_touch_due
       FROM sessions s JOIN users u ON u.agency_id = s.agency_id AND u.id = s.user_id
       WHERE s.agency_id = $1 AND s.id = $2 AND s.ended_at IS NULL AND s.ends_at > now()
         AND s.last_used_at > now() - make_interval(secs => $3) AND s.epoch = u.session_epoch AND u.disabled_at IS NULL`,
      [tx.agencyId, id, SESSION_IDLE_SECONDS, TOUCH_SECONDS],
    );
    return rows[0] ?? null;
  }

  async touch(tx: AgencyTx, id: Uuid): Promise<void> {
    await tx.execute(
      `UPDATE sessions SET last_used_at = now()
       WHERE agency_id = $1 AND id = $2 AND ended_at IS NULL AND last_used_at < now() - make_interval(secs => $3)`,
      [tx.agencyId, id, TOUCH_SECONDS],
    );
  }

  /** Locks the session, so that two refreshes at once follow one another. */
  async lockForRefresh(tx: AgencyTx, id: Uuid): Promise<RefreshRow | null> {
    const rows = await tx.query<RefreshRow>(
      `SELECT s.user_id AS "userId", s.epoch, s.must_enrol AS "mustEnrol", s.generation, s.ends_at AS "endsAt",
         s.rotated_at > now() - make_interval(secs => $4) AS "isInGrace",
         (s.ended_at IS NULL AND s.ends_at > now() AND s.last_used_at > now() - make_interval(secs => $3)
           AND s.epoch = u.session_epoch AND u.disabled_at IS NULL) AS "isAlive"
       FROM sessions s JOIN users u ON u.agency_id = s.agency_id AND u.id = s.user_id
       WHERE s.agency_id = $1 AND s.id = $2 FOR UPDATE OF s`,
      [tx.agencyId, id, SESSION_IDLE_SECONDS, LOST_ANSWER_GRACE_SECONDS],
    );
    return rows[0] ?? null;
  }

  async rotate(tx: AgencyTx, id: Uuid): Promise<void> {
    await tx.execute(
      `UPDATE sessions SET generation = generation + 1, rotated_at = now(), last_used_at = now()
       WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id],
    );
  }

  async listLive(tx: AgencyTx, userId: Uuid): Promise<SessionRow[]> {
    return tx.query<SessionRow>(
      `SELECT s.id, s.created_at, s.last_used_at, s.device, s.network
       FROM sessions s JOIN users u ON u.agency_id = s.agency_id AND u.id = s.user_id
       WHERE s.agency_id = $1 AND s.user_id = $2 AND s.ended_at IS NULL AND s.ends_at > now()
         AND s.last_used_at > now() - make_interval(secs => $3) AND s.epoch = u.session_epoch
       ORDER BY s.last_used_at DESC, s.id`,
      [tx.agencyId, userId, SESSION_IDLE_SECONDS],
    );
  }

  /** False when there is no such open session of this person. */
  async end(tx: AgencyTx, session: { id: Uuid; userId: Uuid }, reason: string): Promise<boolean> {
    const ended = await tx.execute(
      `UPDATE sessions SET ended_at = now(), ended_reason = $4
       WHERE agency_id = $1 AND user_id = $2 AND id = $3 AND ended_at IS NULL`,
      [tx.agencyId, session.userId, session.id, reason],
    );
    return ended === 1;
  }

  /** Ends all sessions of a person but one. @returns the ids of those that ended */
  async endOthers(tx: AgencyTx, userId: Uuid, keep: Uuid | null, reason: string): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `UPDATE sessions SET ended_at = now(), ended_reason = $4
       WHERE agency_id = $1 AND user_id = $2 AND id IS DISTINCT FROM $3 AND ended_at IS NULL RETURNING id`,
      [tx.agencyId, userId, keep, reason],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns when the session ends; null when there is none */
  async stepUp(tx: AgencyTx, id: Uuid): Promise<Date | null> {
    const rows = await tx.query<{ endsAt: Date }>(
      `UPDATE sessions SET stepped_up_until = now() + make_interval(secs => $3) WHERE agency_id = $1 AND id = $2
       RETURNING ends_at AS "endsAt"`,
      [tx.agencyId, id, STEP_UP_SECONDS],
    );
    return rows[0]?.endsAt ?? null;
  }

  /** The session has proved a second step of its own: it may do what its person may. */
  async markEnrolled(tx: AgencyTx, id: Uuid, method: string): Promise<void> {
    await tx.execute(
      `UPDATE sessions SET must_enrol = false, methods = methods || $3::text WHERE agency_id = $1 AND id = $2 AND must_enrol`,
      [tx.agencyId, id, method],
    );
  }
}

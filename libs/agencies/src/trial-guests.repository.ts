import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { AgencyStatus } from './agency-status.js';
import type { QuietHours } from './quiet-hours.js';

export interface GuestRow {
  readonly id: Uuid;
  readonly phoneSealed: Buffer;
  readonly nameSealed: Buffer | null;
  readonly createdAt: Date;
}

export interface NewGuestRow {
  readonly id: Uuid;
  readonly phoneSealed: Buffer;
  readonly phoneIndex: Buffer;
  readonly nameSealed: Buffer | null;
}

export interface StandingRow {
  readonly status: AgencyStatus;
  readonly timeZone: string;
  readonly quietHours: QuietHours | null;
  /** Whom an agency on trial may write to; empty for others. */
  readonly guests: readonly Buffer[];
}

/** The only file that touches `trial_guests` and `trial_days`. */
@Injectable()
export class TrialGuestsRepository {
  async insert(tx: AgencyTx, guest: NewGuestRow): Promise<void> {
    await tx.execute(
      'INSERT INTO trial_guests (agency_id, id, phone_sealed, phone_bidx, name_sealed) VALUES ($1, $2, $3, $4, $5)',
      [tx.agencyId, guest.id, guest.phoneSealed, guest.phoneIndex, guest.nameSealed],
    );
  }

  async list(tx: AgencyTx): Promise<GuestRow[]> {
    return tx.query<GuestRow>(
      `SELECT id, phone_sealed AS "phoneSealed", name_sealed AS "nameSealed", created_at AS "createdAt"
       FROM trial_guests WHERE agency_id = $1 ORDER BY created_at, id`,
      [tx.agencyId],
    );
  }

  /** How many there are. Whoever adds one waits here for another who does, so that the list does not grow past its limit. */
  async lockCount(tx: AgencyTx): Promise<number> {
    await tx.query('SELECT 1 FROM agencies WHERE agency_id = $1 FOR NO KEY UPDATE', [tx.agencyId]);
    const [row] = await tx.query<{ n: number }>('SELECT count(*)::int AS n FROM trial_guests WHERE agency_id = $1', [
      tx.agencyId,
    ]);
    return row?.n ?? 0;
  }

  async remove(tx: AgencyTx, id: Uuid): Promise<boolean> {
    return (await tx.execute('DELETE FROM trial_guests WHERE agency_id = $1 AND id = $2', [tx.agencyId, id])) === 1;
  }

  async standing(tx: AgencyTx): Promise<StandingRow | null> {
    const [row] = await tx.query<StandingRow>(
      `SELECT a.status, a.time_zone AS "timeZone", a.quiet_hours AS "quietHours", CASE WHEN a.status = 'trial' THEN
         ARRAY(SELECT g.phone_bidx FROM trial_guests g WHERE g.agency_id = $1) ELSE '{}' END AS guests
       FROM agencies a WHERE a.agency_id = $1`,
      [tx.agencyId],
    );
    return row ?? null;
  }

  async countOfDay(tx: AgencyTx, day: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>('SELECT n FROM trial_days WHERE agency_id = $1 AND day = $2::date', [
      tx.agencyId,
      day,
    ]);
    return row?.n ?? 0;
  }

  /** Locks the day until the transaction ends, so that two requests do not both take the last message. */
  async lockDay(tx: AgencyTx, day: string): Promise<number> {
    await tx.execute(
      'INSERT INTO trial_days (agency_id, day) VALUES ($1, $2::date) ON CONFLICT (agency_id, day) DO NOTHING',
      [tx.agencyId, day],
    );
    const [row] = await tx.query<{ n: number }>(
      'SELECT n FROM trial_days WHERE agency_id = $1 AND day = $2::date FOR UPDATE',
      [tx.agencyId, day],
    );
    return row?.n ?? 0;
  }

  async addToDay(tx: AgencyTx, day: string, count: number): Promise<void> {
    await tx.execute('UPDATE trial_days SET n = n + $3 WHERE agency_id = $1 AND day = $2::date', [
      tx.agencyId,
      day,
      count,
    ]);
  }
}

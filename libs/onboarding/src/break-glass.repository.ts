import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { BreakGlass } from './break-glass.js';

export type NewBreakGlass = Pick<BreakGlass, 'id' | 'intoAgencyId' | 'reason' | 'minutes' | 'requestedBy'>;

const COLUMNS = `id, into_agency_id AS "intoAgencyId", reason, minutes, requested_by AS "requestedBy",
  requested_at AS "requestedAt", approved_by AS "approvedBy", approved_at AS "approvedAt", until,
  closed_by AS "closedBy", closed_at AS "closedAt"`;

/** The only file that touches `break_glass`. Its rows belong to the platform. */
@Injectable()
export class BreakGlassRepository {
  async insert(tx: AgencyTx, entry: NewBreakGlass): Promise<BreakGlass> {
    const [row] = await tx.query<BreakGlass>(
      `INSERT INTO break_glass (agency_id, id, into_agency_id, reason, minutes, requested_by)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${COLUMNS}`,
      [tx.agencyId, entry.id, entry.intoAgencyId, entry.reason, entry.minutes, entry.requestedBy],
    );
    return row as BreakGlass;
  }

  async find(tx: AgencyTx, id: Uuid): Promise<BreakGlass | null> {
    const [row] = await tx.query<BreakGlass>(`SELECT ${COLUMNS} FROM break_glass WHERE agency_id = $1 AND id = $2`, [
      tx.agencyId,
      id,
    ]);
    return row ?? null;
  }

  /** Newest first, from before `after`. */
  async list(tx: AgencyTx, limit: number, after: Uuid | undefined): Promise<BreakGlass[]> {
    return tx.query<BreakGlass>(
      `SELECT ${COLUMNS} FROM break_glass WHERE agency_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [tx.agencyId, after ?? null, limit],
    );
  }

  /** @returns whether it still waited for an approval */
  async approve(tx: AgencyTx, id: Uuid, by: Uuid, until: Date): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE break_glass SET approved_by = $3, approved_at = now(), until = least($4, now() + interval '60 minutes')
       WHERE agency_id = $1 AND id = $2 AND approved_by IS NULL AND closed_at IS NULL`,
      [tx.agencyId, id, by, until],
    );
    return changed === 1;
  }

  /** Those whose time ran out without anybody having written it down, the oldest first. */
  async listOver(tx: AgencyTx, limit: number): Promise<BreakGlass[]> {
    return tx.query<BreakGlass>(
      `SELECT ${COLUMNS} FROM break_glass
       WHERE agency_id = $1 AND until <= now() AND closed_at IS NULL AND over_at IS NULL ORDER BY until LIMIT $2`,
      [tx.agencyId, limit],
    );
  }

  /** @returns whether nobody else had marked it */
  async markOver(tx: AgencyTx, id: Uuid): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE break_glass SET over_at = now()
       WHERE agency_id = $1 AND id = $2 AND until <= now() AND closed_at IS NULL AND over_at IS NULL`,
      [tx.agencyId, id],
    );
    return changed === 1;
  }

  /** @returns whether it was neither closed nor over yet */
  async close(tx: AgencyTx, id: Uuid, by: Uuid): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE break_glass SET closed_by = $3, closed_at = now()
       WHERE agency_id = $1 AND id = $2 AND closed_at IS NULL AND over_at IS NULL`,
      [tx.agencyId, id, by],
    );
    return changed === 1;
  }
}

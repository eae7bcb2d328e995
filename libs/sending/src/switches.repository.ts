import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { Switch, SwitchScope, SwitchState } from './switch.js';

const COLUMNS = `id, scope, target_id AS "targetId", reason, stopped_by_kind AS "stoppedByKind", stopped_by AS "stoppedBy",
  stopped_at AS "stoppedAt", lifted_by_kind AS "liftedByKind", lifted_by AS "liftedBy", lifted_at AS "liftedAt"`;

export type SwitchRow = Pick<Switch, 'id' | 'scope' | 'targetId' | 'reason'>;

export interface SwitchFilter {
  readonly limit: number;
  readonly after?: Uuid;
  readonly state?: SwitchState;
}

/** The only file that touches `switches`; the claim reads it as well. */
@Injectable()
export class SwitchesRepository {
  /** @throws the violation of `switches_open_key` when the same is stopped already */
  async insert(tx: AgencyTx, { id, scope, targetId, reason }: SwitchRow): Promise<Switch> {
    const [row] = await tx.query<Switch>(
      `INSERT INTO switches (agency_id, id, scope, target_id, reason, stopped_by_kind, stopped_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${COLUMNS}`,
      [tx.agencyId, id, scope, targetId, reason, tx.actor.kind, tx.actor.id],
    );
    return row as Switch;
  }

  async find(tx: AgencyTx, id: Uuid): Promise<Switch | null> {
    const [row] = await tx.query<Switch>(`SELECT ${COLUMNS} FROM switches WHERE agency_id = $1 AND id = $2`, [
      tx.agencyId,
      id,
    ]);
    return row ?? null;
  }

  /** Newest first, from before `after`. */
  async list(tx: AgencyTx, { limit, after, state }: SwitchFilter): Promise<Switch[]> {
    return tx.query<Switch>(
      `SELECT ${COLUMNS} FROM switches WHERE agency_id = $1 AND ($2::uuid IS NULL OR id < $2)
         AND ($4::text IS NULL OR (lifted_at IS NULL) = ($4 = 'on')) ORDER BY id DESC LIMIT $3`,
      [tx.agencyId, after ?? null, limit, state ?? null],
    );
  }

  async countOn(tx: AgencyTx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM switches WHERE agency_id = $1 AND lifted_at IS NULL',
      [tx.agencyId],
    );
    return row?.n ?? 0;
  }

  /** @returns the switch, or null when it was lifted before */
  async lift(tx: AgencyTx, id: Uuid): Promise<Switch | null> {
    const [row] = await tx.query<Switch>(
      `UPDATE switches SET lifted_by_kind = $3, lifted_by = $4, lifted_at = now()
       WHERE agency_id = $1 AND id = $2 AND lifted_at IS NULL RETURNING ${COLUMNS}`,
      [tx.agencyId, id, tx.actor.kind, tx.actor.id],
    );
    return row ?? null;
  }

  /** Keys that may not ask for messages at present. */
  async stoppedKeys(tx: AgencyTx): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `SELECT target_id AS id FROM switches WHERE agency_id = $1 AND scope = 'api-key' AND lifted_at IS NULL`,
      [tx.agencyId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the agency has what is to be stopped. Only the ids are looked at, so no owner of a table is asked. */
  async isTarget(tx: AgencyTx, scope: SwitchScope, id: Uuid): Promise<boolean> {
    const [row] = await tx.query<{ known: boolean }>(
      `SELECT CASE $2::text
         WHEN 'agency' THEN $3::uuid = $1::uuid
         WHEN 'number' THEN EXISTS (SELECT 1 FROM phone_numbers WHERE agency_id = $1 AND id = $3)
         WHEN 'template' THEN EXISTS (SELECT 1 FROM templates WHERE agency_id = $1 AND id = $3)
         WHEN 'campaign' THEN EXISTS (SELECT 1 FROM messages WHERE agency_id = $1 AND campaign_id = $3)
         WHEN 'api-key' THEN EXISTS (SELECT 1 FROM api_keys WHERE agency_id = $1 AND id = $3)
       END AS known`,
      [tx.agencyId, scope, id],
    );
    return row?.known === true;
  }

  /** Tells the workers that hold a number's turn to look again before they write; they poll the epoch. */
  async bumpEpoch(tx: AgencyTx): Promise<void> {
    await tx.execute('UPDATE agencies SET suppression_epoch = suppression_epoch + 1 WHERE agency_id = $1', [
      tx.agencyId,
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { firstIdAt, type Uuid } from '#libs/kernel';
import type { CallbackEndpoint, EndpointView } from './callback-endpoint.js';
import type { EndpointHealth } from './endpoint-health.js';
import type { SignatureScheme } from './signatures.js';

export interface EndpointSecrets {
  readonly secretSealed: Buffer;
  readonly previousSealed: Buffer | null;
}

export type EndpointRow = CallbackEndpoint & EndpointSecrets & { readonly hasSucceeded: boolean };

export interface NewEndpointRow {
  readonly id: Uuid;
  readonly departmentId: Uuid | null;
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly scheme: SignatureScheme;
  readonly secretSealed: Buffer;
  readonly publicKey: string | null;
}

const COLUMNS = `e.id, e.department_id AS "departmentId", e.url, e.description, e.events, e.scheme, e.public_key AS "publicKey",
  e.previous_until AS "previousUntil", e.state, e.off_reason AS "offReason", e.off_at AS "offAt", e.failures,
  e.failing_since AS "failingSince", e.circuit_until AS "circuitUntil", e.warned_at AS "warnedAt",
  e.last_success_at AS "lastSuccessAt", e.created_at AS "createdAt", e.created_by AS "createdBy",
  e.secret_sealed AS "secretSealed", e.previous_sealed AS "previousSealed", e.first_success_at IS NOT NULL AS "hasSucceeded"`;

const VIEW = `(SELECT count(*)::int FROM callback_deliveries d
    WHERE d.agency_id = e.agency_id AND d.endpoint_id = e.id AND d.state = 'waiting') AS waiting,
  (SELECT json_build_object('succeeded', coalesce(sum(h.succeeded), 0), 'failed', coalesce(sum(h.failed), 0),
      'hours', coalesce(json_agg(h ORDER BY h.hour), '[]'))
    FROM (SELECT least(greatest(floor(extract(epoch FROM a.started_at - $3::timestamptz) / 3600), 0), 23)::int AS hour,
        count(*) FILTER (WHERE is_success)::int AS succeeded, count(*) FILTER (WHERE NOT is_success)::int AS failed
      FROM callback_attempts a WHERE a.agency_id = e.agency_id AND a.endpoint_id = e.id AND a.id >= $2
      GROUP BY 1) AS h) AS recent`;

/** The only file that touches `callback_endpoints`. */
@Injectable()
export class CallbackEndpointsRepository {
  async insert(tx: AgencyTx, row: NewEndpointRow): Promise<void> {
    await tx.execute(
      `INSERT INTO callback_endpoints (agency_id, id, department_id, url, description, events, scheme, secret_sealed, public_key,
         created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.agencyId,
        row.id,
        row.departmentId,
        row.url,
        row.description,
        row.events,
        row.scheme,
        row.secretSealed,
        row.publicKey,
        tx.actor.id,
      ],
    );
  }

  /** By age, with what went on since then. */
  async list(tx: AgencyTx, since: Date): Promise<EndpointView[]> {
    return tx.query<EndpointView>(
      `SELECT ${COLUMNS}, ${VIEW} FROM callback_endpoints e WHERE e.agency_id = $1 ORDER BY e.id`,
      [tx.agencyId, firstIdAt(since), since],
    );
  }

  async view(tx: AgencyTx, id: Uuid, since: Date): Promise<EndpointView | null> {
    const rows = await tx.query<EndpointView>(
      `SELECT ${COLUMNS}, ${VIEW} FROM callback_endpoints e WHERE e.agency_id = $1 AND e.id = $4`,
      [tx.agencyId, firstIdAt(since), since, id],
    );
    return rows[0] ?? null;
  }

  async find(tx: AgencyTx, id: Uuid): Promise<EndpointRow | null> {
    const rows = await tx.query<EndpointRow>(
      `SELECT ${COLUMNS} FROM callback_endpoints e WHERE e.agency_id = $1 AND e.id = $2`,
      [tx.agencyId, id],
    );
    return rows[0] ?? null;
  }

  async lock(tx: AgencyTx, id: Uuid): Promise<EndpointRow | null> {
    const rows = await tx.query<EndpointRow>(
      `SELECT ${COLUMNS} FROM callback_endpoints e WHERE e.agency_id = $1 AND e.id = $2 FOR NO KEY UPDATE`,
      [tx.agencyId, id],
    );
    return rows[0] ?? null;
  }

  async count(tx: AgencyTx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM callback_endpoints WHERE agency_id = $1',
      [tx.agencyId],
    );
    return row?.n ?? 0;
  }

  /** Endpoints that do not take what they are told, and those that were turned off for it. */
  async countTroubled(tx: AgencyTx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM callback_endpoints
       WHERE agency_id = $1 AND (state = 'failing' OR off_reason IN ('gone', 'failing'))`,
      [tx.agencyId],
    );
    return row?.n ?? 0;
  }

  /** What any endpoint that is on wants to hear of. */
  async wantedTypes(tx: AgencyTx): Promise<string[]> {
    const rows = await tx.query<{ type: string }>(
      `SELECT DISTINCT unnest(events) AS type FROM callback_endpoints WHERE agency_id = $1 AND state <> 'off'`,
      [tx.agencyId],
    );
    return rows.map(({ type }) => type);
  }

  async update(
    tx: AgencyTx,
    id: Uuid,
    { url, description, events }: Pick<CallbackEndpoint, 'url' | 'description' | 'events'>,
  ): Promise<void> {
    await tx.execute(
      'UPDATE callback_endpoints SET url = $3, description = $4, events = $5 WHERE agency_id = $1 AND id = $2',
      [tx.agencyId, id, url, description, events],
    );
  }

  async rotate(
    tx: AgencyTx,
    id: Uuid,
    fresh: Pick<NewEndpointRow, 'secretSealed' | 'publicKey'> & {
      readonly previousSealed: Buffer;
      readonly previousUntil: Date;
    },
  ): Promise<void> {
    await tx.execute(
      `UPDATE callback_endpoints SET secret_sealed = $3, public_key = $4, previous_sealed = $5, previous_until = $6
       WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, fresh.secretSealed, fresh.publicKey, fresh.previousSealed, fresh.previousUntil],
    );
  }

  async saveHealth(tx: AgencyTx, id: Uuid, health: EndpointHealth, now: Date, hadSuccess: boolean): Promise<void> {
    await tx.execute(
      `UPDATE callback_endpoints SET state = $3, off_reason = $4, off_at = CASE WHEN $3 = 'off' THEN coalesce(off_at, $8) END,
         failures = $5, failing_since = $6, circuit_until = $7, warned_at = $9,
         last_success_at = CASE WHEN $10 THEN $8 ELSE last_success_at END,
         first_success_at = coalesce(first_success_at, CASE WHEN $10 THEN $8 END)
       WHERE agency_id = $1 AND id = $2`,
      [
        tx.agencyId,
        id,
        health.state,
        health.offReason,
        health.failures,
        health.failingSince,
        health.circuitUntil,
        now,
        health.warnedAt,
        hadSuccess,
      ],
    );
  }

  async remove(tx: AgencyTx, id: Uuid): Promise<boolean> {
    return (
      (await tx.execute('DELETE FROM callback_endpoints WHERE agency_id = $1 AND id = $2', [tx.agencyId, id])) === 1
    );
  }
}

import { Injectable } from '@nestjs/common';
import { blindIndex, KeyRing } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export interface MessageAttempt {
  readonly messageId: Uuid;
  readonly attempt: number;
}

export interface ProviderId extends MessageAttempt {
  readonly wamid: string;
}

export interface WaitingStatus {
  readonly status: string;
  readonly providerTs: Date;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** Meta may tell of a message before our own answer is settled; longer than a week it will not. */
const ORPHAN_DAYS = 7;
const WAMID_LABEL = 'wamid-v1';
const HASH_BYTES = 32;

/** Hashes travel as one block of bytes: a list of bytea is sent in twice as many letters. */
const INSERT = `
  INSERT INTO provider_ids (agency_id, phone_number_id, wamid_hmac, message_id, attempt, recorded_at)
  SELECT $1, $2, substring($3::bytea FROM (i.n::int - 1) * ${HASH_BYTES} + 1 FOR ${HASH_BYTES}), i.message_id, i.attempt, $6
  FROM unnest($4::uuid[], $5::int[]) WITH ORDINALITY AS i (message_id, attempt, n)
  ON CONFLICT DO NOTHING`;

/**
 * The only file that touches `provider_ids` and `orphan_statuses`. A wamid holds the citizen's phone number in Base64, so
 * only its keyed hash is stored.
 */
@Injectable()
export class ProviderIdsRepository {
  /** Hashes of ids that are asked about again: an acceptance is kept, and then looked for among the orphans. */
  private readonly hashes = new WeakMap<object, { readonly key: Buffer; readonly hash: Buffer }>();

  constructor(private readonly keyRing: KeyRing) {}

  /** @returns the wamids that were new; the others are known already (a webhook that came twice) */
  async add(tx: AgencyTx, numberId: Uuid, ids: readonly ProviderId[], now: Date): Promise<Set<string>> {
    const known = await this.knownUnderOlderKeys(tx, ids);
    const unknown = ids.filter(({ wamid }) => !known.has(wamid));
    if (unknown.length === 0) return new Set();
    const hashes = await this.hash(tx, unknown);
    const rows = await tx.query<{ hash: Buffer }>(`${INSERT} RETURNING wamid_hmac AS hash`, [
      ...insertValues(tx, numberId, unknown, hashes),
      now,
    ]);
    const added = new Set(rows.map(({ hash }) => keyOf(hash)));
    return new Set(unknown.filter((_, index) => added.has(keyOf(hashes[index]))).map(({ wamid }) => wamid));
  }

  /** The same for answers to our own requests, of which nobody asks whether they were new. */
  async keep(tx: AgencyTx, numberId: Uuid, ids: readonly ProviderId[], now: Date): Promise<void> {
    const known = await this.knownUnderOlderKeys(tx, ids);
    const unknown = ids.filter(({ wamid }) => !known.has(wamid));
    if (unknown.length === 0) return;
    const hashes = await this.hash(tx, unknown);
    await tx.execute(INSERT, [...insertValues(tx, numberId, unknown, hashes), now]);
  }

  async find(tx: AgencyTx, wamids: readonly string[]): Promise<Map<string, MessageAttempt>> {
    if (wamids.length === 0) return new Map();
    const hashed = await this.hashUnderAll(tx, wamids);
    const rows = await tx.query<MessageAttempt & { hash: Buffer }>(
      `SELECT wamid_hmac AS hash, message_id AS "messageId", attempt FROM provider_ids
       WHERE agency_id = $1 AND wamid_hmac = ANY ($2)`,
      [tx.agencyId, hashed.map(({ hash }) => hash)],
    );
    const byHash = new Map(rows.map((row) => [keyOf(row.hash), row]));
    return new Map(
      hashed.flatMap(({ wamid, hash }) => {
        const found = byHash.get(keyOf(hash));
        return found ? [[wamid, found] as const] : [];
      }),
    );
  }

  /** The provider's acceptances of one message, one for each attempt that it accepted. */
  async ofMessage(tx: AgencyTx, messageId: Uuid): Promise<{ readonly attempt: number; readonly recordedAt: Date }[]> {
    return tx.query(
      `SELECT attempt, recorded_at AS "recordedAt" FROM provider_ids WHERE agency_id = $1 AND message_id = $2`,
      [tx.agencyId, messageId],
    );
  }

  /** How many of these messages have more than one id of the provider. */
  async countAcceptedTwice(tx: AgencyTx, messageIds: readonly Uuid[]): Promise<number> {
    const rows = await tx.query(
      `SELECT message_id FROM provider_ids WHERE agency_id = $1 AND message_id = ANY ($2)
       GROUP BY message_id HAVING count(*) > 1`,
      [tx.agencyId, messageIds],
    );
    return rows.length;
  }

  /** Keeps statuses whose message nobody knows yet. */
  async keepOrphans(
    tx: AgencyTx,
    numberId: Uuid,
    orphans: readonly (WaitingStatus & { readonly wamid: string })[],
    now: Date,
  ): Promise<void> {
    if (orphans.length === 0) return;
    await tx.execute(
      `INSERT INTO orphan_statuses (agency_id, phone_number_id, wamid_hmac, status, provider_ts, detail, received_at,
         expires_at)
       SELECT $1, $2, o.wamid_hmac, o.status, o.provider_ts, o.detail, $7, $8
       FROM unnest($3::bytea[], $4::text[], $5::timestamptz[], $6::jsonb[]) AS o (wamid_hmac, status, provider_ts, detail)
       ON CONFLICT DO NOTHING`,
      [
        tx.agencyId,
        numberId,
        await this.hash(tx, orphans),
        orphans.map((orphan) => orphan.status),
        orphans.map((orphan) => orphan.providerTs),
        orphans.map((orphan) => (orphan.detail ? JSON.stringify(orphan.detail) : null)),
        now,
        new Date(now.getTime() + ORPHAN_DAYS * 86_400_000),
      ],
    );
  }

  /** Takes out the statuses that waited for these provider ids. */
  async takeOrphansOf(tx: AgencyTx, ids: readonly ProviderId[]): Promise<(WaitingStatus & MessageAttempt)[]> {
    if (ids.length === 0) return [];
    const keys = (await this.keyRing.load(tx.agencyId)).all('index');
    const hashed = ids.flatMap((id) => keys.map(({ key }) => ({ id, hash: this.hashOf(id, key) })));
    const taken = await tx.query<WaitingStatus & { hash: Buffer }>(
      `DELETE FROM orphan_statuses WHERE agency_id = $1 AND wamid_hmac = ANY (ARRAY(
         SELECT substring($2::bytea FROM i.n * ${HASH_BYTES} + 1 FOR ${HASH_BYTES}) FROM generate_series(0, $3::int - 1) AS i (n)))
       RETURNING wamid_hmac AS hash, status, provider_ts AS "providerTs", detail`,
      [tx.agencyId, Buffer.concat(hashed.map(({ hash }) => hash)), hashed.length],
    );
    if (taken.length === 0) return [];
    const byHash = new Map(hashed.map(({ id, hash }) => [keyOf(hash), id]));
    return taken.flatMap(({ hash, ...status }) => {
      const id = byHash.get(keyOf(hash));
      return id ? [{ ...status, messageId: id.messageId, attempt: id.attempt }] : [];
    });
  }

  /** Takes out all statuses of a number whose message is known by now, and drops those that waited too long. */
  async takeJoinable(tx: AgencyTx, numberId: Uuid, now: Date): Promise<(WaitingStatus & MessageAttempt)[]> {
    await tx.execute('DELETE FROM orphan_statuses WHERE agency_id = $1 AND phone_number_id = $2 AND expires_at <= $3', [
      tx.agencyId,
      numberId,
      now,
    ]);
    return tx.query<WaitingStatus & MessageAttempt>(
      `DELETE FROM orphan_statuses o USING provider_ids p
       WHERE o.agency_id = $1 AND o.phone_number_id = $2 AND p.agency_id = $1 AND p.wamid_hmac = o.wamid_hmac
       RETURNING o.status, o.provider_ts AS "providerTs", o.detail, p.message_id AS "messageId", p.attempt`,
      [tx.agencyId, numberId],
    );
  }

  /** Only while an index key is rotated is there anything to look for; a webhook repeated over a rotation is still one. */
  private async knownUnderOlderKeys(tx: AgencyTx, ids: readonly ProviderId[]): Promise<ReadonlyMap<string, unknown>> {
    const isRotated = (await this.keyRing.load(tx.agencyId)).all('index').length > 1;
    const wamids = ids.map(({ wamid }) => wamid);
    return isRotated ? this.find(tx, wamids) : new Map<string, unknown>();
  }

  /** Under every readable key: what was stored before a rotation must still be found. */
  private async hashUnderAll(tx: AgencyTx, wamids: readonly string[]): Promise<{ wamid: string; hash: Buffer }[]> {
    const keys = (await this.keyRing.load(tx.agencyId)).all('index');
    return wamids.flatMap((wamid) => keys.map(({ key }) => ({ wamid, hash: blindIndex(key, WAMID_LABEL, wamid) })));
  }

  /** Under the newest key, in order. */
  private async hash(tx: AgencyTx, ids: readonly { readonly wamid: string }[]): Promise<Buffer[]> {
    const { key } = (await this.keyRing.load(tx.agencyId)).current('index');
    return ids.map((id) => this.hashOf(id, key));
  }

  private hashOf(id: { readonly wamid: string }, key: Buffer): Buffer {
    const known = this.hashes.get(id);
    if (known?.key === key) return known.hash;
    const hash = blindIndex(key, WAMID_LABEL, id.wamid);
    this.hashes.set(id, { key, hash });
    return hash;
  }
}

function insertValues(tx: AgencyTx, numberId: Uuid, ids: readonly ProviderId[], hashes: readonly Buffer[]): unknown[] {
  const [messageIds, attempts] = [ids.map(({ messageId }) => messageId), ids.map(({ attempt }) => attempt)];
  return [tx.agencyId, numberId, Buffer.concat(hashes), messageIds, attempts];
}

function keyOf(hash: Buffer | undefined): string {
  return hash?.toString('base64') ?? '';
}

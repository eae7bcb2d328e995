import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { MediaFacts, MediaOrigin, MediaRow, MediaState } from './media.js';
import type { MediaKind } from './media-rules.js';

export interface NewMedia {
  readonly id: Uuid;
  readonly origin: Exclude<MediaOrigin, 'received'>;
  readonly nameSealed: Buffer | null;
  readonly keySealed: Buffer;
  readonly createdAt: Date;
}

export interface ReceivedMedia {
  readonly id: Uuid;
  readonly messageId: Uuid;
  readonly numberId: Uuid;
  readonly providerMediaId: string;
  readonly declaredType: string | null;
  readonly declaredSha256: Buffer | null;
  readonly isVoice: boolean;
  readonly nameSealed: Buffer | null;
  readonly keySealed: Buffer;
}

export interface MediaFilter {
  readonly limit: number;
  readonly after: Uuid | null;
  readonly kind?: MediaKind;
  readonly state?: MediaState;
}

/** What gives a file the right to be sent. */
export type SendableFacts = Pick<MediaRow, 'id' | 'state' | 'kind' | 'sizeBytes' | 'isAnimated' | 'isVoice'>;

const COLUMNS = `m.id, m.origin, m.state, m.refusal, m.finding, m.kind, m.mime_type AS "mimeType",
  m.size_bytes::int AS "sizeBytes", m.sha256, m.width, m.height, m.is_animated AS "isAnimated", m.is_voice AS "isVoice",
  m.name_sealed AS "nameSealed", m.alt_text_sealed AS "altTextSealed", m.key_sealed AS "keySealed",
  m.department_id AS "departmentId", m.actor_kind AS "actorKind", m.actor_id AS "actorId", m.created_at AS "createdAt",
  m.scanned_at AS "scannedAt", m.last_sent_at AS "lastSentAt", m.message_id AS "messageId",
  m.phone_number_id AS "phoneNumberId", m.provider_media_id AS "providerMediaId", m.declared_type AS "declaredType",
  m.declared_sha256 AS "declaredSha256"`;

/** The only file that touches `media`. */
@Injectable()
export class MediaRepository {
  async insert(tx: AgencyTx, media: NewMedia): Promise<void> {
    await tx.execute(
      `INSERT INTO media (agency_id, id, origin, state, name_sealed, key_sealed, department_id, actor_kind, actor_id, created_at)
       VALUES ($1, $2, $3, 'receiving', $4, $5, $6, $7, $8, $9)`,
      [
        tx.agencyId,
        media.id,
        media.origin,
        media.nameSealed,
        media.keySealed,
        tx.departmentId ?? null,
        tx.actor.kind,
        tx.actor.id,
        media.createdAt,
      ],
    );
  }

  /** A webhook that comes again changes nothing. @returns ids of those that are new */
  async insertReceived(tx: AgencyTx, media: readonly ReceivedMedia[], now: Date): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `INSERT INTO media (agency_id, id, origin, state, message_id, phone_number_id, provider_media_id, declared_type,
         declared_sha256, is_voice, name_sealed, key_sealed, actor_kind, actor_id, created_at)
       SELECT $1, r.id, 'received', 'receiving', r.message_id, r.number_id, r.provider_id, r.type, r.sha256, r.is_voice,
         r.name, r.key, $2, $3, $4
       FROM unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::bytea[], $11::boolean[], $12::bytea[],
         $13::bytea[]) AS r (id, message_id, number_id, provider_id, type, sha256, is_voice, name, key)
       ON CONFLICT (agency_id, message_id, provider_media_id) WHERE message_id IS NOT NULL DO NOTHING RETURNING id`,
      [
        tx.agencyId,
        tx.actor.kind,
        tx.actor.id,
        now,
        media.map(({ id }) => id),
        media.map(({ messageId }) => messageId),
        media.map(({ numberId }) => numberId),
        media.map(({ providerMediaId }) => providerMediaId),
        media.map(({ declaredType }) => declaredType),
        media.map(({ declaredSha256 }) => declaredSha256),
        media.map(({ isVoice }) => isVoice),
        media.map(({ nameSealed }) => nameSealed),
        media.map(({ keySealed }) => keySealed),
      ],
    );
    return rows.map(({ id }) => id);
  }

  async find(tx: AgencyTx, id: Uuid): Promise<MediaRow | null> {
    const rows = await tx.query<MediaRow>(`SELECT ${COLUMNS} FROM media m WHERE m.agency_id = $1 AND m.id = $2`, [
      tx.agencyId,
      id,
    ]);
    return rows[0] ?? null;
  }

  /** The library, newest first, and what was refused only when asked for; what citizens sent stands with their messages. */
  async list(tx: AgencyTx, { limit, after, kind, state }: MediaFilter): Promise<MediaRow[]> {
    return tx.query<MediaRow>(
      `SELECT ${COLUMNS} FROM media m
       WHERE m.agency_id = $1 AND m.message_id IS NULL AND m.state <> 'removed'
         AND ($2::uuid IS NULL OR m.id < $2) AND ($3::text IS NULL OR m.kind = $3) AND CASE WHEN $4::text IS NULL THEN m.state <> 'refused' ELSE m.state = $4 END
       ORDER BY m.id DESC LIMIT $5`,
      [tx.agencyId, after, kind ?? null, state ?? null, limit],
    );
  }

  async ofMessages(tx: AgencyTx, messageIds: readonly Uuid[]): Promise<MediaRow[]> {
    return tx.query<MediaRow>(
      `SELECT ${COLUMNS} FROM media m WHERE m.agency_id = $1 AND m.message_id = ANY ($2) ORDER BY m.id`,
      [tx.agencyId, messageIds],
    );
  }

  async sendableFacts(tx: AgencyTx, ids: readonly Uuid[]): Promise<SendableFacts[]> {
    return tx.query<SendableFacts>(
      `SELECT id, state, kind, size_bytes::int AS "sizeBytes", is_animated AS "isAnimated", is_voice AS "isVoice"
       FROM media WHERE agency_id = $1 AND id = ANY ($2)`,
      [tx.agencyId, ids],
    );
  }

  /** Everything is there; it waits for the scanner. False when somebody removed it meanwhile. */
  async arrive(tx: AgencyTx, id: Uuid, facts: MediaFacts): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE media SET state = 'scanning', kind = $3, mime_type = $4, size_bytes = $5, sha256 = $6, width = $7, height = $8,
         is_animated = $9, is_voice = $10
       WHERE agency_id = $1 AND id = $2 AND state = 'receiving'`,
      [
        tx.agencyId,
        id,
        facts.kind,
        facts.mimeType,
        facts.sizeBytes,
        facts.sha256,
        facts.width,
        facts.height,
        facts.isAnimated,
        facts.isVoice,
      ],
    );
    return changed > 0;
  }

  /** Only from the states named: two workers may have looked at the same file. */
  async move(
    tx: AgencyTx,
    id: Uuid,
    from: readonly MediaState[],
    to: MediaState,
    {
      refusal = null,
      finding = null,
      at = null,
    }: { refusal?: string | null; finding?: string | null; at?: Date | null },
  ): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE media SET state = $4, refusal = $5, finding = $6, scanned_at = coalesce($7, scanned_at)
       WHERE agency_id = $1 AND id = $2 AND state = ANY ($3)`,
      [tx.agencyId, id, from, to, refusal, finding, at],
    );
    return changed > 0;
  }

  async setAltText(tx: AgencyTx, id: Uuid, altTextSealed: Buffer | null): Promise<void> {
    await tx.execute('UPDATE media SET alt_text_sealed = $3 WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      altTextSealed,
    ]);
  }

  /** Without its key the stored bytes say nothing, in backups too. @returns ids of those that were still there */
  async remove(tx: AgencyTx, ids: readonly Uuid[]): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `UPDATE media SET state = 'removed', key_sealed = NULL, name_sealed = NULL, alt_text_sealed = NULL
       WHERE agency_id = $1 AND id = ANY ($2) AND state <> 'removed' RETURNING id`,
      [tx.agencyId, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Once an hour is enough to know whether a file is still in use; a campaign would else write it a million times. */
  async markSent(tx: AgencyTx, ids: readonly Uuid[], now: Date): Promise<void> {
    await tx.execute(
      `UPDATE media SET last_sent_at = $3 WHERE agency_id = $1 AND id = ANY ($2)
         AND (last_sent_at IS NULL OR last_sent_at < $3::timestamptz - interval '1 hour')`,
      [tx.agencyId, ids, now],
    );
  }

  /** Uploads that broke off, and what was refused or quarantined long ago. */
  async leftBehind(tx: AgencyTx, brokenBefore: Uuid, refusedBefore: Uuid, limit: number): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `SELECT id FROM media WHERE agency_id = $1 AND state IN ('receiving', 'quarantined', 'refused')
         AND id < CASE WHEN state = 'receiving' AND origin <> 'received' THEN $2::uuid ELSE $3::uuid END
       ORDER BY id LIMIT $4`,
      [tx.agencyId, brokenBefore, refusedBefore, limit],
    );
    return rows.map(({ id }) => id);
  }

  async receivedBefore(tx: AgencyTx, before: Uuid, limit: number): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `SELECT id FROM media WHERE agency_id = $1 AND origin = 'received' AND state <> 'removed' AND id < $2
       ORDER BY id LIMIT $3`,
      [tx.agencyId, before, limit],
    );
    return rows.map(({ id }) => id);
  }
}

import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { type AgencyKeys, type ByteRange, blindIndex, KeyRing } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock, isUuid, notFound, systemContext, type Uuid } from '#libs/kernel';
import { linkInvalid, mediaNotClean } from './media.errors.js';
import type { Media, MediaRow } from './media.js';
import { MediaRepository } from './media.repository.js';
import { MediaSeals } from './media-seals.service.js';
import { MediaVault } from './media-vault.service.js';

export interface MediaLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** A file that a link leads to, to be read as a whole or in part. */
export interface LinkedFile {
  readonly name: string | null;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly read: (range?: ByteRange) => Promise<AsyncIterable<Buffer>>;
}

/** `agency(16) ‖ file(16) ‖ seconds(4) ‖ proof(32)` in base64url. The proof is keyed by the agency. */
const LABEL = 'media-link-v1';
const SIGNED_BYTES = 36;
const TOKEN_BYTES = SIGNED_BYTES + 32;
const TOKEN = /^[A-Za-z0-9_-]{91}$/;

/** Addresses at which a clean file can be fetched for a few minutes, by whoever holds them and without anything else. */
@Injectable()
export class MediaLinks {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly media: MediaRepository,
    private readonly vault: MediaVault,
    private readonly seals: MediaSeals,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditService,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /** What a citizen sent is personal: that it was looked at goes on record. */
  async create(ctx: AgencyContext, id: Uuid): Promise<MediaLink> {
    const row = await this.database.agencyTransaction(ctx, async (tx) => {
      const found = await this.media.find(tx, id);
      if (!found || found.state === 'removed') throw notFound();
      if (found.state !== 'clean') throw mediaNotClean(id, found.state, 'id');
      if (found.origin === 'received')
        await this.audit.record(tx, { type: 'media.viewed', target: { kind: 'media', id } });
      return found;
    });
    const [link] = await this.sign(ctx, [row.id]);
    if (!link) throw notFound();
    return link;
  }

  /** For files of the library, which are meant to be shown. */
  async preview(ctx: AgencyContext, files: readonly Media[]): Promise<Map<Uuid, MediaLink>> {
    const shown = files.filter(({ state, origin }) => state === 'clean' && origin !== 'received');
    const links = await this.sign(
      ctx,
      shown.map(({ id }) => id),
    );
    return new Map(shown.flatMap(({ id }, nth) => (links[nth] ? [[id, links[nth]] as const] : [])));
  }

  /** @throws `link-invalid`, the same for every reason */
  async open(token: string): Promise<LinkedFile> {
    const signed = TOKEN.test(token) ? Buffer.from(token, 'base64url') : Buffer.alloc(0);
    if (signed.length !== TOKEN_BYTES) throw linkInvalid();
    const [agencyId, id] = [uuidAt(signed, 0), uuidAt(signed, 16)];
    const isOver = signed.readUInt32BE(32) * 1000 <= this.clock.now().getTime();
    if (isOver || !isUuid(agencyId) || !(await this.isProven(agencyId, signed))) throw linkInvalid();
    const ctx = systemContext(agencyId);
    const row = await this.database.agencyTransaction(ctx, (tx) => this.media.find(tx, id));
    if (row?.state !== 'clean') throw linkInvalid();
    return this.toLinkedFile(agencyId, row);
  }

  private async toLinkedFile(agencyId: Uuid, row: MediaRow): Promise<LinkedFile> {
    const [media] = await this.seals.open(agencyId, [row]);
    return {
      name: media?.name ?? null,
      mimeType: row.mimeType ?? 'application/octet-stream',
      sizeBytes: row.sizeBytes ?? 0,
      read: (range) => this.vault.read(agencyId, row, range),
    };
  }

  private async sign({ agencyId }: AgencyContext, ids: readonly Uuid[]): Promise<MediaLink[]> {
    if (ids.length === 0) return [];
    const keys = await this.keyRing.load(agencyId);
    const seconds = Math.ceil(this.clock.now().getTime() / 1000) + this.env.MEDIA_LINK_SECONDS;
    return ids.map((id) => {
      const signed = Buffer.concat([bytesOf(agencyId), bytesOf(id), Buffer.alloc(4)]);
      signed.writeUInt32BE(seconds, 32);
      const token = Buffer.concat([signed, proofOf(keys.current('index').key, signed)]).toString('base64url');
      return { url: `${this.env.PUBLIC_URL.replace(/\/+$/, '')}/media/${token}`, expiresAt: new Date(seconds * 1000) };
    });
  }

  /** An agency that does not exist has no keys, and so no proof. */
  private async isProven(agencyId: Uuid, token: Buffer): Promise<boolean> {
    const keys: AgencyKeys = await this.keyRing.load(agencyId);
    const [signed, proof] = [token.subarray(0, SIGNED_BYTES), token.subarray(SIGNED_BYTES)];
    return keys.all('index').some(({ key }) => timingSafeEqual(proofOf(key, signed), proof));
  }
}

function proofOf(key: Buffer, signed: Buffer): Buffer {
  return blindIndex(key, LABEL, signed.toString('base64url'));
}

function bytesOf(id: Uuid): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function uuidAt(bytes: Buffer, at: number): Uuid {
  const hex = bytes.toString('hex', at, at + 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

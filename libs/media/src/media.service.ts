import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, type DomainError, notFound, type Page, type Uuid } from '#libs/kernel';
import { mediaInUse } from './media.errors.js';
import type { Media, MediaRow } from './media.js';
import { type MediaFilter, MediaRepository } from './media.repository.js';
import { MediaJobsRepository } from './media-jobs.repository.js';
import type { SendableKind } from './media-rules.js';
import { MediaSeals } from './media-seals.service.js';
import { type MediaUse, MediaUsesRepository } from './media-uses.repository.js';
import { type ProviderCopy, ProviderMediaRepository } from './provider-media.repository.js';
import { sendingFault } from './sendable.js';

/** A file that somebody wants to send as this. `field` is where the request names it. */
export interface WantedFile {
  readonly mediaId: Uuid;
  readonly kind: SendableKind;
  readonly field: string;
}

export interface MediaDetails {
  readonly media: Media;
  readonly copies: readonly ProviderCopy[];
  readonly uses: readonly MediaUse[];
}

/** The files of an agency: its library, and what citizens sent. */
@Injectable()
export class MediaService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly media: MediaRepository,
    private readonly jobs: MediaJobsRepository,
    private readonly copies: ProviderMediaRepository,
    private readonly uses: MediaUsesRepository,
    private readonly seals: MediaSeals,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Refuses what cannot be sent as this kind: `media-unknown`, `media-not-clean`, `media-wrong-kind`, `media-too-large`.
   * `field` is the path in the request. One statement.
   */
  async assertSendable(
    tx: AgencyTx,
    mediaIds: readonly Uuid[],
    kind: SendableKind,
    field: string = 'mediaId',
  ): Promise<void> {
    const faults = await this.sendingFaults(
      tx,
      mediaIds.map((mediaId) => ({ mediaId, kind, field })),
    );
    const fault = faults.find((one) => one !== null);
    if (fault) throw fault;
  }

  /** Why each may not be sent so, in order; null for what may. One statement, however many there are. */
  async sendingFaults(tx: AgencyTx, wanted: readonly WantedFile[]): Promise<(DomainError | null)[]> {
    if (wanted.length === 0) return [];
    const found = await this.media.sendableFacts(tx, [...new Set(wanted.map(({ mediaId }) => mediaId))]);
    const byId = new Map(found.map((facts) => [facts.id, facts]));
    return wanted.map(({ mediaId, kind, field }) => sendingFault(mediaId, byId.get(mediaId), kind, field));
  }

  /** From now on exactly these files are used by it; nobody can remove them before it lets them go. */
  async recordUses(tx: AgencyTx, use: MediaUse, mediaIds: readonly Uuid[]): Promise<void> {
    await this.uses.replace(tx, use, mediaIds);
  }

  async list(ctx: AgencyContext, filter: MediaFilter): Promise<Page<Media>> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const rows = await this.media.list(tx, { ...filter, limit: filter.limit + 1 });
      const shown = rows.slice(0, filter.limit);
      const next = rows.length > filter.limit ? (shown.at(-1)?.id ?? null) : null;
      return { data: await this.seals.open(tx.agencyId, shown), next };
    });
  }

  async get(ctx: AgencyContext, id: Uuid): Promise<MediaDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const [row, copies, uses] = await Promise.all([
        this.getRow(tx, id),
        this.copies.ofMedia(tx, [id]),
        this.uses.ofMedia(tx, id),
      ]);
      return this.detailsOf(tx, row, copies, uses);
    });
  }

  async describe(ctx: AgencyContext, id: Uuid, altText: string | null): Promise<MediaDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const row = await this.getRow(tx, id);
      const keys = await this.seals.keys(tx.agencyId);
      const altTextSealed = this.seals.sealText(keys, id, 'alt_text_sealed', altText);
      await this.media.setAltText(tx, id, altTextSealed);
      await this.audit.record(tx, { type: 'media.changed', target: { kind: 'media', id } });
      const [copies, uses] = await Promise.all([this.copies.ofMedia(tx, [id]), this.uses.ofMedia(tx, id)]);
      return this.detailsOf(tx, { ...row, altTextSealed }, copies, uses);
    });
  }

  /** Its key goes at once and its bytes soon after, here and at WhatsApp. Refused while something stands on it. */
  async remove(ctx: AgencyContext, id: Uuid): Promise<void> {
    await this.database.agencyTransaction(ctx, async (tx) => {
      const [, uses] = await Promise.all([this.getRow(tx, id), this.uses.ofMedia(tx, id)]);
      if (uses.length > 0) throw mediaInUse(uses.length);
      await this.removeIn(tx, [id]);
    });
  }

  async removeIn(tx: AgencyTx, ids: readonly Uuid[], reason?: string): Promise<number> {
    const removed = await this.media.remove(tx, ids);
    await Promise.all([
      this.jobs.drop(tx, removed),
      this.jobs.add(
        tx,
        removed.map((mediaId) => ({ mediaId, task: 'remove' })),
        this.clock.now(),
      ),
      this.audit.record(
        tx,
        removed.map((id) => ({ type: 'media.removed', target: { kind: 'media', id }, reason })),
      ),
    ]);
    return removed.length;
  }

  private async getRow(tx: AgencyTx, id: Uuid): Promise<MediaRow> {
    const row = await this.media.find(tx, id);
    if (!row || row.state === 'removed') throw notFound();
    return row;
  }

  private async detailsOf(
    tx: AgencyTx,
    row: MediaRow,
    copies: readonly ProviderCopy[],
    uses: readonly MediaUse[],
  ): Promise<MediaDetails> {
    const [media] = await this.seals.open(tx.agencyId, [row]);
    if (!media) throw notFound();
    return { media, copies, uses };
  }
}

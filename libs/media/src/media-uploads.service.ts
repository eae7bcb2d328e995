import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import { EgressBodyError, EgressClient } from '#libs/egress';
import { type AgencyContext, Clock, DomainError, newId, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { ScannerAway } from './clamd-client.js';
import { mediaInfected, mediaTooLarge, uploadFault, urlNotFetched } from './media.errors.js';
import type { MediaFacts } from './media.js';
import { MediaRepository } from './media.repository.js';
import { type MediaDetails, MediaService } from './media.service.js';
import { type Incoming, MediaIntake } from './media-intake.service.js';
import { MediaJobsRepository } from './media-jobs.repository.js';
import { cleanName } from './media-names.js';
import { LARGEST_BYTES } from './media-rules.js';
import { MediaScan } from './media-scan.service.js';
import { MediaSeals } from './media-seals.service.js';
import { MediaVault } from './media-vault.service.js';

export interface Upload {
  readonly bytes: AsyncIterable<Buffer>;
  readonly mimeType?: string;
  readonly name?: string;
  /** Asked when the last byte is there: the other parts of the form may come after the file. Throws to refuse it all. */
  readonly altText: () => Promise<string | null>;
}

export interface RemoteFile {
  readonly url: string;
  readonly altText: string | null;
}

/** The scanner gets so long while somebody waits for the answer; then the worker goes on. */
const PATIENCE_MS = 10_000;
const FETCH_MS = 60_000;

/** Files that an agency adds to its library: from a form, or from an address that it names. */
@Injectable()
export class MediaUploads {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly media: MediaRepository,
    private readonly jobs: MediaJobsRepository,
    private readonly library: MediaService,
    private readonly intake: MediaIntake,
    private readonly vault: MediaVault,
    private readonly seals: MediaSeals,
    private readonly scanner: MediaScan,
    private readonly egress: EgressClient,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async upload(ctx: AgencyContext, upload: Upload): Promise<MediaDetails> {
    const name = upload.name === undefined ? null : cleanName(upload.name);
    const { id, key } = await this.begin(ctx, 'uploaded', name);
    const declared = { mimeType: upload.mimeType ?? null, name };
    const incoming = { agencyId: ctx.agencyId, id, key, bytes: upload.bytes, declared, field: 'file' };
    return this.finish(ctx, incoming, upload.altText);
  }

  /** The address is checked at the moment of connecting, and no redirect is followed. */
  async fetch(ctx: AgencyContext, { url, altText }: RemoteFile): Promise<MediaDetails> {
    const fault = this.egress.faultOf(url);
    if (fault) throw uploadFault('url', fault.code, fault.message);
    const answer = await this.egress.fetch({ url, headers: {}, timeoutMs: FETCH_MS, maxBytes: LARGEST_BYTES });
    if (answer.kind === 'failed') throw urlNotFetched(answer.fault);
    if (answer.status !== 200) {
      answer.discard();
      throw urlNotFetched(`the answer was HTTP ${answer.status}`);
    }
    const name = cleanName(decodeURIComponentOr(new URL(url).pathname));
    const { id, key } = await this.begin(ctx, 'fetched', name);
    const declared = { mimeType: answer.contentType, name };
    const incoming = { agencyId: ctx.agencyId, id, key, bytes: told(answer.bytes), declared, field: 'url' };
    return this.finish(ctx, incoming, async () => altText);
  }

  private async begin(ctx: AgencyContext, origin: 'uploaded' | 'fetched', name: string | null) {
    const id = newId();
    const keys = await this.seals.keys(ctx.agencyId);
    const { key, keySealed } = this.seals.newKey(keys, id);
    const nameSealed = this.seals.sealText(keys, id, 'name_sealed', name);
    const createdAt = this.clock.now();
    await this.database.agencyTransaction(ctx, (tx) =>
      this.media.insert(tx, { id, origin, nameSealed, keySealed, createdAt }),
    );
    return { id, key };
  }

  private async finish(
    ctx: AgencyContext,
    incoming: Incoming,
    altText: () => Promise<string | null>,
  ): Promise<MediaDetails> {
    const { id, field } = incoming;
    try {
      const facts = await this.intake.take(incoming);
      await this.arrive(ctx, id, facts, await altText());
    } catch (error) {
      await this.refuse(ctx, id, error);
      throw error;
    }
    const state = await this.look(ctx, id);
    if (state === 'quarantined') throw mediaInfected(field);
    return this.library.get(ctx, id);
  }

  private async arrive(ctx: AgencyContext, id: Uuid, facts: MediaFacts, altText: string | null): Promise<void> {
    const keys = await this.seals.keys(ctx.agencyId);
    await this.database.agencyTransaction(ctx, async (tx) => {
      await Promise.all([
        this.media.arrive(tx, id, facts),
        altText === null
          ? undefined
          : this.media.setAltText(tx, id, this.seals.sealText(keys, id, 'alt_text_sealed', altText)),
        // Due only when whoever waits for the answer has given up: the scan is tried here first.
        this.jobs.add(tx, [{ mediaId: id, task: 'scan' }], new Date(this.clock.now().getTime() + PATIENCE_MS)),
        this.audit.record(tx, { type: 'media.added', target: { kind: 'media', id }, detail: { kind: facts.kind } }),
      ]);
    });
  }

  private async look(ctx: AgencyContext, id: Uuid): Promise<string> {
    const { agencyId } = ctx;
    const row = await this.database.agencyTransaction(ctx, (tx) => this.media.find(tx, id));
    if (!row) return 'removed';
    try {
      const state = await this.scanner.scan(agencyId, row, PATIENCE_MS);
      await this.database.agencyTransaction(ctx, (tx) => this.jobs.dropScan(tx, id));
      return state;
    } catch (error) {
      if (!(error instanceof ScannerAway)) throw error;
      this.logger.warn('virus scanner away', { agencyId });
      return 'scanning';
    }
  }

  /** The line stays for a while, so that the log can be understood; the bytes do not. */
  private async refuse(ctx: AgencyContext, id: Uuid, error: unknown): Promise<void> {
    const reason = error instanceof DomainError ? error.code : 'upload-broken-off';
    await this.vault.remove(ctx.agencyId, id).catch(() => undefined);
    await this.database.agencyTransaction(ctx, async (tx) => {
      await this.media.move(tx, id, ['receiving'], 'refused', { refusal: reason });
      await this.audit.record(tx, { type: 'media.refused', target: { kind: 'media', id }, reason });
    });
  }
}

/** An address that breaks off or goes on for ever is the sender's matter and not that of the store. */
async function* told(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    if (!(error instanceof EgressBodyError)) throw error;
    throw error.fault === 'too-large' ? mediaTooLarge('url', LARGEST_BYTES, 'A file') : urlNotFetched(error.fault);
  }
}

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

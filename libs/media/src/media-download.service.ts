import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { Clock, DomainError, notFound, systemContext, type Uuid } from '#libs/kernel';
import { PhoneNumbersService } from '#libs/phone-numbers';
import { GraphCallError, type MediaClient, type MediaDescription } from '#libs/whatsapp';
import type { MediaFacts, MediaRow } from './media.js';
import { MediaRepository } from './media.repository.js';
import { MediaClients } from './media-clients.service.js';
import { MediaJobError } from './media-failure.js';
import { MediaIntake } from './media-intake.service.js';
import { MediaJobsRepository } from './media-jobs.repository.js';
import { LARGEST_BYTES } from './media-rules.js';
import { MediaSeals } from './media-seals.service.js';
import { readSha256 } from './sha256-text.js';

interface Source {
  readonly client: MediaClient;
  readonly phoneNumberId: string;
  readonly accessToken: string;
}

/** Fetches what a citizen sent. WhatsApp keeps it for seven days, and an address of it is good for five minutes. */
@Injectable()
export class MediaDownload {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly media: MediaRepository,
    private readonly jobs: MediaJobsRepository,
    private readonly intake: MediaIntake,
    private readonly seals: MediaSeals,
    private readonly numbers: PhoneNumbersService,
    private readonly clients: MediaClients,
    private readonly clock: Clock,
  ) {}

  async download(agencyId: Uuid, row: MediaRow, signal: AbortSignal): Promise<void> {
    const key = await this.seals.openKey(agencyId, row);
    if (row.state !== 'receiving' || key === null) return;
    const source = await this.sourceOf(agencyId, row);
    const facts = await this.fetch(agencyId, row, key, source, signal);
    await this.database.agencyTransaction(systemContext(agencyId), (tx) => this.arrive(tx, row, facts));
  }

  /** Given up: the message shows why. */
  async giveUp(tx: AgencyTx, mediaId: Uuid, code: string): Promise<void> {
    await this.media.move(tx, mediaId, ['receiving'], 'refused', { refusal: code });
  }

  private async sourceOf(agencyId: Uuid, row: MediaRow): Promise<Source> {
    const { phoneNumberId: numberId } = row;
    if (numberId === null) throw notFound();
    const ctx = systemContext(agencyId);
    const number = await this.database.agencyTransaction(ctx, (tx) => this.numbers.forSending(tx, numberId));
    const { phoneNumberId, accessToken, baseUrl } = number;
    return { client: this.clients.of(baseUrl), phoneNumberId, accessToken };
  }

  private async fetch(
    agencyId: Uuid,
    row: MediaRow,
    key: Buffer,
    source: Source,
    signal: AbortSignal,
  ): Promise<MediaFacts> {
    const description = await this.describe(source, row);
    if ((description.sizeBytes ?? 0) > LARGEST_BYTES) throw new MediaJobError('media-too-large');
    const file = await this.open(source, row, description, signal);
    const declared = { mimeType: row.declaredType };
    const bytes = told(file.bytes);
    const facts = await this.intake.keep({ agencyId, id: row.id, key, bytes, declared, field: 'file' });
    assertSame(facts, [row.declaredSha256, readSha256(description.sha256 ?? undefined)]);
    return facts;
  }

  private async describe({ client, phoneNumberId, accessToken }: Source, row: MediaRow): Promise<MediaDescription> {
    return client.describe({ phoneNumberId, accessToken }, row.providerMediaId ?? '');
  }

  /** An address that is already too old is asked for once more before the attempt counts as failed. */
  private async open(source: Source, row: MediaRow, { url }: MediaDescription, signal: AbortSignal) {
    try {
      return await source.client.download(url, source.accessToken, signal);
    } catch (error) {
      if (!(error instanceof GraphCallError) || error.httpStatus !== 404) throw error;
      const again = await this.describe(source, row);
      return source.client.download(again.url, source.accessToken, signal);
    }
  }

  private async arrive(tx: AgencyTx, row: MediaRow, facts: MediaFacts): Promise<void> {
    // WhatsApp says of a voice message that it is one; that it could be sent as one is another matter.
    await this.media.arrive(tx, row.id, { ...facts, isVoice: facts.isVoice || row.isVoice });
    await this.jobs.add(tx, [{ mediaId: row.id, task: 'scan' }], this.clock.now());
  }
}

/** What arrived must be what was announced; else it is fetched again. */
function assertSame({ sha256 }: MediaFacts, announced: readonly (Buffer | null)[]): void {
  if (announced.some((digest) => digest !== null && !digest.equals(sha256))) {
    throw new GraphCallError('unknown', 'The file has another digest than was announced.');
  }
}

/** A connection that breaks is WhatsApp's fault and not that of the store. */
async function* told(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    throw new DomainError('whatsapp-unclear', { httpStatus: 502, detail: (error as Error).message });
  }
}

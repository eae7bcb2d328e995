import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { Clock, type Uuid } from '#libs/kernel';
import { MediaRepository } from './media.repository.js';
import { type FailedUpload, MediaJobsRepository } from './media-jobs.repository.js';
import { ProviderMediaRepository } from './provider-media.repository.js';

/** A message that is built now is sent a little later. */
const LEAST_LEFT_MS = 3_600_000;

/** The ids by which WhatsApp knows files, for each number its own. */
@Injectable()
export class ProviderMediaService {
  constructor(
    private readonly media: MediaRepository,
    private readonly copies: ProviderMediaRepository,
    private readonly jobs: MediaJobsRepository,
    private readonly clock: Clock,
  ) {}

  /** Ids of WhatsApp with at least an hour left. What is missing has to be requested, and comes within seconds. */
  async ready(tx: AgencyTx, numberId: Uuid, mediaIds: readonly Uuid[]): Promise<Map<Uuid, string>> {
    if (mediaIds.length === 0) return new Map();
    const now = this.clock.now();
    const copies = await this.copies.usable(tx, numberId, mediaIds, new Date(now.getTime() + LEAST_LEFT_MS));
    const found = new Map(copies.map(({ mediaId, providerMediaId }) => [mediaId, providerMediaId]));
    if (found.size > 0) await this.media.markSent(tx, [...found.keys()], now);
    return found;
  }

  /**
   * Queues the upload to WhatsApp. Asking again changes nothing, except that what was given up is tried anew. When it is
   * done the number is woken.
   */
  async request(tx: AgencyTx, numberId: Uuid, mediaIds: readonly Uuid[]): Promise<void> {
    const jobs = [...new Set(mediaIds)].map((mediaId) => ({ mediaId, task: 'upload' as const, numberId }));
    await this.jobs.add(tx, jobs, this.clock.now());
  }

  /** Uploads that were given up, with why: what waits for them waits in vain. */
  async failed(tx: AgencyTx, numberId: Uuid, mediaIds: readonly Uuid[]): Promise<Map<Uuid, FailedUpload>> {
    if (mediaIds.length === 0) return new Map();
    const failures = await this.jobs.failedUploads(tx, numberId, mediaIds);
    return new Map(failures.map((failure) => [failure.mediaId, failure]));
  }

  /** WhatsApp says that it does not know these ids: they are uploaded anew when they are asked for. */
  async forget(tx: AgencyTx, numberId: Uuid, mediaIds: readonly Uuid[]): Promise<void> {
    await this.copies.forget(tx, numberId, mediaIds);
  }
}

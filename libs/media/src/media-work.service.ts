import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { AgencyDatabase } from '#libs/database';
import { Clock, systemContext, type Uuid } from '#libs/kernel';
import { Logger, Metrics } from '#libs/observability';
import type { MediaRow } from './media.js';
import { MediaRepository } from './media.repository.js';
import { MediaDownload } from './media-download.service.js';
import { failureOf } from './media-failure.js';
import { MediaHandover } from './media-handover.service.js';
import { type ClaimedMediaJob, MediaJobsRepository } from './media-jobs.repository.js';
import { MediaRemoval } from './media-removal.service.js';
import { pauseAfter } from './media-retries.js';
import { MediaScan } from './media-scan.service.js';

/** Of the lease: what is not done by then is broken off, so that no two workers write the same file. */
const USABLE_LEASE = 0.8;

/**
 * Does what is due with files: scans them, fetches them, hands them over, takes them away. Each agency has a turn of its
 * own with so many files at once, so that nobody waits behind another's hundred films. What a worker held when it died is
 * taken up after its lease; every task may be done twice.
 */
@Injectable()
export class MediaWork {
  private readonly turns = new Map<Uuid, Promise<void>>();
  private readonly done;
  private isStopped = false;

  constructor(
    private readonly database: AgencyDatabase,
    private readonly jobs: MediaJobsRepository,
    private readonly media: MediaRepository,
    private readonly scanner: MediaScan,
    private readonly downloads: MediaDownload,
    private readonly handovers: MediaHandover,
    private readonly removals: MediaRemoval,
    private readonly env: Env,
    private readonly clock: Clock,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.done = metrics.counter({
      name: 'belfry_media_jobs_total',
      help: 'Work on files by task and by what became of it',
      labels: ['task', 'outcome'],
    });
  }

  /** Begins a turn of every agency with something due and does not wait for any. @returns how many were begun */
  async startDue(): Promise<number> {
    const due = await this.jobs.acrossAgenciesDue(this.clock.now());
    const fresh = due.filter((agencyId) => !this.isStopped && !this.turns.has(agencyId));
    for (const agencyId of fresh) this.begin(agencyId);
    return fresh.length;
  }

  /** When every turn that was begun is over. */
  async idle(): Promise<void> {
    await Promise.all(this.turns.values());
  }

  /** Files in hand are finished; nothing new begins. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.idle();
  }

  private begin(agencyId: Uuid): void {
    const turn = this.take(agencyId)
      .catch((error: unknown) => this.logger.failure('work on files failed', error, { agencyId }))
      .finally(() => this.turns.delete(agencyId));
    this.turns.set(agencyId, turn);
  }

  private async take(agencyId: Uuid): Promise<void> {
    for (;;) {
      const claimed = this.isStopped ? [] : await this.claim(agencyId);
      if (claimed.length === 0) return;
      await Promise.all(claimed.map((job) => this.complete(agencyId, job)));
    }
  }

  private async claim(agencyId: Uuid): Promise<ClaimedMediaJob[]> {
    const now = this.clock.now();
    const leasedUntil = new Date(now.getTime() + this.env.MEDIA_LEASE_MS);
    return this.database.agencyTransaction(systemContext(agencyId), (tx) =>
      this.jobs.claim(tx, this.env.MEDIA_CONCURRENCY, now, leasedUntil),
    );
  }

  private async complete(agencyId: Uuid, job: ClaimedMediaJob): Promise<void> {
    const ctx = systemContext(agencyId);
    try {
      const row = await this.database.agencyTransaction(ctx, (tx) => this.media.find(tx, job.mediaId));
      if (row) await this.run(agencyId, job, row);
      await this.database.agencyTransaction(ctx, (tx) => this.jobs.finish(tx, job));
      this.done.inc({ task: job.task, outcome: 'done' });
    } catch (error) {
      await this.fail(agencyId, job, error);
    }
    if (job.numberId !== null) this.handovers.wake(agencyId, job.numberId);
  }

  private async run(agencyId: Uuid, { task, numberId }: ClaimedMediaJob, row: MediaRow): Promise<void> {
    const signal = AbortSignal.timeout(this.env.MEDIA_LEASE_MS * USABLE_LEASE);
    if (task === 'remove') return this.removals.remove(agencyId, row.id);
    if (task === 'download') return this.downloads.download(agencyId, row, signal);
    if (task === 'upload' && numberId !== null) return this.handovers.handOver(agencyId, numberId, row, signal);
    await this.scanner.scan(agencyId, row);
  }

  private async fail(agencyId: Uuid, job: ClaimedMediaJob, error: unknown): Promise<void> {
    const { code, metaCode, isFinal } = failureOf(error);
    const pause = isFinal ? null : pauseAfter(job.task, job.attempts + 1, Math.random());
    const retryAt = pause === null ? null : new Date(this.clock.now().getTime() + pause);
    this.done.inc({ task: job.task, outcome: retryAt === null ? 'given-up' : 'to-be-repeated' });
    const fields = { agencyId, mediaId: job.mediaId, task: job.task, code };
    if (code === 'internal-error') this.logger.failure('work on a file failed', error, fields);
    else this.logger.info('work on a file did not succeed', fields);
    await this.database.agencyTransaction(systemContext(agencyId), async (tx) => {
      const isMine = await this.jobs.fail(tx, job, { code, metaCode, retryAt });
      if (isMine && job.task === 'download' && retryAt === null) await this.downloads.giveUp(tx, job.mediaId, code);
    });
  }
}

import { getQueueToken } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bull';
import { LRUCache } from 'lru-cache';
import { Logger } from '#libs/observability';
import { JOBS, type JobName, type WakeUp } from './queues.js';

/** Redis may be slow or gone; a wake-up is not worth more than this. */
const LIMIT_MS = 200;
const REMEMBERED_HINTS = 10_000;

/**
 * Sends wake-ups. They are hints: failure is counted and ignored, because every worker also sweeps Postgres once a second.
 * The job id holds the second, so that a completed job never swallows the next hint.
 */
@Injectable()
export class WakeUps {
  failures = 0;
  private readonly sent = new LRUCache<string, true>({ max: REMEMBERED_HINTS, ttl: 2000 });

  constructor(
    private readonly modules: ModuleRef,
    private readonly logger: Logger,
  ) {}

  /** Never throws and never waits longer than 200 ms. `subject` names what woke, e.g. `<number>:alert`. */
  async wake(name: JobName, subject: string, payload: Omit<WakeUp, 'v'>): Promise<void> {
    const jobId = `${subject}:${Math.floor(Date.now() / 1000)}`;
    if (this.sent.has(`${name}/${jobId}`)) return;
    this.sent.set(`${name}/${jobId}`, true);
    try {
      await this.add(name, jobId, { v: 1, ...payload });
    } catch {
      this.failures++;
      if (this.failures % 1000 === 1) this.logger.warn('wake-up not sent', { failures: this.failures });
    }
  }

  private async add(name: JobName, jobId: string, payload: WakeUp): Promise<void> {
    const { queue, job } = JOBS[name];
    const target = this.modules.get<Queue<WakeUp>>(getQueueToken(queue), { strict: false });
    // Commands queued for a Redis that is away would pile up in memory for as long as it is away.
    if (target.client.status !== 'ready') throw new Error('redis is not ready');
    const options = { jobId, removeOnComplete: true, removeOnFail: true, attempts: 1 };
    await Promise.race([target.add(job, payload, options), expiry()]);
  }
}

function expiry(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('redis did not answer in time')), LIMIT_MS).unref();
  });
}

import { getQueueToken } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bull';
import { Logger } from '#libs/observability';
import { JOBS, type JobName, type WakeUp } from './queues.js';

/** Redis may be slow or gone; a wake-up is not worth more than this. */
const LIMIT_MS = 200;
/** A flood of messages for one number needs few hints: at most one in this time. */
const QUIET_MS = 50;

/**
 * Sends wake-ups. They are hints: failure is counted and ignored, because every worker also sweeps Postgres once a second.
 * The job id holds the second, so that a completed job never swallows the next hint.
 */
@Injectable()
export class WakeUps {
  failures = 0;
  /** Hints sent a moment ago, and whether the same was asked for again since. */
  private readonly recent = new Map<string, boolean>();

  constructor(
    private readonly modules: ModuleRef,
    private readonly logger: Logger,
  ) {}

  /** Never throws and never waits longer than 200 ms. `subject` names what woke, e.g. `<number>:alert`. */
  async wake(name: JobName, subject: string, payload: Omit<WakeUp, 'v'>): Promise<void> {
    const hint = `${name}/${subject}`;
    if (this.recent.has(hint)) {
      this.recent.set(hint, true);
      return;
    }
    this.recent.set(hint, false);
    setTimeout(() => this.repeatIfAsked(hint, () => this.wake(name, subject, payload)), QUIET_MS).unref();
    await this.send(name, `${subject}:${Math.floor(Date.now() / 1000)}`, { v: 1, ...payload });
  }

  /** What came during the quiet moment gets one hint for all of it. */
  private repeatIfAsked(hint: string, wake: () => Promise<void>): void {
    const isAskedAgain = this.recent.get(hint);
    this.recent.delete(hint);
    if (isAskedAgain) void wake();
  }

  private async send(name: JobName, jobId: string, payload: WakeUp): Promise<void> {
    try {
      await this.add(name, jobId, payload);
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

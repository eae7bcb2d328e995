import { Injectable, Logger } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { Clock, type Uuid } from '#libs/kernel';
import { monthOf } from './sequenced-entry.js';
import { MonthMissing, UnreadableEntries } from './sequencer.errors.js';
import { SEQUENCER_LANES, SequencerRepository, type WaitingLog } from './sequencer.repository.js';
import { SetAside } from './set-aside.js';

/** How long an entry waits at most before somebody looks for it. */
const PAUSE_MS = 250;
const PAUSE_AFTER_FAILURE_MS = 1000;
/** One transaction's worth: some 30 ms of work in a process that has messages to send too. */
const BATCH = 1000;
/** How often rows set aside are tried, and complained of, again. */
const COMPLAIN_EVERY_MS = 60_000;
/** As far ahead as `ensure_partitions` reaches. */
const MAX_MONTHS_AHEAD = 24;

interface Progress {
  readonly appended: number;
  /** Whether there is work that need not wait for the next look. */
  readonly isMore: boolean;
  readonly failure?: unknown;
}

/**
 * Moves staged entries into their logs with gapless numbers. Any number of workers may run it. A staged row that cannot
 * be appended stays staged, is passed over so that the log goes on, and is reported every minute until it is mended.
 */
@Injectable()
export class SequencerService {
  private readonly logger = new Logger(SequencerService.name);
  private readonly aside = new SetAside();
  private complainedAt = Number.NEGATIVE_INFINITY;
  private running: Promise<void> | undefined;
  private stopping = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly repository: SequencerRepository,
    private readonly database: AgencyDatabase,
    private readonly clock: Clock,
  ) {}

  /** Staged rows that this process could not append; anything but 0 needs a person. */
  get setAsideCount(): number {
    return this.aside.count;
  }

  start(): void {
    if (this.running) return;
    this.stopping = false;
    this.running = this.loop();
  }

  /** Ends after the batches under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
    this.running = undefined;
  }

  /** Appends until nothing is left that can be. @returns how many entries were appended */
  async drain(): Promise<number> {
    let appended = 0;
    for (let isMore = true; isMore; ) {
      const round = await this.round();
      if (round.failure) throw round.failure;
      appended += round.appended;
      isMore = round.isMore;
    }
    return appended;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const { isMore, failure } = await this.round().catch(failed);
      if (failure) this.logger.error({ msg: 'audit sequencing failed', err: failure });
      if (failure) await this.sleep(PAUSE_AFTER_FAILURE_MS);
      else if (!isMore) await this.sleep(PAUSE_MS);
    }
  }

  /** One batch for each log that has work. A log that fails does not keep the others waiting. */
  private async round(): Promise<Progress> {
    const waiting = await this.repository.waiting();
    this.complain(waiting);
    const open = waiting.filter(({ state }) => state === 'open');
    const batches: Progress[] = [];
    const lane = async () => {
      for (let log = open.pop(); log; log = open.pop())
        batches.push(await this.appendBatch(log.agencyId).catch(failed));
    };
    await Promise.all(Array.from({ length: SEQUENCER_LANES }, lane));
    return {
      appended: batches.reduce((sum, batch) => sum + batch.appended, 0),
      isMore: batches.some((batch) => batch.isMore),
      failure: batches.find((batch) => batch.failure)?.failure,
    };
  }

  private async appendBatch(agencyId: Uuid): Promise<Progress> {
    try {
      const appended = await this.repository.appendBatch(agencyId, { limit: BATCH, except: this.aside.of(agencyId) });
      return { appended, isMore: appended === BATCH };
    } catch (error) {
      if (error instanceof UnreadableEntries) this.setUnreadableAside(agencyId, error);
      else if (error instanceof MonthMissing) await this.makeMonths(agencyId, error);
      else throw error;
      return { appended: 0, isMore: true };
    }
  }

  private setUnreadableAside(agencyId: Uuid, { rows }: UnreadableEntries): void {
    for (const { row, reason } of rows) this.setAside(agencyId, row.id, row.eventId, reason);
  }

  /** A clock moved ahead (demo) outruns the partitions. They are made as far as they reach; the rest is set aside. */
  private async makeMonths(agencyId: Uuid, { entries, cause }: MonthMissing): Promise<void> {
    const before = await this.repository.months();
    const homeless = entries.filter((entry) => !before.has(monthOf(entry)));
    const last = homeless.map(monthOf).sort().at(-1);
    if (last === undefined) throw cause;
    await this.database.acrossAgencies('ensure_partitions', [monthsUntil(last)]);
    const after = await this.repository.months();
    for (const entry of homeless.filter((candidate) => !after.has(monthOf(candidate)))) {
      this.setAside(agencyId, entry.staged.id, entry.says.id, 'no partition for its month');
    }
  }

  private setAside(agencyId: Uuid, id: string, eventId: Uuid, reason: string): void {
    this.aside.add(agencyId, [id]);
    this.logger.error({ msg: 'staged audit entry cannot be appended', agencyId, stagingId: id, eventId, reason });
  }

  /** Once a minute: what was set aside is tried anew, and so reported anew, as are entries that have no log to go to. */
  private complain(waiting: readonly WaitingLog[]): void {
    const now = this.clock.monotonicMs();
    if (now - this.complainedAt < COMPLAIN_EVERY_MS) return;
    this.complainedAt = now;
    this.aside.clear();
    for (const { agencyId } of waiting.filter(({ state }) => state === null)) {
      this.logger.error({ msg: 'staged audit entries belong to an agency without a log', agencyId });
    }
  }

  private async sleep(milliseconds: number): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function failed(failure: unknown): Progress {
  return { appended: 0, isMore: false, failure };
}

function monthsUntil(month: string, now = new Date()): number {
  const [year = 0, monthOfYear = 1] = month.split('_').map(Number);
  const ahead = (year - now.getUTCFullYear()) * 12 + monthOfYear - 1 - now.getUTCMonth();
  return Math.min(Math.max(ahead, 0), MAX_MONTHS_AHEAD);
}

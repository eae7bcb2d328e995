import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Uuid } from '#libs/kernel';
import { eventually } from '../support/eventually.js';
import { TestSystem } from '../support/system.js';
import { Alerts, type Quickness } from './alerts.js';
import { CHAOS } from './chaos-settings.js';
import { Leavers } from './leavers.js';
import { Load } from './load.js';
import { OwnPostgres } from './own-postgres.js';
import { ProviderLedger } from './provider-ledger.js';
import { comesToRest } from './quiescence.js';
import { SeededRandom } from './seeded-random.js';
import { Sender } from './sender.js';
import { StoredFacts } from './stored-facts.js';
import { Trickle } from './trickle.js';
import { judge, type Verdict } from './verdict.js';

const CITIZENS = 300;
const LEAVERS = 12;
const MESSAGES_PER_SECOND = 250;
const REACH_MS = 60_000;
/** A transaction that stands open this long after its process was stopped will never go on. */
const OPEN_MS = 150;
const SKEW_MS = 600_000;
/** What happens to bulk while alerts are sent, one after the other. */
const STROKES = ['kill a worker', 'kill the api', 'empty Redis', 'the provider fails'] as const;

/** One system on a PostgreSQL of its own: takes its servers away, and counts what that did. */
export class ServersRun {
  readonly sender: Sender;
  readonly leavers: Leavers;
  readonly alerts: Alerts;
  readonly injected = new Set<string>();
  private readonly random = new SeededRandom(CHAOS.seed);
  private readonly ledger: ProviderLedger;
  private readonly facts: StoredFacts;

  private constructor(
    readonly system: TestSystem,
    private readonly postgres: OwnPostgres,
  ) {
    this.sender = new Sender(system, system.agency, this.random);
    this.ledger = new ProviderLedger(system);
    this.facts = new StoredFacts(system.database);
    this.leavers = new Leavers(system, this.sender, this.random);
    this.alerts = new Alerts(system, this.sender, this.ledger);
  }

  static async begin(): Promise<ServersRun> {
    const postgres = await OwnPostgres.start();
    const system = await TestSystem.start({ ground: postgres, workers: 2, env: { LOG_LEVEL: 'warn' } });
    const run = new ServersRun(system, postgres);
    await system.sim('POST', 'profile', { name: 'default', limits: false, seed: CHAOS.seed });
    await system.database.admin.query('UPDATE phone_numbers SET messages_per_second = $1', [MESSAGES_PER_SECOND]);
    await run.sender.enrol(CITIZENS);
    return run;
  }

  /** Alerts while all is well, and alerts while bulk is posted and everything but Postgres is struck. */
  async quicknessOfAlerts(count: number): Promise<{ calm: Quickness; struck: Quickness }> {
    await this.alerts.plan(2 * count);
    const load = new Load(this.sender);
    const calm = await this.alerts.send(count);
    let isOver = false;
    const strokes = this.strike(() => isOver);
    const struck = await this.alerts.send(count).finally(() => (isOver = true));
    await Promise.all([strokes, load.stop()]);
    return { calm, struck };
  }

  /** Ends the api again and again at moments at which a transaction of its own stands open. */
  async killApiInTransactions(times: number): Promise<number> {
    await this.stopWorkers();
    const load = new Load(this.sender);
    let hits = 0;
    try {
      for (const ms of this.random.shares(times, times * 400)) {
        await pause(ms);
        if (await this.stopInTransaction()) hits++;
        await this.system.api.stop('SIGKILL');
        await this.system.restartApi();
      }
      await load.stop();
    } finally {
      await Promise.all([this.system.startWorker(), this.system.startWorker()]);
    }
    if (hits > 0) this.injected.add('F2');
    return hits;
  }

  /** @returns after each crash, how long until a message was accepted by us and another by the provider */
  async crashPostgres(times: number): Promise<number[]> {
    const waits: number[] = [];
    await this.leavers.enrol(LEAVERS);
    const load = new Load(this.sender);
    const leaving = this.leavers.leave();
    for (const ms of this.random.shares(times, times * 1_500)) {
      await pause(ms);
      await this.postgres.crash();
      waits.push(await this.worksAgain());
    }
    await Promise.all([load.stop(), leaving]);
    this.injected.add('F4');
    return waits;
  }

  /** Workers whose clocks are ten minutes before and behind. @returns the furthest that a recorded time is off */
  async skewClocks(messages: number): Promise<number> {
    await this.stopWorkers();
    const [{ now: from }] = await this.rows<{ now: Date }>('SELECT now()');
    const preload = new URL('skewed-clock.mjs', import.meta.url).href;
    const skewed = (ms: number) => ({ NODE_OPTIONS: `--import=${preload}`, CHAOS_CLOCK_SKEW_MS: String(ms) });
    await Promise.all([this.system.startWorker(skewed(SKEW_MS)), this.system.startWorker(skewed(-SKEW_MS))]);
    await this.sender.postMany(messages);
    await this.rests();
    this.injected.add('F9');
    const [{ off }] = await this.rows<{ off: number }>(
      `SELECT greatest(extract(epoch FROM $1 - min(recorded_at)), extract(epoch FROM max(recorded_at) - now()), 0)::float8 AS off
       FROM message_events WHERE recorded_at > $1::timestamptz - interval '9 minutes 30 seconds' AND attempt > 0
         AND message_id IN (SELECT id FROM messages WHERE accepted_at >= $1)`,
      [from],
    );
    await this.stopWorkers();
    await Promise.all([this.system.startWorker(), this.system.startWorker()]);
    return off;
  }

  /** No connection is left for seconds, then the server stands still for two. @returns how long until it works again */
  async starve(): Promise<{ full: number; stalled: number }> {
    const load = new Load(this.sender);
    await this.postgres.whileFull(() => pause(5_000));
    const full = await this.worksAgain();
    const couldStall = await this.postgres.stall(2_000);
    const stalled = await this.worksAgain();
    await load.stop();
    if (couldStall) this.injected.add('F11');
    return { full, stalled };
  }

  async rests(): Promise<void> {
    const trickle = new Trickle(this.sender);
    const doubts = async () => {
      const open = await this.facts.countOpenAttempts();
      if (open > 0) throw new Error(`${open} attempts are open`);
    };
    await eventually(doubts, 2 * REACH_MS).finally(() => trickle.stop());
    await comesToRest(this.facts, 2 * REACH_MS);
  }

  async verdict(): Promise<Verdict> {
    await this.rests();
    const { ledger, facts } = this;
    return judge({ senders: [this.sender], ledger, facts });
  }

  async countLeavers(): Promise<{ before: number; late: number; keptBack: number }> {
    return this.leavers.count(this.ledger);
  }

  assertRunning(): void {
    for (const app of [this.system.api, ...this.runningWorkers()]) app.assertRunning();
  }

  runningWorkers() {
    return this.system.workers.filter(({ isRunning }) => isRunning);
  }

  async stop(): Promise<void> {
    await this.system.stop();
    await this.postgres.stop();
  }

  private async strike(isOver: () => boolean): Promise<void> {
    for (;;) {
      await pause(500 + this.random.below(1_500));
      if (isOver()) return;
      await this.stroke(this.random.pick(STROKES));
    }
  }

  private async stroke(what: (typeof STROKES)[number]): Promise<void> {
    if (what === 'kill a worker') {
      await this.runningWorkers()[0]?.stop('SIGKILL');
      await this.system.startWorker();
    } else if (what === 'kill the api') {
      await this.system.api.stop('SIGKILL');
      await this.system.restartApi();
    } else if (what === 'empty Redis') {
      const redis = new Redis(this.system.env['REDIS_URL'] ?? '');
      await redis.flushdb();
      redis.disconnect();
    } else {
      await this.system.sim('POST', 'faults', { kind: 'slow', delayMs: 300, count: 60 });
    }
  }

  private async stopInTransaction(): Promise<boolean> {
    const { api } = this.system;
    return eventually(async () => {
      api.signal('SIGSTOP');
      await pause(OPEN_MS);
      const open = await this.facts.count(
        `pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'
           AND application_name = 'belfry'`,
      );
      if (open > 0) return true;
      api.signal('SIGCONT');
      throw new Error('the api was never stopped in a transaction');
    }).catch(() => false);
  }

  /** Milliseconds until the api accepts a message and the provider is sent one. */
  private async worksAgain(): Promise<number> {
    const from = performance.now();
    const [accepted, sent] = [this.sender.accepted.size, await this.ledger.refresh()];
    await eventually(() => {
      if (this.sender.accepted.size <= accepted) throw new Error('nothing is accepted');
    }, REACH_MS);
    await this.ledger.reaches(sent + 1, REACH_MS);
    return Math.round(performance.now() - from);
  }

  private async stopWorkers(): Promise<void> {
    await Promise.all(this.system.workers.map((worker) => worker.stop()));
  }

  private async rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<[T]> {
    const { rows } = await this.system.database.admin.query<T>(sql, parameters);
    return rows as [T];
  }

  /** Every message that was promised. */
  get promised(): ReadonlySet<Uuid> {
    return this.sender.accepted;
  }
}

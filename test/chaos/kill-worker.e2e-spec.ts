import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.js';
import { TestSystem } from '../support/system.js';
import { runCallbacks } from './callbacks-run.js';
import { report } from './chaos-report.js';
import { CHAOS } from './chaos-settings.js';
import { ProviderLedger } from './provider-ledger.js';
import { comesToRest } from './quiescence.js';
import { SeededRandom } from './seeded-random.js';
import { Sender } from './sender.js';
import { StoredFacts } from './stored-facts.js';
import { Trickle } from './trickle.js';
import { judge } from './verdict.js';

/** So many that the pair rule, 30 messages at once to one citizen, holds few of them up. */
const CITIZENS = Math.min(Math.max(200, Math.ceil(CHAOS.messages / 15)), 1_000);
/** Fast enough for the whole test, slow enough that a worker dies in the middle of its work. */
const MESSAGES_PER_SECOND = 250;
/** The provider takes its time with each answer, so that many requests are open when a worker dies. */
const SLOW_ANSWERS = { kind: 'slow', delayMs: 250 };
/** Half of the statuses come late, so that what a dead worker left is not always heard of before its lease ends. */
const LATE_STATUSES = { kind: 'webhook-delay', delayMs: 5_000, match: { every: 2 }, seed: CHAOS.seed };
/** This part of the messages is sent while workers die; the rest by the last one. */
const SENT_UNDER_FIRE = 0.8;
const LONGEST_AIM_MS = 60;
const DEADLINE_MS = 120_000 + Math.max(CHAOS.messages, CHAOS.callbacks) * 30;

describe('A worker that is killed again and again', () => {
  const random = new SeededRandom(CHAOS.seed);
  let system: TestSystem;
  let sender: Sender;
  let ledger: ProviderLedger;
  let facts: StoredFacts;

  beforeAll(async () => {
    system = await TestSystem.start({ workers: 0 });
    await system.sim('POST', 'profile', { name: 'default', limits: false, seed: CHAOS.seed });
    for (const fault of [SLOW_ANSWERS, LATE_STATUSES]) await system.sim('POST', 'faults', fault);
    await system.database.admin.query('UPDATE phone_numbers SET messages_per_second = $1', [MESSAGES_PER_SECOND]);
    sender = new Sender(system, system.agency, random);
    ledger = new ProviderLedger(system);
    facts = new StoredFacts(system.database);
    await sender.enrol(CITIZENS);
  });

  afterAll(() => system.stop());

  /**
   * Lets each worker send a drawn number of messages, and strikes at a drawn moment after that.
   * @returns how many messages were on their way at each stroke
   */
  async function killWorkers(): Promise<number[]> {
    const onTheirWay: number[] = [];
    for (const share of random.shares(CHAOS.kills, CHAOS.messages * SENT_UNDER_FIRE)) {
      const before = await ledger.refresh();
      const worker = await system.startWorker();
      await ledger.reaches(before + share, DEADLINE_MS);
      await pause(random.below(LONGEST_AIM_MS));
      await worker.stop('SIGKILL');
      onTheirWay.push(await facts.countLeased());
    }
    return onTheirWay;
  }

  it('loses no message and sends none twice', { timeout: DEADLINE_MS * 2 }, async () => {
    const startedAt = performance.now();
    const seconds = () => Math.round((performance.now() - startedAt) / 1000);
    let postedAfter = 0;
    const posting = sender.postMany(CHAOS.messages).then(() => (postedAfter = seconds()));
    const onTheirWay = await killWorkers();
    const killedAfter = seconds();
    await posting;
    await system.startWorker();
    const trickle = new Trickle(sender);
    await eventually(async () => expect(await facts.countOpenAttempts()).toBe(0), DEADLINE_MS).finally(() =>
      trickle.stop(),
    );
    await comesToRest(facts, DEADLINE_MS);
    const verdict = await judge({ senders: [sender], ledger, facts });
    report('kill-worker', {
      seed: CHAOS.seed,
      // The worker that is killed runs the sequencer of the audit log too.
      faults: onTheirWay.some((count) => count > 0) ? ['F1', 'F3', 'F6', 'F7'] : [],
      leaseMs: Number(system.env['SENDING_LEASE_MS']),
      windowMs: Number(system.env['IN_DOUBT_WINDOW_MS']),
      kills: onTheirWay.length,
      onTheirWay,
      ...verdict,
      seconds: { posted: postedAfter, killed: killedAfter, all: seconds() },
    });

    expect(onTheirWay).toHaveLength(CHAOS.kills);
    expect(onTheirWay.filter((count) => count > 0).length, 'strokes that hit').toBeGreaterThanOrEqual(CHAOS.kills / 2);
    expect(verdict.inDoubt, 'attempts in doubt').toBeGreaterThan(0);
    expect(verdict).toMatchObject({ lost: [], doubled: [] });
    expect(Object.entries(verdict.invariants).filter(([, holds]) => !holds)).toEqual([]);
  });

  it('loses no callback to a system that breaks now and then', { timeout: DEADLINE_MS * 2 }, async () => {
    await Promise.all(system.workers.map((worker) => worker.stop()));
    const { callbacks: events, callbackKills: kills } = CHAOS;
    const verdict = await runCallbacks({ system, random, events, kills, deadlineMs: DEADLINE_MS });
    report('callbacks', { seed: CHAOS.seed, ...verdict });
    expect(verdict.events).toBeGreaterThanOrEqual(events);
    expect(verdict).toMatchObject({ kills, lost: 0 });
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Uuid } from '#libs/kernel';
import { startRedis } from '../../tools/services.mjs';
import { eventually } from '../support/eventually.js';
import { TestSystem } from '../support/system.js';
import { report } from './chaos-report.js';
import { CHAOS } from './chaos-settings.js';
import { SCENARIOS, type Scenario, WINDOW_MS } from './fault-scenarios.js';
import { FaultyRun } from './faulty-run.js';
import { TcpGate } from './tcp-gate.js';

const MESSAGES = 20;
const ARRIVED = ['sent', 'delivered', 'read'];
/** Three seconds until a dead worker's turn is free, one until somebody looks, and the rest for two busy cores. */
const TAKEOVER_MS = 6_000;
const DATABASE_AWAY_MS = 5_000;
/** How long Postgres may keep the locks of a process that does not answer. */
const LOCKS_KEPT_MS = 15_000;
const ANSWER_LOST = { kind: 'reset', count: 1 };

const once = (ids: readonly Uuid[]) => ids.map(() => 1);

describe('What goes wrong around the engine', () => {
  let system: TestSystem;
  let run: FaultyRun;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let gated: { gate: TcpGate; url: string };
  /** The scenarios strike different citizens, so they all begin at once and each test waits for its own. */
  const posted = new Map<Scenario, readonly Uuid[]>();
  let quiet: Uuid;

  beforeAll(async () => {
    redis = await startRedis();
    system = await TestSystem.start({
      env: { REDIS_URL: redis.url, IN_DOUBT_WINDOW_MS: String(WINDOW_MS), LOG_LEVEL: 'warn' },
    });
    gated = await TcpGate.before(system.database.appUrl);
    await system.sim('POST', 'profile', { name: 'default', limits: false, seed: CHAOS.seed });
    run = await FaultyRun.begin(system);
    quiet = await run.postOnQuietNumber();
    const holding = await run.purpose('hold');
    for (const scenario of SCENARIOS) {
      const purpose = scenario.isHeld ? holding : undefined;
      posted.set(scenario, await run.postUnder(scenario.faults, scenario.messages, { purpose }));
    }
  });

  afterAll(async () => {
    await run?.pauseTrickle();
    await system?.stop();
    gated?.gate.close();
    await redis?.stop();
  });

  it.each(SCENARIOS)('$name', async (scenario) => {
    const ids = posted.get(scenario) ?? [];
    await run.allReach(ids, scenario.ends);
    expect(await run.acceptsOf(ids)).toEqual(ids.map(() => scenario.accepts));
    if (scenario.accepts > 1) {
      run.expectTwice(ids);
      expect(await run.resendsOf(ids)).toEqual(once(ids));
    }
  });

  it('leaves the last doubt of a quiet number to a person', async () => {
    await run.allReach([quiet], 'unconfirmed');
    expect(await run.acceptsOf([quiet])).toEqual([0]);
  });

  it('sends nothing again while webhooks cannot come in', async () => {
    await run.pauseTrickle();
    const late = { kind: 'webhook-delay', delayMs: 3_000, count: 3 };
    const ids = await run.postUnder([ANSWER_LOST, late], 1);
    const others = await run.sender.postMany(6);
    await run.allReach(others, 'delivered', 'read');
    system.api.signal('SIGSTOP');
    await pause(WINDOW_MS + 1_000);
    system.api.signal('SIGCONT');
    run.resumeTrickle();
    await run.allReach(ids, 'read');
    expect(await run.acceptsOf(ids)).toEqual([1]);
  });

  it('does not send again what is heard of while it waits to be sent again', async () => {
    await run.pauseTrickle();
    // The others are read just after the window, which proves that the way back is open; the echo comes later still.
    await run.statusesCome({ read: WINDOW_MS + 1_500 });
    const late = { kind: 'webhook-delay', delayMs: WINDOW_MS + 5_000, count: 3 };
    const ids = await run.postUnder([ANSWER_LOST, late], 1);
    const others = await run.sender.postMany(6);
    await run.allReach([...ids, ...others], 'in_doubt', 'delivered');
    await run.whileHeld(async () => {
      await run.allReach(ids, 'queued');
      await run.allReach(ids, ...ARRIVED);
    });
    await run.statusesCome({});
    await run.allReach(await run.sender.postMany(1), ...ARRIVED);
    expect(await run.acceptsOf(ids)).toEqual([1]);
    run.resumeTrickle();
  });

  it('needs no Redis: emptied, killed and started again', async () => {
    const before = run.sender.postMany(MESSAGES);
    await run.flushRedis(redis.url);
    await redis.stop({ limitMs: 0 });
    const ids = [...(await before), ...(await run.sender.postMany(MESSAGES))];
    await run.allReach(ids, ...ARRIVED);
    redis = await startRedis({ port: redis.port, password: redis.password });
    ids.push(...(await run.sender.postMany(MESSAGES)));
    await run.allReach(ids, ...ARRIVED);
    expect(await run.acceptsOf(ids)).toEqual(once(ids));
    run.injected.add('F5');
  });

  it('survives the loss of the database for five seconds', async () => {
    await run.onlyWorker().stop();
    const worker = await system.startWorker({ DATABASE_URL: gated.url });
    // So few that all of them twice are still less than the pair rule takes at once.
    const ids = await run.postUnder([{ kind: 'slow', delayMs: 100 }], MESSAGES / 2);
    gated.gate.shut();
    await pause(DATABASE_AWAY_MS);
    gated.gate.open();
    await run.allReach(ids, ...ARRIVED);
    worker.assertRunning();
    expect(await run.acceptsOf(ids)).toEqual(once(ids));
  });

  it('is not held up by a worker that froze in the middle of a transaction', async () => {
    const frozen = run.onlyWorker();
    // To many citizens: more than 30 at once to one of them would wait for the pair rule.
    const ids = await run.sender.postMany(4 * MESSAGES);
    await run.freezeInTransaction(frozen);
    await system.startWorker();
    await eventually(async () => expect(await run.frozenTransactions()).toBe(0), LOCKS_KEPT_MS);
    await run.allReach(ids, ...ARRIVED);
    await frozen.stop('SIGKILL');
    expect(await run.acceptsOf(ids)).toEqual(once(ids));
  });

  it('lets a worker that slept longer than its lease change nothing and send nothing', async () => {
    // One status for each message, so that nothing but a worker could change it afterwards.
    await run.statusesCome({ delivered: null, read: null });
    const zombie = run.onlyWorker();
    const ids = await run.postUnder([{ kind: 'slow', delayMs: 500 }], MESSAGES);
    await run.ledgerGrows(3);
    zombie.signal('SIGSTOP');
    await system.startWorker();
    await run.allReach(ids, 'sent');
    const before = await run.snapshot(ids);
    zombie.signal('SIGCONT');
    // Both live now and share the number.
    const later = await run.sender.postMany(2 * MESSAGES);
    await run.allReach(later, 'sent');
    zombie.assertRunning();
    expect(await run.acceptsOf([...ids, ...later])).toEqual(once([...ids, ...later]));
    run.injected.add('F8');
    run.isZombieHarmless = JSON.stringify(await run.snapshot(ids)) === JSON.stringify(before);
    expect(run.isZombieHarmless).toBe(true);
  });

  it('waits for webhooks that a worker took with it when it died', async () => {
    await run.pauseTrickle();
    await run.hearsEverything();
    const ids = await run.postUnder([ANSWER_LOST, { kind: 'webhook-delay', delayMs: 1_500 }], 1);
    await run.allReach(ids, 'in_doubt');
    await Promise.all(system.workers.map((worker) => worker.stop('SIGKILL')));
    await run.giveWebhooksToTheDead(WINDOW_MS + 4_000);
    await system.startWorker();
    run.resumeTrickle();
    await run.allReach(ids, 'sent');
    expect(await run.acceptsOf(ids)).toEqual([1]);
  });

  it('goes on within seconds when a worker dies with the turn in its hand', async () => {
    await run.pauseTrickle();
    await run.giveTurnToTheDead();
    const startedAt = performance.now();
    await run.allReach(await run.sender.postMany(1), 'sent');
    expect(performance.now() - startedAt).toBeLessThan(TAKEOVER_MS);
  });

  it('has lost nothing in the end, doubled only what could not be known, and kept a whole log', async () => {
    const verdict = await run.verdict();
    report('faults', { seed: CHAOS.seed, faults: [...run.injected], windowMs: WINDOW_MS, ...verdict });
    expect(verdict).toMatchObject({ lost: [], doubled: [] });
    expect(Object.entries(verdict.invariants).filter(([, holds]) => !holds)).toEqual([]);
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedis } from '../../tools/services.mjs';
import type { AppProcess } from '../support/app-process.js';
import { eventually } from '../support/eventually.js';
import { TestSystem } from '../support/system.js';
import { report } from './chaos-report.js';
import { CHAOS } from './chaos-settings.js';
import { FaultyRun } from './faulty-run.js';
import { TcpGate } from './tcp-gate.js';

/** Short windows: a doubt is decided within seconds, and three windows of silence pass within the test. */
const WINDOW_MS = 6_000;
const MESSAGES = 24;
const LIMIT_MS = 60_000;
const once = (ids: readonly unknown[]) => ids.map(() => 1);

/** What the provider does wrong, and how often; each strikes only the citizen of its own test. */
const ANSWER_FAULTS: readonly (readonly [string, object])[] = [
  ['accepts and never answers', { kind: 'hang', count: 4 }],
  ['accepts and resets the connection', { kind: 'reset', count: 8 }],
  ['accepts and answers 502 in HTML', { kind: 'status', httpStatus: 502, graphBody: false, accept: true, count: 8 }],
  ['does not accept and answers 502 in HTML', { kind: 'status', httpStatus: 502, graphBody: false, count: 8 }],
  ['answers 500 with 131016', { kind: 'status', httpStatus: 500, code: 131016, count: 8 }],
  ['answers 500 with 131000', { kind: 'status', httpStatus: 500, code: 131000, count: 8 }],
  ['answers 429 with 130429', { kind: 'status', httpStatus: 429, code: 130429, count: 3 }],
  ['answers 400 with 131056', { kind: 'status', httpStatus: 400, code: 131056, count: 8 }],
];

const WEBHOOK_FAULTS: readonly (readonly [string, readonly object[]])[] = [
  ['come twice', [{ kind: 'webhook-duplicate' }]],
  ['come in any order', [{ kind: 'webhook-reorder', seed: CHAOS.seed }]],
  ['come long after the answer', [{ kind: 'webhook-delay', delayMs: 3_000 }]],
  [
    'come late and twice',
    [{ kind: 'webhook-delay', delayMs: 1_500, match: { every: 2 } }, { kind: 'webhook-duplicate' }],
  ],
];

describe('What goes wrong around the engine', () => {
  let system: TestSystem;
  let run: FaultyRun;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let gated: { gate: TcpGate; url: string };
  let silent: Promise<{ state: string; accepts: number }>;
  let holding: string;

  beforeAll(async () => {
    redis = await startRedis();
    system = await TestSystem.start({
      env: { REDIS_URL: redis.url, IN_DOUBT_WINDOW_MS: String(WINDOW_MS), LOG_LEVEL: 'warn' },
    });
    gated = await TcpGate.before(system.database.appUrl);
    await system.sim('POST', 'profile', { name: 'default', limits: false, seed: CHAOS.seed });
    run = await FaultyRun.begin(system);
    holding = await run.purpose('hold');
    silent = run.doubtOnQuietNumber();
    // Awaited by the test that asks for it, at the end of its three windows.
    silent.catch(() => undefined);
  });

  afterAll(async () => {
    await run.end();
    await system.stop();
    gated.gate.close();
    await redis.stop();
  });

  describe('when the provider', () => {
    it.concurrent.each(ANSWER_FAULTS)('%s, each message arrives once', { timeout: LIMIT_MS }, async (_, fault) => {
      const { ids, end } = await run.postUnder([fault], MESSAGES);
      await run.allReach(ids, 'read');
      expect(await run.acceptsOf(ids)).toEqual(once(ids));
      await end();
    });
  });

  describe('when statuses', () => {
    it.concurrent.each(WEBHOOK_FAULTS)(
      '%s, the message is read in the end',
      { timeout: LIMIT_MS },
      async (_, faults) => {
        const { ids, end } = await run.postUnder(faults, MESSAGES);
        await run.allReach(ids, 'read');
        expect(await run.acceptsOf(ids)).toEqual(once(ids));
        await end();
      },
    );

    it.concurrent('are lost, the message stays sent and is not sent again', { timeout: LIMIT_MS }, async () => {
      const { ids, end } = await run.postUnder([{ kind: 'webhook-lose' }], MESSAGES);
      await run.allReach(ids, 'sent');
      expect(await run.acceptsOf(ids)).toEqual(once(ids));
      await end();
    });
  });

  describe('when an answer and its echo are both lost', () => {
    const lost = [
      { kind: 'reset', count: 1 },
      { kind: 'webhook-lose', count: 3 },
    ];

    it.concurrent('the message is sent once more, and no more than that', { timeout: LIMIT_MS }, async () => {
      const { ids, end } = await run.postUnder(lost, 1);
      await run.allReach(ids, 'read');
      run.sacrifice(ids);
      expect(await run.acceptsOf(ids)).toEqual([2]);
      expect(await run.resendsOf(ids)).toEqual([1]);
      await end();
    });

    it.concurrent('a message of a purpose that holds becomes unconfirmed', { timeout: LIMIT_MS }, async () => {
      const { ids, end } = await run.postUnder(lost, 1, { purpose: holding });
      await run.allReach(ids, 'unconfirmed');
      expect(await run.acceptsOf(ids)).toEqual([1]);
      await end();
    });

    it.concurrent('an echo that comes after the resend is kept beside the second one', {
      timeout: LIMIT_MS,
    }, async () => {
      const late = { kind: 'webhook-delay', delayMs: WINDOW_MS + 4_000, count: 3 };
      const { ids, end } = await run.postUnder([{ kind: 'reset', count: 1 }, late], 1);
      await run.allReach(ids, 'read');
      run.sacrifice(ids);
      expect(await run.acceptsOf(ids)).toEqual([2]);
      await eventually(async () => expect(await run.knownWamids(ids)).toBe(2));
      await end();
    });
  });

  describe('when the citizen of a doubt is heard while the message waits to be sent again', () => {
    it('it is not sent again', { timeout: LIMIT_MS }, async () => {
      await run.pauseTrickle();
      await system.sim('POST', 'profile', {
        name: 'default',
        limits: false,
        delays: { read: [WINDOW_MS + 1_000, WINDOW_MS + 2_000] },
      });
      const late = { kind: 'webhook-delay', delayMs: WINDOW_MS + 5_000, count: 3 };
      const { ids, end } = await run.postUnder([{ kind: 'reset', count: 1 }, late], 1);
      const others = await run.sender.postMany(5);
      await run.allReach([...ids, ...others], 'in_doubt', 'delivered');
      await run.hold(true);
      await run.allReach(ids, 'queued');
      await run.allReach(ids, 'sent', 'delivered', 'read');
      await run.hold(false);
      await system.sim('POST', 'profile', { name: 'default', limits: false });
      run.resumeTrickle();
      await run.allReach([...ids, ...others], 'read');
      expect(await run.acceptsOf(ids)).toEqual([1]);
      await end();
    });
  });

  describe('when Redis', () => {
    it('is emptied, killed and back again, each message arrives once', { timeout: LIMIT_MS }, async () => {
      const before = run.sender.postMany(MESSAGES);
      await run.flushRedis(redis.url);
      await redis.stop({ limitMs: 0 });
      const during = run.sender.postMany(MESSAGES);
      const ids = [...(await before), ...(await during)];
      await run.allReach(ids, 'read');
      redis = await startRedis({ port: redis.port, password: redis.password });
      ids.push(...(await run.sender.postMany(MESSAGES)));
      await run.allReach(ids, 'read');
      expect(await run.acceptsOf(ids)).toEqual(once(ids));
    });
  });

  describe('when a worker', () => {
    const first = () => system.workers.at(-1) as AppProcess;

    it('sleeps for longer than its lease and wakes up, it changes nothing and sends nothing', {
      timeout: LIMIT_MS,
    }, async () => {
      const zombie = first();
      const { ids, end } = await run.postUnder([{ kind: 'slow', delayMs: 400 }], MESSAGES);
      await run.ledgerGrows(5);
      zombie.signal('SIGSTOP');
      await system.startWorker();
      await run.allReach(ids, 'read');
      const before = await run.snapshot(ids);
      zombie.signal('SIGCONT');
      const later = await run.sender.postMany(MESSAGES);
      await run.allReach(later, 'read');
      expect(await run.acceptsOf([...ids, ...later])).toEqual(once([...ids, ...later]));
      expect(await run.snapshot(ids)).toEqual(before);
      zombie.assertRunning();
      await end();
    });

    it('shares a number with another, each message arrives once', { timeout: LIMIT_MS }, async () => {
      expect(system.workers.filter((worker) => worker.isRunning)).toHaveLength(2);
      const ids = await run.sender.postMany(3 * MESSAGES);
      await run.allReach(ids, 'read');
      expect(await run.acceptsOf(ids)).toEqual(once(ids));
    });

    it('loses the database for five seconds, each message arrives once', { timeout: LIMIT_MS }, async () => {
      await Promise.all(system.workers.map((worker) => worker.stop()));
      const worker = await system.startWorker({ DATABASE_URL: gated.url });
      const { ids, end } = await run.postUnder([{ kind: 'slow', delayMs: 100 }], MESSAGES);
      gated.gate.shut();
      await pause(5_000);
      gated.gate.open();
      await run.allReach(ids, 'read');
      expect(await run.acceptsOf(ids)).toEqual(once(ids));
      worker.assertRunning();
      await end();
    });

    it('dies with the turn in its hand, the number goes on within seconds', { timeout: LIMIT_MS }, async () => {
      await run.pauseTrickle();
      await run.giveTurnToTheDead();
      const startedAt = performance.now();
      const ids = await run.sender.postMany(1);
      await run.allReach(ids, 'sent', 'delivered', 'read');
      // Three seconds until the turn is free, one until somebody looks.
      expect(performance.now() - startedAt).toBeLessThan(6_000);
      run.resumeTrickle();
    });
  });

  it('a quiet number leaves its last doubt to a person', { timeout: LIMIT_MS }, async () => {
    expect(await silent).toEqual({ state: 'unconfirmed', accepts: 0 });
  });

  it('in the end nothing is lost, nothing is doubled beyond what was lost, and the log is whole', {
    timeout: LIMIT_MS,
  }, async () => {
    const verdict = await run.verdict();
    report('faults', { seed: CHAOS.seed, windowMs: WINDOW_MS, ...verdict });
    expect(verdict.lost).toEqual([]);
    expect(verdict.doubled).toEqual([]);
    expect(Object.entries(verdict.invariants).filter(([, holds]) => !holds)).toEqual([]);
  });
});

import type { ModuleRef } from '@nestjs/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Logger } from '#libs/observability';
import { JOBS, QUEUE_NAMES } from './queues.js';
import { WakeUps } from './wake-ups.service.js';

const AGENCY = '0193f000-0000-7000-8000-000000000001';
const NUMBER = '0193f000-0000-7000-8000-000000000002';
const HINT = { agencyId: AGENCY, phoneNumberId: NUMBER };

let queue: { client: { status: string }; add: ReturnType<typeof vi.fn> };
let wakeUps: WakeUps;

beforeEach(() => {
  vi.useFakeTimers();
  queue = { client: { status: 'ready' }, add: vi.fn(async () => ({})) };
  const modules = { get: () => queue } as unknown as ModuleRef;
  wakeUps = new WakeUps(modules, new Logger({ app: 'test', level: 'silent' }));
});

afterEach(() => vi.useRealTimers());

describe(WakeUps, () => {
  it('adds a job that leaves no trace and is never tried again', async () => {
    vi.setSystemTime(1_795_341_600_500);
    await wakeUps.wake('sendBulk', `${NUMBER}:bulk`, HINT);
    expect(queue.add).toHaveBeenCalledWith(
      JOBS.sendBulk.job,
      { v: 1, ...HINT },
      { jobId: `${NUMBER}:bulk:1795341600`, removeOnComplete: true, removeOnFail: true, attempts: 1 },
    );
  });

  it('sends one hint at once for a burst, and one more for what came meanwhile', async () => {
    for (let i = 0; i < 5; i++) await wakeUps.wake('sendBulk', `${NUMBER}:bulk`, HINT);
    expect(queue.add).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(50);
    expect(queue.add).toHaveBeenCalledTimes(2);
  });

  it('repeats nothing when nothing came meanwhile', async () => {
    await wakeUps.wake('sendBulk', `${NUMBER}:bulk`, HINT);
    await vi.advanceTimersByTimeAsync(5000);
    expect(queue.add).toHaveBeenCalledTimes(1);
  });

  it('does not let a bulk hint swallow an urgent one', async () => {
    await wakeUps.wake('sendBulk', `${NUMBER}:bulk`, HINT);
    await wakeUps.wake('sendUrgent', `${NUMBER}:reply`, HINT);
    await wakeUps.wake('sendUrgent', `${NUMBER}:alert`, HINT);
    expect(queue.add).toHaveBeenCalledTimes(3);
  });

  it('counts a Redis that fails, and carries on', async () => {
    queue.add.mockRejectedValue(new Error('READONLY'));
    await wakeUps.wake('sendBulk', 'a', HINT);
    expect(wakeUps.failures).toBe(1);
  });

  it('queues nothing in memory for a Redis that is away', async () => {
    queue.client.status = 'reconnecting';
    await wakeUps.wake('sendBulk', 'a', HINT);
    expect(queue.add).not.toHaveBeenCalled();
    expect(wakeUps.failures).toBe(1);
  });

  it('waits no longer than 200 ms for a Redis that hangs', async () => {
    queue.add.mockReturnValue(new Promise(() => undefined));
    let isDone = false;
    const waking = wakeUps.wake('sendBulk', 'a', HINT).then(() => (isDone = true));
    await vi.advanceTimersByTimeAsync(199);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await waking;
    expect(wakeUps.failures).toBe(1);
  });
});

describe('JOBS', () => {
  it('gives alerts and replies, and citizens who speak, a queue of their own', () => {
    expect(JOBS.sendUrgent.queue).not.toBe(JOBS.sendBulk.queue);
    expect(JOBS.readCitizenWebhooks.queue).not.toBe(JOBS.readStatusWebhooks.queue);
  });

  it('registers each queue once', () => {
    expect(new Set(QUEUE_NAMES).size).toBe(QUEUE_NAMES.length);
    expect(QUEUE_NAMES).toEqual(expect.arrayContaining(Object.values(JOBS).map(({ queue: name }) => name)));
  });
});

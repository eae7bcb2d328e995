import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Logger } from '#libs/observability';
import { Loop } from './loop.js';

const PAUSE_MS = 1_000;

let loop: Loop;
let logger: Logger;

beforeEach(() => {
  vi.useFakeTimers();
  logger = new Logger({ app: 'test', level: 'silent' });
});

afterEach(async () => {
  await loop.stop();
  vi.useRealTimers();
});

/** Work that does as much as the numbers say, then nothing more. */
function aLoop(...done: readonly number[]) {
  const left = [...done];
  const work = vi.fn(async () => left.shift() ?? 0);
  loop = new Loop('test', PAUSE_MS, work, logger);
  return work;
}

/** Work that waits until it is told to end. */
function aSlowLoop() {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<number>((resolve) => ends.push(() => resolve(0))));
  loop = new Loop('test', PAUSE_MS, work, logger);
  return { work, end: () => ends.shift()?.() };
}

/** Lets promises settle without letting time pass. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe(Loop, () => {
  it('begins at once and then works once per pause', async () => {
    const work = aLoop();
    loop.start();
    await settle();
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('goes on without a pause while there was something to do', async () => {
    const work = aLoop(5, 5, 1);
    loop.start();
    await settle();
    expect(work).toHaveBeenCalledTimes(4);
  });

  it('does not wait for the pause when somebody calls', async () => {
    const work = aLoop();
    loop.start();
    await settle();
    loop.now();
    await settle();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('keeps one pause going after a call, not two', async () => {
    const work = aLoop();
    loop.start();
    await settle();
    loop.now();
    await settle();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('runs one at a time, and once more for all the calls that came meanwhile', async () => {
    const { work, end } = aSlowLoop();
    loop.start();
    for (let i = 0; i < 5; i++) loop.now();
    expect(work).toHaveBeenCalledTimes(1);
    end();
    await settle();
    expect(work).toHaveBeenCalledTimes(2);
    end();
    await settle();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('logs a failure and tries again after the pause', async () => {
    const failure = vi.spyOn(logger, 'failure');
    const work = vi.fn(async () => {
      throw new Error('no database');
    });
    loop = new Loop('test', PAUSE_MS, work, logger);
    loop.start();
    await settle();
    expect(work).toHaveBeenCalledTimes(1);
    expect(failure).toHaveBeenCalledWith('loop failed', expect.any(Error), { loop: 'test' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('waits for the running work when it stops, and begins nothing more', async () => {
    const { work, end } = aSlowLoop();
    loop.start();
    loop.now();
    let isStopped = false;
    const stopped = loop.stop().then(() => (isStopped = true));
    await settle();
    expect(isStopped).toBe(false);
    end();
    await stopped;
    loop.now();
    await vi.advanceTimersByTimeAsync(10 * PAUSE_MS);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('stops between two pieces of work', async () => {
    const work = vi.fn(async () => 1);
    loop = new Loop('test', PAUSE_MS, work, logger);
    loop.start();
    await loop.stop();
    const before = work.mock.calls.length;
    await settle();
    expect(work).toHaveBeenCalledTimes(before);
  });

  it('can begin again', async () => {
    const work = aLoop();
    loop.start();
    await settle();
    await loop.stop();
    loop.start();
    await settle();
    expect(work).toHaveBeenCalledTimes(2);
  });
});

import { describe, expect, it } from 'vitest';
import { isRefusedForGood, pauseAfter } from './retries.js';

describe(pauseAfter, () => {
  it('waits longer each time, at most an hour, for about a day', () => {
    const pauses = Array.from({ length: 32 }, (_, index) => pauseAfter(index + 1) ?? 0);
    expect(pauses.slice(0, 3)).toEqual([5_000, 10_000, 20_000]);
    expect(Math.max(...pauses)).toBe(3_600_000);
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThan(26);
    expect(pauseAfter(33)).toBeNull();
  });
});

describe(isRefusedForGood, () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550 }, true],
    [{ code: 'EMESSAGE', responseCode: 554 }, true],
    [{ code: 'EAUTH', responseCode: 535 }, false],
    [{ code: 'EENVELOPE', responseCode: 451 }, false],
    [{ code: 'ECONNECTION' }, false],
    [new Error('no mail'), false],
  ])('%j: %s', (error, isFinal) => expect(isRefusedForGood(error)).toBe(isFinal));
});

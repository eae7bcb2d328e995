import { describe, expect, it } from 'vitest';
import { CallWindow } from './call-window.js';

const NOW = 1_800_000_000_000;

describe(CallWindow, () => {
  it('is broken when half of twenty calls went wrong, and not of fewer', () => {
    const window = new CallWindow();
    window.count(NOW, { calls: 19, bad: 19 });
    expect(window.isBroken(NOW)).toBe(false);
    window.count(NOW, { calls: 1 });
    expect(window.isBroken(NOW)).toBe(true);
  });

  it('is whole while fewer than half go wrong', () => {
    const window = new CallWindow();
    window.count(NOW, { calls: 100, bad: 49 });
    expect(window.isBroken(NOW)).toBe(false);
    window.count(NOW + 1_000, { calls: 2, bad: 2 });
    expect(window.isBroken(NOW + 1_000)).toBe(true);
  });

  it('forgets what is older than thirty seconds', () => {
    const window = new CallWindow();
    window.count(NOW, { calls: 20, bad: 20 });
    expect(window.isBroken(NOW + 29_000)).toBe(true);
    expect(window.isBroken(NOW + 30_000)).toBe(false);
  });

  it('allows retries for a tenth of the calls, and two in any case', () => {
    const window = new CallWindow();
    const retry = () => {
      const may = window.mayRetry(NOW);
      if (may) window.count(NOW, { retries: 1 });
      return may;
    };
    expect([retry(), retry(), retry()]).toEqual([true, true, false]);
    window.count(NOW, { calls: 50 });
    expect([retry(), retry(), retry(), retry()]).toEqual([true, true, true, false]);
    expect(window.mayRetry(NOW + 30_000)).toBe(true);
  });
});

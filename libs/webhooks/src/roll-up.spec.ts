import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RollUp } from './roll-up.js';

const recorded: unknown[] = [];
let nowMs = 0;

/** Only what the class asks for. */
function aRollUp(): RollUp {
  const database = { platformTransaction: (_ctx: unknown, work: (tx: unknown) => unknown) => work({}) };
  const audit = { record: async (_tx: unknown, action: unknown) => void recorded.push(action) };
  const clock = { monotonicMs: () => nowMs };
  return new RollUp('webhook_in.signature_failed', database as never, audit as never, clock as never, () => undefined);
}

beforeEach(() => {
  vi.useFakeTimers();
  recorded.length = 0;
  nowMs = 1_000_000;
});
afterEach(() => vi.useRealTimers());

describe(RollUp, () => {
  it('records the first at once and the rest of its minute together, with how many they were', async () => {
    const rollUp = aRollUp();
    for (let i = 0; i < 500; i++) await rollUp.note();
    expect(recorded).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(recorded).toMatchObject([{ outcome: 'denied' }, { outcome: 'denied', detail: { count: 499 } }]);
  });

  it('begins anew after a quiet minute', async () => {
    const rollUp = aRollUp();
    await rollUp.note();
    nowMs += 61_000;
    await rollUp.note();
    expect(recorded).toHaveLength(2);
  });

  it('loses no count when the process ends', async () => {
    const rollUp = aRollUp();
    await rollUp.note();
    await rollUp.note();
    await rollUp.note();
    await rollUp.flush();
    expect(recorded).toMatchObject([{}, { detail: { count: 2 } }]);
    await rollUp.flush();
    expect(recorded).toHaveLength(2);
  });
});

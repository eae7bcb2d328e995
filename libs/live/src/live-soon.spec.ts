import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId, type Uuid } from '#libs/kernel';
import type { LiveChange } from './live-change.js';
import { LiveSoon } from './live-soon.service.js';

interface Written {
  readonly agencyId: Uuid;
  readonly changes: readonly LiveChange[];
}

let written: Written[];
let failures: number;
let soon: LiveSoon;

beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  failures = 0;
  const database = { agencyTransaction: (ctx: object, work: (tx: object) => unknown) => work(ctx) };
  const events = {
    add: async ({ agencyId }: { agencyId: Uuid }, changes: readonly LiveChange[]) => {
      if (failures-- > 0) throw new Error('away');
      written.push({ agencyId, changes });
    },
  };
  soon = new LiveSoon(database as never, events as never, { failure: () => undefined } as never);
});
afterEach(() => void vi.useRealTimers());

describe(LiveSoon, () => {
  it('writes one event for a topic however many changes come, and names each id once', async () => {
    const [agency, other, twice] = [newId(), newId(), newId()];
    const ids = Array.from({ length: 50 }, () => newId());
    for (const id of [twice, ...ids, twice]) soon.tell(agency, { topic: 'messages', ids: [id] });
    soon.tell(agency, { topic: 'people', ids: [twice] });
    soon.tell(other, { topic: 'messages', ids: [twice] });
    await vi.advanceTimersByTimeAsync(249);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    const changes = [
      { topic: 'messages', ids: [twice, ...ids] },
      { topic: 'people', ids: [twice] },
    ];
    expect(written).toEqual([
      { agencyId: agency, changes },
      { agencyId: other, changes: [{ topic: 'messages', ids: [twice] }] },
    ]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toHaveLength(2);
  });

  it('keeps what could not be written for the next time', async () => {
    failures = 2;
    const [agency, first, second] = [newId(), newId(), newId()];
    soon.tell(agency, { topic: 'messages', ids: [first] });
    await vi.advanceTimersByTimeAsync(300);
    soon.tell(agency, { topic: 'messages', ids: [second] });
    await vi.advanceTimersByTimeAsync(800);
    expect(written).toEqual([{ agencyId: agency, changes: [{ topic: 'messages', ids: [first, second] }] }]);
  });

  it('writes what waits before the process ends', async () => {
    soon.tell(newId(), { topic: 'messages', ids: [newId()] });
    await soon.beforeApplicationShutdown();
    expect(written).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { AgencyRounds } from './agency-rounds.js';

/** So many turns with all of them waiting all the time. @returns milliseconds by agency */
function serve(waiting: ReadonlyMap<string, number>, turns: number, lengthOf: (agencyId: string) => number) {
  const rounds = new AgencyRounds();
  const had = new Map<string, number>();
  for (let turn = 0; turn < turns; turn++) {
    const agencyId = rounds.next(waiting) as string;
    rounds.charge(agencyId, lengthOf(agencyId));
    had.set(agencyId, (had.get(agencyId) ?? 0) + lengthOf(agencyId));
  }
  return had;
}

describe(AgencyRounds, () => {
  it('gives agencies the same time, however long the turns of one are', () => {
    const lengths: Record<string, number> = { a: 3_000, b: 100, c: 700 };
    const had = serve(new Map([['a', 1], ['b', 1], ['c', 1]]), 3_000, (id) => lengths[id] ?? 0); // biome-ignore format: one line
    const times = [...had.values()];
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(5_000);
  });

  it('gives time by weight', () => {
    const had = serve(new Map([['a', 1], ['b', 3]]), 4_000, () => 1_000); // biome-ignore format: one line
    expect((had.get('b') ?? 0) / (had.get('a') ?? 1)).toBeCloseTo(3, 1);
  });

  it('serves each newcomer before an agency that has had its turn', () => {
    const rounds = new AgencyRounds();
    rounds.charge('a', 30_000);
    expect(rounds.next(new Map([['a', 1], ['b', 1]]))).toBe('b'); // biome-ignore format: one line
  });

  it('serves whoever waits alone at once, whatever it had before', () => {
    const rounds = new AgencyRounds();
    rounds.charge('a', 1_000_000);
    expect(rounds.next(new Map([['a', 1]]))).toBe('a');
    expect(rounds.next(new Map())).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { restrained } from './quality-restraint.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const LANES = [0, 1, 2, 3].map((lane) => ({ lane, most: 20 }));
const held = { bulkHeldUntil: new Date(NOW.getTime() + 1) };

describe(restrained, () => {
  it('leaves every lane as it is while there is no complaint, and once it is over', () => {
    expect(restrained(LANES, { bulkHeldUntil: null }, NOW)).toEqual(LANES);
    expect(restrained(LANES, { bulkHeldUntil: NOW }, NOW)).toEqual(LANES);
  });

  it('stops bulk, lets a tenth of transactional through, and all alerts and replies', () => {
    expect(restrained(LANES, held, NOW, () => 0)).toEqual([
      { lane: 0, most: 20 },
      { lane: 1, most: 20 },
      { lane: 2, most: 2 },
    ]);
  });

  it('comes to a tenth also of small claims', () => {
    const draws = Array.from({ length: 100 }, (_, index) => index / 100);
    const taken = draws.map((draw) => restrained([{ lane: 2, most: 1 }], held, NOW, () => draw)[0]?.most ?? 0);
    expect(taken.reduce((sum, one) => sum + one)).toBe(10);
  });
});

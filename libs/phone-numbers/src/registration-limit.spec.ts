import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_REGISTRATIONS, REGISTRATION_WINDOW_MS, registrationRoom } from './registration-limit.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR);

describe(registrationRoom, () => {
  it('counts what lies within 72 hours', () => {
    expect(registrationRoom([], NOW)).toEqual({ left: 10, freeAt: null });
    expect(registrationRoom([hoursAgo(1), hoursAgo(71), hoursAgo(73)], NOW)).toEqual({ left: 8, freeAt: null });
  });

  it('tells when the oldest one falls out', () => {
    const ten = Array.from({ length: 10 }, (_, index) => hoursAgo(index + 1));
    expect(registrationRoom(ten, NOW)).toEqual({ left: 0, freeAt: new Date(NOW.getTime() + 62 * HOUR) });
  });

  it('has room again at the time that it tells, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 * HOUR }), { maxLength: 30 }), (ages) => {
        const earlier = ages.map((age) => new Date(NOW.getTime() - age));
        const { left, freeAt } = registrationRoom(earlier, NOW);
        expect(left === 0).toBe(freeAt !== null);
        if (freeAt) {
          expect(freeAt.getTime()).toBeLessThanOrEqual(NOW.getTime() + REGISTRATION_WINDOW_MS);
          expect(registrationRoom(earlier, freeAt).left).toBeGreaterThan(0);
        }
        expect(left).toBeLessThanOrEqual(MAX_REGISTRATIONS);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { expiryOf, lastDay } from './expiry.js';
import { keyState } from './key-state.js';
import { networksOf } from './networks.js';

const NOW = new Date('2026-11-22T15:30:00');

describe('when a key ends', () => {
  it('is at the beginning of the day that was chosen', () => {
    expect(expiryOf('2026-12-01', NOW)).toBe(new Date('2026-12-01T00:00:00').toISOString());
  });

  it('may be the last day that is offered', () => {
    expect(expiryOf(lastDay(NOW), NOW)).toBeDefined();
  });

  it.each(['2026-11-22', '2026-11-01', '2027-11-23', '', 'soon'])('is not %s', (day) => {
    expect(expiryOf(day, NOW)).toBeUndefined();
  });
});

describe('the state of a key', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  it.each([
    ['active', null, 60],
    ['soon', null, 3],
    ['expired', null, -1],
    ['revoked', inDays(-2), 60],
  ])('is %s', (state, revokedAt, days) => {
    expect(keyState({ revokedAt, expiresAt: inDays(days) })).toBe(state);
  });
});

it('reads networks from lines, commas and blanks', () => {
  expect(networksOf('203.0.113.0/24\n 198.51.100.7, 2001:db8::/32\n')).toEqual([
    '203.0.113.0/24',
    '198.51.100.7',
    '2001:db8::/32',
  ]);
});

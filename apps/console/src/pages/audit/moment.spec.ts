import { describe, expect, it } from 'vitest';
import { momentOf } from './moment.js';

describe(momentOf, () => {
  it.each([
    ['2026-11-22T09:30', 'UTC', '2026-11-22T09:30:00.000Z'],
    ['2026-11-22T09:30', 'Asia/Dubai', '2026-11-22T05:30:00.000Z'],
    ['2026-07-01T09:30', 'Europe/Lisbon', '2026-07-01T08:30:00.000Z'],
    ['2026-11-22T00:10', 'America/Sao_Paulo', '2026-11-22T03:10:00.000Z'],
  ])('%s in %s is %s', (wall, zone, utc) => {
    expect(momentOf(wall, zone)).toBe(utc);
  });

  it('leaves alone what is no time', () => {
    expect(momentOf('yesterday')).toBe('yesterday');
  });
});

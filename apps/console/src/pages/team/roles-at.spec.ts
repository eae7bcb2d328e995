import { describe, expect, it } from 'vitest';
import { endOfDay } from './on-date.js';
import { rolesAt } from './roles-at.js';

const EDITOR = { role: 'editor', since: '2026-01-05T09:00:00Z', until: '2026-03-01T12:00:00Z' };
const ADMIN = { role: 'agency_admin', since: '2026-03-01T12:00:00Z', until: null };

describe('the roles of a person', () => {
  it.each([
    ['before the first one', '2026-01-05T08:59:59Z', []],
    ['while one is held', '2026-02-01T00:00:00Z', ['editor']],
    ['at the moment of the change', '2026-03-01T12:00:00Z', ['agency_admin']],
  ])('are known %s', (_, on, expected) => {
    expect(rolesAt([EDITOR, ADMIN], on).map(({ role }) => role)).toEqual(expected);
  });

  it('are those of now when no day is given', () => {
    expect(rolesAt([EDITOR, ADMIN])).toEqual([ADMIN]);
  });
});

describe('a day in the filter', () => {
  const now = new Date('2026-11-22T12:00:00');

  it('means its end', () => {
    expect(endOfDay('2026-11-03', now)).toBe(new Date('2026-11-03T23:59:59.999').toISOString());
  });

  it.each(['2026-11-22', '2027-01-01', 'yesterday', undefined])('means now when it is %s', (day) => {
    expect(endOfDay(day, now)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { readMoment } from './moment.decorator.js';

const local = (text: unknown, timeZone: unknown = 'Europe/Berlin') => readMoment({ local: text, timeZone });

describe(readMoment, () => {
  it('takes a time with its offset, and what the clocks of a place show', () => {
    expect(readMoment('2026-11-22T09:30:00+02:00')).toEqual(new Date('2026-11-22T07:30:00Z'));
    expect(local('2026-11-22T09:30')).toEqual(new Date('2026-11-22T08:30:00Z'));
  });

  it('takes a time that clocks skip as the change, and one that comes twice as the first', () => {
    expect(local('2026-03-29T02:30')).toEqual(new Date('2026-03-29T01:00:00Z'));
    expect(local('2026-10-25T02:30')).toEqual(new Date('2026-10-25T00:30:00Z'));
  });

  it.each([
    [{}, 'local', 'required'],
    [{ local: '2026-11-22T09:30' }, 'timeZone', 'required'],
    [{ local: '2026-11-22T09:30Z', timeZone: 'UTC' }, 'local', 'not-a-time'],
    [{ local: '2026-02-30T09:30', timeZone: 'UTC' }, 'local', 'not-a-time'],
    [{ local: 5, timeZone: 'UTC' }, 'local', 'not-a-time'],
    [{ local: '2026-11-22T09:30', timeZone: 'Europe/Atlantis' }, 'timeZone', 'not-allowed'],
    [{ local: '2026-11-22T09:30', timeZone: 1 }, 'timeZone', 'not-allowed'],
    [{ local: '2026-11-22T09:30', timeZone: 'UTC', zone: 'UTC' }, 'zone', 'unknown-field'],
  ])('says which part of %j is wrong', (value, key, code) => {
    expect(readMoment(value)).toMatchObject({ key, code });
  });

  it.each(['2026-11-22T09:30:00', 5, [], true, ''])('does not take %j', (value) => {
    expect(readMoment(value)).toMatchObject({ code: 'not-a-time' });
  });
});

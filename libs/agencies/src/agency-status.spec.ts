import { describe, expect, it } from 'vitest';
import { AGENCY_STATUSES, maySend, STATUS_MOVES, type StatusMoveName, statusAfter } from './agency-status.js';

const MOVES = Object.keys(STATUS_MOVES) as StatusMoveName[];

describe(statusAfter, () => {
  it.each([
    ['activate', 'trial', null, 'live'],
    ['suspend', 'trial', null, 'suspended'],
    ['suspend', 'live', null, 'suspended'],
    ['reactivate', 'suspended', 'trial', 'trial'],
    ['reactivate', 'suspended', 'live', 'live'],
    ['close', 'suspended', 'live', 'closed'],
    ['activate', 'live', null, null],
    ['activate', 'suspended', 'live', null],
    ['reactivate', 'live', null, null],
  ] as const)('%s from %s (before: %s) gives %s', (move, status, before, expected) => {
    expect(statusAfter(move, status, before)).toBe(expected);
  });

  it('leads nowhere from closed', () => {
    expect(MOVES.map((move) => statusAfter(move, 'closed', 'live'))).toEqual(MOVES.map(() => null));
  });

  it('makes an agency live by one way only besides returning from a suspension', () => {
    const ways = MOVES.filter((move) => AGENCY_STATUSES.some((status) => statusAfter(move, status, null) === 'live'));
    expect(ways).toEqual(['activate']);
  });
});

it('lets agencies on trial and live ones send, and no others', () => {
  expect(AGENCY_STATUSES.filter(maySend)).toEqual(['trial', 'live']);
});

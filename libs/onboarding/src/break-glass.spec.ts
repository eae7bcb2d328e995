import { expect, it } from 'vitest';
import { type BreakGlass, breakGlassState } from './break-glass.js';

const NOON = new Date('2026-03-01T12:00:00Z');
const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

const asked: BreakGlass = {
  id: 'brk',
  intoAgencyId: 'agy',
  reason: 'Case 7',
  minutes: 30,
  requestedBy: 'ada',
  requestedAt: NOON,
  approvedBy: null,
  approvedAt: null,
  until: null,
  closedBy: null,
  closedAt: null,
};
const approved = { ...asked, approvedBy: 'ben', approvedAt: NOON, until: at(30) };

it.each([
  ['requested', asked, 10],
  ['lapsed', asked, 241],
  ['open', approved, 29],
  ['over', approved, 30],
  ['closed', { ...approved, closedBy: 'ada', closedAt: at(5) }, 10],
  ['closed', { ...asked, closedBy: 'ada', closedAt: at(5) }, 500],
])('an entry is %s', (state, entry, minutes) => {
  expect(breakGlassState(entry, at(minutes))).toBe(state);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentState } from './consent-event.js';
import type { ConsentStateName } from './gate.js';
import { carriedStates } from './merged-states.js';

const EARLY = new Date('2026-11-20T12:00:00Z');
const LATE = new Date('2026-11-22T12:00:00Z');

function aState(contactId: string, state: ConsentStateName, since = EARLY, collectedByKind = 'citizen'): ConsentState {
  return { contactId, purposeId: 'p', state, since, eventId: 'e', collectedByKind };
}

describe(carriedStates, () => {
  it('lets a withdrawal win over a grant, also over a newer one', () => {
    const carried = carriedStates('a', 'b', [aState('a', 'withdrawn'), aState('b', 'granted', LATE)]);
    expect(carried).toMatchObject([{ contactId: 'b', event: 'withdrawn', at: LATE }]);
  });

  it('brings a grant to the half that was never asked', () => {
    expect(carriedStates('a', 'b', [aState('b', 'granted')])).toMatchObject([{ contactId: 'a', event: 'granted' }]);
  });

  it('brings an objection to both, with the time at which it was made', () => {
    const carried = carriedStates('a', 'b', [aState('b', 'objected', LATE)]);
    expect(carried).toMatchObject([{ contactId: 'a', event: 'objected', at: LATE, isCitizens: true }]);
  });

  it('leaves alike what is alike', () => {
    expect(carriedStates('a', 'b', [aState('a', 'granted'), aState('b', 'granted', LATE)])).toEqual([]);
    expect(carriedStates('a', 'b', [aState('a', 'none')])).toEqual([]);
  });

  it('never makes anybody’s state milder, whichever contact takes up the other', () => {
    const strict: ConsentStateName[] = ['withdrawn', 'objected', 'refused', 'expired'];
    const state = fc.constantFrom<ConsentStateName>('granted', 'none', 'requested', ...strict);
    fc.assert(
      fc.property(state, state, (one, other) => {
        const states = [aState('a', one), aState('b', other, LATE)];
        const carried = carriedStates('a', 'b', states);
        const isRefused = [one, other].some((name) => strict.includes(name));
        expect(carried.filter(({ event }) => event === 'granted').length === 0 || !isRefused).toBe(true);
        expect(carriedStates('b', 'a', states).map(({ contactId, event }) => [contactId, event])).toEqual(
          carried.map(({ contactId, event }) => [contactId, event]),
        );
      }),
    );
  });
});

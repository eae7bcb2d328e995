import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEXT_STEP, ONBOARDING_STATES, type OnboardingState, stateByFacts, TRANSITIONS } from './onboarding-state.js';

const STATUSES = ['CONNECTED', 'PENDING', 'DISCONNECTED', 'FLAGGED', 'BANNED', 'A_NEW_WORD', null];
const VERIFICATIONS = ['VERIFIED', 'NOT_VERIFIED', 'EXPIRED', null];

describe('The steps of onboarding', () => {
  it('lead from each state to connected, one after the other', () => {
    const walked: OnboardingState[] = ['added'];
    for (let step = NEXT_STEP.added; step && walked.at(-1) !== 'registered'; ) {
      const { from, to } = TRANSITIONS[step];
      expect(from).toContain(walked.at(-1));
      walked.push(to);
      step = NEXT_STEP[to];
    }
    expect(walked).toEqual(['added', 'code-requested', 'code-verified', 'registered']);
    expect(NEXT_STEP.connected).toBeNull();
  });

  it('are due, done or too early in each state, and never two of these', () => {
    for (const { from, done } of Object.values(TRANSITIONS)) {
      expect(from.filter((state) => done.includes(state))).toEqual([]);
    }
    for (const state of ONBOARDING_STATES) {
      const next = NEXT_STEP[state];
      if (next) expect(TRANSITIONS[next].from).toContain(state);
    }
  });
});

describe(stateByFacts, () => {
  it.each([
    ['added', 'CONNECTED', 'VERIFIED', 'connected'],
    ['connected', 'FLAGGED', 'VERIFIED', 'connected'],
    ['connected', 'DISCONNECTED', 'VERIFIED', 'code-verified'],
    ['connected', 'BANNED', 'NOT_VERIFIED', 'added'],
    ['code-requested', 'PENDING', 'NOT_VERIFIED', 'code-requested'],
    ['code-requested', 'PENDING', 'VERIFIED', 'code-verified'],
    ['code-verified', 'PENDING', 'EXPIRED', 'added'],
    ['registered', 'PENDING', 'VERIFIED', 'registered'],
    ['connected', 'A_NEW_WORD', 'VERIFIED', 'connected'],
    ['connected', null, null, 'connected'],
  ] as const)('makes a number that was %s, is %s and %s: %s', (known, status, codeVerificationStatus, expected) => {
    expect(stateByFacts(known, { status, codeVerificationStatus })).toBe(expected);
  });

  it('comes to rest at once: the same answer again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ONBOARDING_STATES),
        fc.constantFrom(...STATUSES),
        fc.constantFrom(...VERIFICATIONS),
        (known, status, codeVerificationStatus) => {
          const facts = { status, codeVerificationStatus };
          const once = stateByFacts(known, facts);
          expect(stateByFacts(once, facts)).toBe(once);
        },
      ),
    );
  });
});

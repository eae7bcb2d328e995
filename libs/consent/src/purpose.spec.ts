import { describe, expect, it } from 'vitest';
import { BUILT_IN_REPLY, isSameTerms, type NewPurpose, purposeProblems, termsOf } from './purpose.js';

const REMINDERS: NewPurpose = {
  code: 'clinic-reminders',
  title: 'Reminders',
  category: 'service',
  basis: 'public_task',
};

describe(termsOf, () => {
  it.each([
    ['alert', 0, 'resend_fast'],
    ['otp', 1, 'hold'],
    ['service', 2, 'resend_checked'],
    ['survey', 2, 'hold'],
    ['marketing', 3, 'hold'],
  ] as const)('puts %s on lane %i and lets it %s when in doubt', (category, lane, policy) => {
    expect(termsOf({ ...REMINDERS, category })).toMatchObject({ defaultLane: lane, inDoubtPolicy: policy });
  });

  it('lets people object unless the agency says otherwise', () => {
    expect(termsOf(REMINDERS).objectable).toBe(true);
  });

  it('lets a one-time code expire after ten minutes', () => {
    expect(termsOf({ ...REMINDERS, category: 'otp' }).defaultTtlSeconds).toBe(600);
  });
});

describe(purposeProblems, () => {
  it.each([
    ['a public task', {}, []],
    ['marketing by consent', { category: 'marketing', basis: 'consent' }, []],
    ['marketing as a public task', { category: 'marketing' }, ['basis marketing-needs-consent']],
    ['an obligation without its law', { objectable: false }, ['legalInstrument required']],
    ['an obligation with an empty law', { objectable: false, legalInstrument: ' ' }, ['legalInstrument required']],
    ['an obligation with its law', { objectable: false, legalInstrument: 'Water Act 1991' }, []],
    ['consent that cannot be objected to', { objectable: false, basis: 'consent' }, []],
    ['a code that the table refuses', { code: 'Clinic Reminders' }, ['code not-allowed']],
    ['a code of 64 letters', { code: 'a'.repeat(64) }, ['code not-allowed']],
    ['the built-in code', { code: 'reply' }, ['code reserved']],
  ] as const)('judges %s', (_, changes, expected) => {
    const problems = purposeProblems(termsOf({ ...REMINDERS, ...changes } as NewPurpose));
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});

describe(isSameTerms, () => {
  it('sees every difference', () => {
    const terms = termsOf(REMINDERS);
    expect(isSameTerms(terms, termsOf({ ...REMINDERS }))).toBe(true);
    for (const changes of [
      { title: 'x' },
      { objectable: false },
      { legalInstrument: 'x' },
      { defaultTtlSeconds: 60 },
    ]) {
      expect(isSameTerms(terms, termsOf({ ...REMINDERS, ...changes }))).toBe(false);
    }
  });
});

it('answers people on the lane of replies', () => {
  expect(BUILT_IN_REPLY).toMatchObject({ code: 'reply', category: 'service', defaultLane: 1, objectable: true });
});

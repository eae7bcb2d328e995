import { describe, expect, it } from 'vitest';
import { describeFailure } from './failure-words.js';

/** What the gate and the dispatch check write into `failure_code`. */
const OWN_CODES = [
  'opt-in-missing',
  'consent-missing',
  'consent-withdrawn',
  'objected',
  'suppressed',
  'window-closed',
  'contact-erased',
  'template-not-approved',
  'expired',
];

describe(describeFailure, () => {
  it.each(OWN_CODES)('has words of its own for %s', (code) => {
    const { reason, remedy } = describeFailure(code);
    expect(reason).not.toBe(describeFailure('no-such-code').reason);
    expect(remedy).toMatch(/\.$/);
  });

  it.each(['131026', '131047', '131050', '132015', '190'])('says in plain words what %s of WhatsApp means', (code) => {
    const failure = describeFailure(code);
    expect(failure.code).toBe(code);
    expect(failure.reason).not.toContain(code);
    expect(failure.remedy).not.toBe('');
  });

  it.each(['131000', '131056', '130429'])('promises no further try of a message that failed with %s', (code) => {
    expect(describeFailure(code).remedy).toBe('Send it again if it still matters.');
  });

  it('keeps the remedy of a code that has one of its own', () => {
    expect(describeFailure('190').remedy).toBe('Store a new token.');
  });

  it.each(['99999999', 'no-such-code', ''])('says something for the unknown code "%s"', (code) => {
    const { reason, remedy } = describeFailure(code);
    expect(reason).toMatch(/\w+/);
    expect(remedy).toMatch(/\w+/);
  });
});

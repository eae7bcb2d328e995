import { describe, expect, it } from 'vitest';
import words from '../../i18n/locales/en/messages.json' with { type: 'json' };
import { meaningOf, readDetail } from './failures.js';

describe('why a message did not arrive', () => {
  it.each([
    ['131026', 'unreachable'],
    ['consent-withdrawn', 'consent-withdrawn'],
    ['999999', 'unknown'],
    ['of-a-newer-release', 'unknown'],
  ])('%s is %s', (code, meaning) => {
    expect(meaningOf(code)).toBe(meaning);
  });

  it('is told in words for every meaning', () => {
    const meanings = new Set(Array.from({ length: 140_000 }, (_, code) => meaningOf(String(code))));
    expect(Object.keys(words.failures)).toEqual(expect.arrayContaining([...meanings]));
  });
});

describe('what a step adds', () => {
  it.each([
    ['attempt 2', { kind: 'attempt', attempt: 2 }],
    ['held', { kind: 'held' }],
    ['131026: The number is not on WhatsApp.', { kind: 'failure', meaning: 'unreachable', code: '131026' }],
    ['suppressed', { kind: 'failure', meaning: 'suppressed', code: 'suppressed' }],
    [undefined, undefined],
  ])('%s', (detail, read) => {
    expect(readDetail(detail)).toEqual(read);
  });
});

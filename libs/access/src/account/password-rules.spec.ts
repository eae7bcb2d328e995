import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-rules.js';

const CONTEXT = { email: 'ada.okoye@health.example', agencyNames: ['City Health', 'Küste'] };
const codeOf = (password: string) => passwordProblem(password, CONTEXT)?.code ?? null;

describe(passwordProblem, () => {
  it.each([
    ['a long enough password', null],
    ['four words in a row', null],
    ['a health that is none of theirs', null],
    ['xkcd-9363-horse', null],
    ['elevenchars', 'too-short'],
    ['y'.repeat(201), 'too-long'],
    ['AdaOkoye-2026!', 'too-common'],
    ['my city health 7', 'too-common'],
    ['C.i.t.y.H.e.a.l.t.h', 'too-common'],
    ['von der KÜSTE her', 'too-common'],
    ['I ring the Belfry', 'too-common'],
    ['xxxxxxxxxxxxxx', 'too-common'],
    ['abcabcabcabca', 'too-common'],
    ['1212-1212-1212', 'too-common'],
    ['abcdefghijklm', 'too-common'],
    ['zyxwvutsrqponm', 'too-common'],
    ['12345678901234', 'too-common'],
    ['9876543210987', 'too-common'],
    ['qwertyuiopas', 'too-common'],
    ['poiuytrewqmnb', 'too-common'],
    ['------------', 'too-common'],
  ])('%s: %s', (password, code) => {
    expect(codeOf(password)).toBe(code);
  });

  it('ignores names too short to tell anything', () => {
    expect(passwordProblem('a long enough password', { email: 'ad@x.example', agencyNames: ['Eno', ''] })).toBeNull();
  });

  it('refuses any run, wherever it begins and whichever way it goes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.constantFrom(1, -1), fc.nat(20), (start, step, more) => {
        const digits = Array.from({ length: 12 + more }, (_, index) => (start + step * index + 1000) % 10);
        expect(codeOf(digits.join(''))).toBe('too-common');
      }),
    );
  });

  it('takes what chance makes', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(codeOf(uuid)).toBeNull();
      }),
    );
  });
});

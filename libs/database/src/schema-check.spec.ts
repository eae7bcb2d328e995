import { describe, expect, it } from 'vitest';
import { assertAtHead } from './schema-check.js';

describe(assertAtHead.name, () => {
  it('accepts exactly the migrations of this release', () => {
    expect(() => assertAtHead(['A1', 'B2'], ['A1', 'B2'])).not.toThrow();
  });

  it.each([
    ['older', ['A1'], /lacks 1 migrations/],
    ['newer', ['A1', 'B2', 'C3'], /newer than this release: it has C3/],
    ['empty', [], /lacks 2 migrations/],
  ])('refuses a database that is %s', (_label, applied, sentence) => {
    expect(() => assertAtHead(applied, ['A1', 'B2'])).toThrow(sentence);
  });
});

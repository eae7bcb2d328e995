import { describe, expect, it } from 'vitest';
import { newEntries } from './new-entries.js';

const page = (...seqs: number[]) => ({ data: seqs.map((seq) => ({ seq: String(seq) })) });

describe(newEntries, () => {
  it('counts what came after the newest entry shown, without the reader’s own readings', () => {
    expect(newEntries([page(40, 39)], 42)).toBe(0);
    expect(newEntries([page(40, 39)], 45)).toBe(3);
    expect(newEntries([page(40, 39), page(38)], 45)).toBe(2);
  });

  it('never counts below nothing, and nothing for an empty list', () => {
    expect(newEntries([page(40)], 41)).toBe(0);
    expect(newEntries([page()], 41)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { languageCandidates } from './template-language.js';

describe(languageCandidates, () => {
  it.each([
    ['en', ['en']],
    ['en_GB', ['en_GB', 'en']],
    ['en-gb', ['en_GB', 'en']],
    ['PT-br', ['pt_BR', 'pt']],
    ['prs_AF', ['prs_AF', 'prs']],
    ['zh_Hant', ['zh_Hant']],
    ['', ['']],
  ])('looks for %s as %j', (wanted, candidates) => {
    expect(languageCandidates(wanted)).toEqual(candidates);
  });
});

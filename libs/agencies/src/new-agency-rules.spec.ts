import { describe, expect, it } from 'vitest';
import { newAgencyProblems } from './new-agency-rules.js';

const good = { slug: 'city-health', name: 'City Health Department' };

describe(newAgencyProblems, () => {
  it('has nothing against an agency with a slug and a name', () => {
    expect(newAgencyProblems(good)).toEqual([]);
    expect(newAgencyProblems({ ...good, defaultLanguage: 'pt-BR', timeZone: 'America/Sao_Paulo' })).toEqual([]);
  });

  it.each([
    ['slug', { slug: 'City' }],
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['defaultLanguage', { defaultLanguage: 'English' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
  ])('names the field %s of %j', (field, parts) => {
    expect(newAgencyProblems({ ...good, ...parts })).toMatchObject([{ field, code: 'not-allowed' }]);
  });
});

import { describe, expect, it } from 'vitest';
import { agencyProblems } from './agency-rules.js';

const good = { slug: 'city-health', name: 'City Health Department' };

describe(agencyProblems, () => {
  it('has nothing against an agency with a slug and a name', () => {
    expect(agencyProblems(good)).toEqual([]);
    expect(agencyProblems({ ...good, defaultLanguage: 'pt-BR', timeZone: 'America/Sao_Paulo' })).toEqual([]);
  });

  it('has nothing against a complete one', () => {
    const details = { legalName: 'City of Harbour', country: 'KE', emailDomains: ['health.gov.example'] };
    expect(agencyProblems({ ...good, ...details, retentionDays: 365 })).toEqual([]);
  });

  it('lets a change take away what an agency need not have', () => {
    expect(agencyProblems({ legalName: null, country: null })).toEqual([]);
  });

  it.each([
    ['slug', { slug: 'City' }],
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['legalName', { legalName: '' }],
    ['country', { country: 'ke' }],
    ['country', { country: 'QX' }],
    ['defaultLanguage', { defaultLanguage: 'English' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['emailDomains', { emailDomains: ['@gov.example'] }],
    ['emailDomains', { emailDomains: ['localhost'] }],
    ['retentionDays', { retentionDays: 29 }],
    ['retentionDays', { retentionDays: 30.5 }],
  ])('names the field %s of %j', (field, parts) => {
    expect(agencyProblems({ ...good, ...parts })).toMatchObject([{ field, code: 'not-allowed' }]);
  });
});

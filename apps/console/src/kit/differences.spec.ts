import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences.js';

describe('The differences between two states', () => {
  it('are what changed, came and went, each by the name of its field', () => {
    const before = { name: 'Ministry of Health', country: 'GB', quota: { daily: 1000, monthly: 9000 } };
    const after = { name: 'Ministry of Health', legalName: 'The Ministry', quota: { daily: 5000, monthly: 9000 } };
    expect(differencesOf(before, after)).toEqual([
      { field: 'country', before: 'GB' },
      { field: 'quota.daily', before: 1000, after: 5000 },
      { field: 'legalName', after: 'The Ministry' },
    ]);
  });

  it('count the places of a list from one', () => {
    expect(differencesOf({ roles: ['editor'] }, { roles: ['editor', 'auditor'] })).toEqual([
      { field: 'roles.2', after: 'auditor' },
    ]);
  });

  it('are none where nothing changed', () => {
    expect(differencesOf({ a: { b: [1] } }, { a: { b: [1] } })).toEqual([]);
  });
});

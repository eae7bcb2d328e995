import { describe, expect, it } from 'vitest';
import { ENTRY_FORMS } from './audit-entry.js';
import { ENTRY_CATEGORIES, ENTRY_OUTCOMES, ENTRY_TYPES } from './entry-types.js';

describe('ENTRY_TYPES', () => {
  it('names each type by its category and verb, in the form of an entry', () => {
    for (const row of ENTRY_TYPES.values()) {
      expect(row.type).toMatch(ENTRY_FORMS.type);
      expect(row.category).toMatch(ENTRY_FORMS.category);
      expect(row.type.startsWith(`${row.category}.`)).toBe(true);
    }
  });

  it('gives each type a severity and an outcome', () => {
    for (const row of ENTRY_TYPES.values()) {
      expect([0, 1, 2, 3]).toContain(row.severity);
      expect(ENTRY_OUTCOMES).toContain(row.outcome);
    }
  });

  it.each([
    ['auth.login.failed', 'failure'],
    ['access.denied', 'denied'],
    ['access.cross_agency_blocked', 'denied'],
    ['message.accepted', 'success'],
    ['message.rejected', 'denied'],
    ['message.in_doubt', 'unknown'],
    ['message.failed', 'failure'],
    ['webhook_in.signature_failed', 'denied'],
  ])('%s is usually %s', (type, outcome) => {
    expect(ENTRY_TYPES.get(type)?.outcome).toBe(outcome);
  });

  it('has every category', () => {
    expect(new Set([...ENTRY_TYPES.values()].map((row) => row.category))).toEqual(new Set(ENTRY_CATEGORIES));
  });
});

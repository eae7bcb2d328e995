import { expect, it } from 'vitest';
import { groupRolesOf, linesOf } from './groups.js';

const ROLES = ['editor', 'agency_admin'];

it('reads what it writes', () => {
  const groups = { 'cn=health,ou=staff': 'editor', Leads: 'agency_admin' };
  expect(groupRolesOf(linesOf(groups), ROLES)).toEqual(groups);
});

it('leaves empty lines out', () => {
  expect(groupRolesOf('\n Leads = editor \n\n', ROLES)).toEqual({ Leads: 'editor' });
});

it.each(['Leads', 'Leads = captain', '= editor'])('does not take %s', (line) => {
  expect(groupRolesOf(line, ROLES)).toBeUndefined();
});

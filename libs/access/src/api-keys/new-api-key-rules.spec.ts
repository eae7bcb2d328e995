import { describe, expect, it } from 'vitest';
import { newId, systemContext } from '#libs/kernel';
import { KEY_SCOPES, PERMISSIONS } from '../permissions.js';
import { permissionsOf, ROLES } from '../roles.js';
import { assertMayCreate } from './new-api-key-rules.js';

const now = new Date('2026-11-22T00:00:00Z');
const ctx = systemContext(newId());
const valid = {
  departmentId: newId(),
  name: 'Clinic',
  mode: 'live',
  scopes: ['messages:send'],
  expiresAt: new Date('2027-11-22T00:00:00Z'),
} as const;

describe(assertMayCreate.name, () => {
  it('accepts a key of a year', () => {
    expect(() => assertMayCreate(ctx, valid, now)).not.toThrow();
  });

  it.each([
    ['no name', { name: ' ' }, 'name too-short'],
    ['a long name', { name: 'a'.repeat(201) }, 'name too-long'],
    ['no scope', { scopes: [] }, 'scopes too-short'],
    ['an unknown scope', { scopes: ['messages:*'] }, 'scopes not-allowed'],
    ["the platform's scope", { scopes: ['platform:agencies'] }, 'scopes not-allowed'],
    ['an expiry in the past', { expiresAt: now }, 'expiresAt out-of-range'],
    ['an expiry two years ahead', { expiresAt: new Date('2028-11-22') }, 'expiresAt out-of-range'],
    ['an expiry that is no date', { expiresAt: new Date('x') }, 'expiresAt out-of-range'],
    ['an address that is none', { ipAllowList: ['10.0.0.0/8', 'office'] }, 'ipAllowList.1 not-allowed'],
    ['the whole internet', { ipAllowList: ['0.0.0.0/0'] }, 'ipAllowList.0 not-allowed'],
    ['too many networks', { ipAllowList: Array(51).fill('10.0.0.1') }, 'ipAllowList too-many'],
    ['another mode', { mode: 'test' as never }, 'mode not-allowed'],
  ])('refuses %s', (_label, change, problem) => {
    const [field, code] = problem.split(' ');
    expect(() => assertMayCreate(ctx, { ...valid, ...change }, now)).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ field, code })] }),
    );
  });

  it('lets nobody give a key more than they hold', () => {
    const person = {
      ...ctx,
      actor: { kind: 'user', id: newId() },
      permissions: new Set(['audit:read', 'api-keys:write-live']),
    } as const;
    expect(() => assertMayCreate(person, valid, now)).toThrow(expect.objectContaining({ code: 'permission-missing' }));
    expect(() => assertMayCreate(person, { ...valid, scopes: ['audit:read'] }, now)).not.toThrow();
  });
});

describe('a developer', () => {
  const developer = {
    ...ctx,
    actor: { kind: 'user', id: newId() },
    permissions: permissionsOf(['developer']),
  } as const;

  it('makes test keys that send, and no live key', () => {
    expect(() => assertMayCreate(developer, { ...valid, mode: 'sandbox' }, now)).not.toThrow();
    expect(() => assertMayCreate(developer, valid, now)).toThrow(
      expect.objectContaining({ code: 'permission-missing' }),
    );
  });

  it('gives no test key the data of people that they may not see', () => {
    expect(() => assertMayCreate(developer, { ...valid, mode: 'sandbox', scopes: ['contacts:read'] }, now)).toThrow(
      expect.objectContaining({ code: 'permission-missing' }),
    );
  });
});

describe('roles', () => {
  it('hold permissions that exist, and the platform only its own', () => {
    expect(
      Object.values(ROLES)
        .flat()
        .every((permission) => PERMISSIONS.includes(permission)),
    ).toBe(true);
    expect(KEY_SCOPES.filter((scope) => !ROLES.agency_admin.includes(scope))).toEqual([]);
    expect(ROLES.platform_admin).not.toContain('messages:read');
    expect(ROLES.auditor).toEqual(['account:self', 'audit:read']);
  });
});

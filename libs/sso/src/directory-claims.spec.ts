import { describe, expect, it } from 'vitest';
import { readClaims } from './directory-claims.js';
import { readSettings } from './sso-settings.js';

const settings = readSettings(
  {
    issuer: 'https://id.health.example.org',
    clientId: 'belfry',
    groupRoles: { editors: 'editor', admins: 'agency_admin' },
    emailDomains: ['Health.Example.org'],
  },
  true,
);
const claims = { sub: 's-1', email: 'Ada@health.example.org', name: ' Ada ', groups: ['editors', 'staff', 'editors'] };

describe(readClaims, () => {
  it('reads whom the directory vouched for', () => {
    expect(readClaims(claims, settings)).toEqual({
      subject: 's-1',
      email: 'ada@health.example.org',
      name: 'Ada',
      roles: ['editor'],
    });
  });

  it('takes one group that is no list', () => {
    expect(readClaims({ ...claims, groups: 'admins' }, settings).roles).toEqual(['agency_admin']);
  });

  it.each([
    ['no subject', { sub: undefined }, 'sso-refused'],
    ['no address', { email: undefined }, 'sso-refused'],
    ['an address that is not verified', { email_verified: false }, 'sso-refused'],
    ['two @', { email: 'ada@evil.example@health.example.org' }, 'sso-refused'],
    ['a domain that ends alike', { email: 'ada@evilhealth.example.org' }, 'sso-domain'],
    ['a subdomain', { email: 'ada@a.health.example.org' }, 'sso-domain'],
    ['no groups', { groups: undefined }, 'sso-no-role'],
    ['groups of a prototype', { groups: ['constructor', 'toString', '__proto__'] }, 'sso-no-role'],
    ['groups that are no texts', { groups: [1, null, {}] }, 'sso-no-role'],
  ])('refuses %s', (_, change, code) => {
    expect(() => readClaims({ ...claims, ...change }, settings)).toThrow(expect.objectContaining({ code }));
  });
});

describe(readSettings, () => {
  const given = { ...settings, issuer: 'https://id.health.example.org' };

  it.each(['http://id.example.org', 'https://u:p@id.example.org', 'https://id.example.org/?a=b', 'id.example.org', ''])(
    'refuses "%s" as an issuer where it is strict',
    (issuer) => {
      expect(() => readSettings({ ...given, issuer }, true)).toThrow(
        expect.objectContaining({ code: 'invalid-request' }),
      );
    },
  );

  it.each(['platform_admin', 'platform_support', 'owner', ''])('gives no group the role "%s"', (role) => {
    expect(() => readSettings({ ...given, groupRoles: { all: role } }, true)).toThrow(
      expect.objectContaining({ code: 'invalid-request' }),
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseWireId } from '#libs/kernel';
import { ApiClient } from '../support/api-client.js';
import { type DirectoryAccount, OidcDirectory } from '../support/oidc-directory.js';
import { TestSystem } from '../support/system.js';

const DOMAIN = 'health.example.org';

let system: TestSystem;
let directory: OidcDirectory;
let admin: ApiClient;

beforeAll(async () => {
  system = await TestSystem.shared();
  directory = await OidcDirectory.start(`${system.apiUrl}/v1/sso/callback`);
  admin = new ApiClient(system.apiUrl, await steppedUpAdmin());
  expect((await admin.put('/v1/agency/sso', settings())).status).toBe(200);
});

afterAll(async () => {
  await directory?.stop();
});

const settings = (change: object = {}) => ({
  issuer: directory.issuer,
  clientId: directory.client.id,
  clientSecret: directory.client.secret,
  groupRoles: { 'wa-editors': 'editor', 'wa-admins': 'agency_admin', 'wa-audit': 'auditor' },
  emailDomains: [DOMAIN],
  ...change,
});

const someone = (name: string, change: Partial<DirectoryAccount> = {}): DirectoryAccount => ({
  sub: `sub-${name}`,
  email: `${name}@${DOMAIN}`,
  name: `Person ${name}`,
  groups: ['staff', 'wa-editors'],
  ...change,
});

async function steppedUpAdmin(): Promise<string> {
  const person = system.agency.users.find(({ role }) => role === 'agency_admin');
  const { email, password } = person ?? { email: '', password: '' };
  const api = new ApiClient(system.apiUrl);
  const { body } = await api.post<{ accessToken: string }>('/v1/sessions', { email, password });
  const again = new ApiClient(system.apiUrl, body.accessToken);
  const stepped = await again.post<{ accessToken: string }>('/v1/me/step-up', { password });
  expect(stepped).toMatchObject({ status: 201 });
  return stepped.body.accessToken ?? body.accessToken;
}

interface Begun {
  readonly redirectTo: string;
  readonly cookie: string;
}

async function begin(): Promise<Begun> {
  const { status, body, headers } = await new ApiClient(system.apiUrl).post<{ redirectTo: string }>('/v1/sso/start', {
    agency: system.agency.slug,
  });
  expect(status).toBe(200);
  return { redirectTo: body.redirectTo, cookie: (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' };
}

interface Ended {
  readonly location: string | null;
  readonly refreshCookie: string | undefined;
}

async function comeBack(url: URL, cookie: string): Promise<Ended> {
  const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
  const set = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return {
    location: response.headers.get('location'),
    refreshCookie: set.find((pair) => /^__Host-belfry=./.test(pair)),
  };
}

async function signIn(account: DirectoryAccount): Promise<Ended> {
  directory.current = account;
  const { redirectTo, cookie } = await begin();
  return comeBack(await directory.signIn(redirectTo), cookie);
}

/** What the console does next: the cookie for an access token. */
async function me(refreshCookie: string | undefined) {
  const headers = { cookie: refreshCookie ?? '', 'belfry-csrf': '1', origin: system.apiUrl };
  const { body } = await new ApiClient(system.apiUrl, undefined, headers).post<{ accessToken: string }>(
    '/v1/sessions/refresh',
  );
  type Me = { id: string; email: string; name: string; memberships: { agency: { id: string }; roles: string[] }[] };
  return (await new ApiClient(system.apiUrl, body.accessToken).get<Me>('/v1/me')).body;
}

const problem = (code: string) => ({ location: `/sign-in?problem=${code}`, refreshCookie: undefined });

describe('Signing in with the directory of an agency', () => {
  it('makes a new person with the roles of their groups, and knows them again by their subject', async () => {
    const ada = someone('ada');
    const first = await signIn(ada);
    expect(first.location).toBe('/');
    const person = await me(first.refreshCookie);
    expect(person).toMatchObject({ email: ada.email, name: ada.name });
    expect(person.memberships.map(({ agency, roles }) => [agency.id, roles])).toEqual([[system.agency.id, ['editor']]]);
    const renamed = await signIn({ ...ada, email: `ada.lovelace@${DOMAIN}`, groups: ['wa-admins'] });
    const again = await me(renamed.refreshCookie);
    expect([again.id, again.memberships[0]?.roles]).toEqual([person.id, ['agency_admin']]);
  });

  it('leaves a role that a person granted', async () => {
    const bob = someone('bob');
    const { id } = await me((await signIn(bob)).refreshCookie);
    await system.database.admin.query(
      `INSERT INTO memberships (agency_id, id, user_id, role) VALUES ($1, gen_random_uuid(), $2, 'agent')`,
      [parseWireId('agency', system.agency.id), parseWireId('user', id)],
    );
    const { memberships } = await me((await signIn({ ...bob, groups: ['wa-admins'] })).refreshCookie);
    expect(memberships[0]?.roles.toSorted()).toEqual(['agency_admin', 'agent']);
  });

  it('puts it on record', async () => {
    await signIn(someone('cleo'));
    const { body } = await admin.get<{ data: { type: string }[] }>('/v1/audit/entries?type=auth.sso.linked');
    expect(body.data.length).toBeGreaterThan(0);
  });
});

describe('What is refused', () => {
  it('a callback that comes a second time', async () => {
    directory.current = someone('dora');
    const { redirectTo, cookie } = await begin();
    const url = await directory.signIn(redirectTo);
    expect((await comeBack(url, cookie)).location).toBe('/');
    expect(await comeBack(url, cookie)).toEqual(problem('sso-expired'));
  });

  it('a state that nobody gave out, and one of another sign-in', async () => {
    directory.current = someone('eve');
    const [one, other] = [await begin(), await begin()];
    const url = await directory.signIn(one.redirectTo);
    const forged = new URL(url);
    forged.searchParams.set('state', `${system.agency.id}.${'A'.repeat(43)}`);
    expect(await comeBack(forged, one.cookie)).toEqual(problem('sso-expired'));
    const swapped = new URL(url);
    swapped.searchParams.set('state', new URL(other.redirectTo).searchParams.get('state') ?? '');
    expect(await comeBack(swapped, other.cookie)).toEqual(problem('sso-refused'));
  });

  it('a browser that did not begin', async () => {
    directory.current = someone('finn');
    const [begun, other] = [await begin(), await begin()];
    const url = await directory.signIn(begun.redirectTo);
    expect(await comeBack(url, other.cookie)).toEqual(problem('sso-expired'));
    expect(await comeBack(await directory.signIn((await begin()).redirectTo), '')).toEqual(problem('sso-expired'));
  });

  it('an ID token with another nonce', async () => {
    directory.current = someone('gus');
    const { redirectTo, cookie } = await begin();
    const changed = new URL(redirectTo);
    changed.searchParams.set('nonce', 'a nonce of somebody else');
    expect(await comeBack(await directory.signIn(changed.href), cookie)).toEqual(problem('sso-refused'));
  });

  it('an answer in the name of another issuer', async () => {
    directory.current = someone('hal');
    const { redirectTo, cookie } = await begin();
    const url = await directory.signIn(redirectTo);
    url.searchParams.set('iss', 'https://elsewhere.example.org');
    expect(await comeBack(url, cookie)).toEqual(problem('sso-refused'));
  });

  it.each([
    ['whose groups give nothing', { groups: ['staff'] }, 'sso-no-role'],
    ['of a foreign domain', { email: 'ivan@elsewhere.example.org' }, 'sso-domain'],
    ['of a domain that ends alike', { email: `ivan@evil-${DOMAIN}` }, 'sso-domain'],
    ['of a subdomain', { email: `ivan@sub.${DOMAIN}` }, 'sso-domain'],
    ['whose address is not verified', { email_verified: false }, 'sso-refused'],
  ] as const)('somebody %s', async (_, change, code) => {
    expect(await signIn(someone('ivan', change))).toEqual(problem(code));
  });

  it('somebody who was disabled, and their roles stay as they were', async () => {
    const jo = someone('jo');
    const { id } = await me((await signIn(jo)).refreshCookie);
    const userId = parseWireId('user', id);
    await system.database.admin.query('UPDATE users SET disabled_at = now() WHERE id = $1', [userId]);
    expect(await signIn({ ...jo, groups: ['wa-admins'] })).toEqual(problem('sso-disabled'));
    const { rows } = await system.database.admin.query('SELECT role FROM memberships WHERE user_id = $1', [userId]);
    expect(rows).toEqual([{ role: 'editor' }]);
  });

  it('somebody who also works elsewhere: a directory opens the doors of its own agency only', async () => {
    const { email } = system.demo.platformAdmin;
    const domain = email.slice(email.indexOf('@') + 1);
    expect((await admin.put('/v1/agency/sso', settings({ emailDomains: [DOMAIN, domain] }))).status).toBe(200);
    expect(await signIn(someone('kim', { email }))).toEqual(problem('sso-account-elsewhere'));
    await admin.put('/v1/agency/sso', settings());
  });
});

describe('The settings', () => {
  it('never show the secret, and keep it when none is given', async () => {
    const { clientSecret: _, ...rest } = settings();
    expect((await admin.put('/v1/agency/sso', rest)).status).toBe(200);
    const { body } = await admin.get('/v1/agency/sso');
    expect(body).toMatchObject({ hasClientSecret: true, groupsClaim: 'groups' });
    expect(JSON.stringify(body)).not.toContain(directory.client.secret);
    expect((await signIn(someone('lea'))).location).toBe('/');
  });

  it.each([
    ['an address that is none', { issuer: 'elsewhere' }],
    ['a role of the platform', { groupRoles: { admins: 'platform_admin' } }],
    ['no group', { groupRoles: {} }],
    ['no domain', { emailDomains: [] }],
    ['a domain with an @', { emailDomains: ['a@b.example'] }],
  ])('refuse %s', async (_, change) => {
    expect((await admin.put('/v1/agency/sso', settings(change))).status).toBe(400);
  });

  it('want a session that was stepped up', async () => {
    const person = system.agency.users.find(({ role }) => role === 'agency_admin');
    const { body } = await new ApiClient(system.apiUrl).post<{ accessToken: string }>('/v1/sessions', {
      email: person?.email,
      password: person?.password,
    });
    const plain = new ApiClient(system.apiUrl, body.accessToken);
    expect(await plain.put('/v1/agency/sso', settings())).toMatchObject({
      status: 403,
      body: { code: 'step-up-required' },
    });
  });

  it('name a directory by its own name: another one cannot be begun with', async () => {
    const issuer = directory.issuer.replace('127.0.0.1', 'localhost');
    await admin.put('/v1/agency/sso', settings({ issuer }));
    const start = await new ApiClient(system.apiUrl).post('/v1/sso/start', { agency: system.agency.slug });
    expect(start).toMatchObject({ status: 503, body: { code: 'sso-provider-unreachable' } });
    await admin.put('/v1/agency/sso', settings());
  });

  it('switch it off, and then the agency looks like one that never had it', async () => {
    expect((await admin.get('/v1/agency/sso')).body).toMatchObject({ configured: true });
    expect((await admin.call('DELETE', '/v1/agency/sso')).status).toBe(204);
    expect(await admin.get('/v1/agency/sso')).toMatchObject({
      status: 200,
      body: {
        configured: false,
        issuer: null,
        clientId: null,
        hasClientSecret: false,
        groupRoles: {},
        changedAt: null,
      },
    });
    const api = new ApiClient(system.apiUrl);
    const off = await api.post<object>('/v1/sso/start', { agency: system.agency.slug });
    const unknown = await api.post<object>('/v1/sso/start', { agency: 'no-such-agency' });
    expect([off.status, unknown.status]).toEqual([404, 404]);
    expect({ ...off.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });
});

/** Last in this file: afterwards this place has to wait. */
describe('A network that begins again and again', () => {
  it('has to wait', async () => {
    const api = new ApiClient(system.apiUrl);
    const start = () => api.post<{ code: string }>('/v1/sso/start', { agency: 'nobody' });
    let answer = await start();
    for (let n = 0; n < 300 && answer.status === 404; n++) answer = await start();
    expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

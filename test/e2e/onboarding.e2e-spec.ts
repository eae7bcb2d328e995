import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { runCli } from '../support/app-process.js';
import { eventually } from '../support/eventually.js';
import { TestSystem } from '../support/system.js';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

let system: TestSystem;
let ada: ApiClient;
let ben: ApiClient;

beforeAll(async () => {
  system = await TestSystem.shared();
  ada = await platformAdmin('ada@platform.example');
  ben = await platformAdmin('ben@platform.example');
});

async function signIn({ email, password }: Credentials): Promise<ApiClient> {
  const { body } = await new ApiClient(system.apiUrl).post<{ accessToken: string }>('/v1/sessions', {
    email,
    password,
  });
  return new ApiClient(system.apiUrl, body.accessToken);
}

/** Signed in, and stepped up for dangerous acts. */
async function platformAdmin(email: string): Promise<ApiClient> {
  const output = await runCli(['create-admin', '--email', email, '--name', email], system.env);
  const password = /password: (\S+)/.exec(output)?.[1] ?? '';
  const api = await signIn({ email, password });
  const { status, body } = await api.post<{ accessToken: string }>('/v1/me/step-up', { password });
  expect(status).toBe(201);
  return new ApiClient(system.apiUrl, body.accessToken);
}

function agencyAdmin(): Promise<ApiClient> {
  const person = system.agency.users.find(({ role }) => role === 'agency_admin');
  if (!person) throw new Error('the demo has no administrator');
  return signIn(person);
}

describe('A new agency', () => {
  const slug = `a-${randomBytes(6).toString('hex')}`;
  const wanted = { name: 'Harbour', slug, defaultLanguage: 'en', timeZone: 'Africa/Nairobi' };
  let id: string;

  it('begins on trial, and its first administrator is invited', async () => {
    const firstAdmin = { email: `first@${slug}.example`, name: 'Fatima' };
    const { status, body } = await ada.post<{ id: string; status: string }>('/v1/platform/agencies', {
      ...wanted,
      firstAdmin,
    });
    expect({ status, body }).toMatchObject({ status: 201, body: { status: 'trial', slug, statusReason: null } });
    id = body.id;
  });

  it('is the first in the list of agencies', async () => {
    const { body } = await ada.get<{ data: object[]; next: string }>('/v1/platform/agencies?limit=1&status=trial');
    expect(body.data).toMatchObject([{ id, slug, departments: 0, numbers: 0, people: 0, goLive: null }]);
  });

  it('has a checklist with nothing done', async () => {
    const { body } = await ada.get<{ status: string; progress: { done: number } }>(
      `/v1/platform/agencies/${id}/go-live`,
    );
    expect(body).toMatchObject({ status: 'trial', progress: { done: 0 } });
    expect(await runCli(['go-live', '--agency', slug], system.env)).toMatch(/^trial: 0 of \d+ done/);
  });

  it.each([
    ['slug', { slug: 'Not A Slug' }],
    ['country', { country: 'Kenya' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['emailDomains', { emailDomains: ['@x'] }],
    ['retentionDays', { retentionDays: 1 }],
    ['status', { status: 'live' }],
  ])('is refused with the field %s of %j', async (field, parts) => {
    const { status, body } = await ada.post<{ code: string; errors: { field: string }[] }>('/v1/platform/agencies', {
      ...wanted,
      slug: `${slug}x`,
      ...parts,
    });
    expect([status, body.code, body.errors[0]?.field]).toEqual([400, 'invalid-request', field]);
  });
});

describe('A suspended agency', () => {
  it('is told why, sends nothing, and goes on where it stopped', async () => {
    const key = new ApiClient(system.apiUrl, system.agency.apiKey);
    const admin = await agencyAdmin();
    const path = `/v1/platform/agencies/${system.agency.id}`;
    const reason = 'Complaints are looked into.';
    expect(await ada.post(`${path}/suspend`, { reason })).toMatchObject({ status: 200, body: { status: 'suspended' } });
    await eventually(async () => {
      const refused = await key.post<{ code: string }>('/v1/messages', system.agency.sampleMessage);
      expect([refused.status, refused.body.code]).toEqual([403, 'agency-suspended']);
    });
    expect((await admin.get('/v1/agency')).body).toMatchObject({ status: 'suspended', statusReason: reason });
    expect((await admin.call('PATCH', '/v1/agency', { name: 'Other' })).status).toBe(403);
    await runCli(['reactivate-agency', '--agency', system.agency.slug], system.env);
    await eventually(async () => {
      expect((await key.post('/v1/messages', system.agency.sampleMessage)).status).toBe(202);
    });
  });

  it('is not suspended without a new proof of who asks', async () => {
    const api = await signIn(system.demo.platformAdmin);
    const refused = await api.post<{ code: string }>(`/v1/platform/agencies/${system.agency.id}/suspend`, {
      reason: 'x',
    });
    expect([refused.status, refused.body.code]).toEqual([403, 'step-up-required']);
  });
});

describe('Platform staff', () => {
  it('read inside an agency once a second person let them in, and no longer when it is over', async () => {
    const inside = () => ada.with({ 'belfry-agency': system.agency.id });
    expect((await inside().get('/v1/messages')).status).toBe(404);
    const wanted = { agencyId: system.agency.id, reason: 'Messages stay queued', minutes: 30 };
    const { body: entry } = await ada.post<{ id: string }>('/v1/platform/break-glass', wanted);
    const own = await ada.post<{ code: string }>(`/v1/platform/break-glass/${entry.id}/approve`);
    expect([own.status, own.body.code]).toEqual([403, 'own-request']);
    expect(await ben.post(`/v1/platform/break-glass/${entry.id}/approve`)).toMatchObject({
      status: 200,
      body: { state: 'open' },
    });
    await eventually(async () => expect((await inside().get('/v1/messages')).status).toBe(200));
    expect((await inside().post('/v1/messages', system.agency.sampleMessage)).status).toBe(403);
    expect((await inside().call('PATCH', '/v1/agency', { name: 'Other' })).status).toBe(403);
    const platform = ada.with({ 'belfry-agency': await platformId() });
    expect((await platform.post(`/v1/platform/break-glass/${entry.id}/close`)).body).toMatchObject({ state: 'closed' });
    await eventually(async () => expect((await inside().get('/v1/messages')).status).toBe(404));
    const admin = await agencyAdmin();
    await eventually(async () => {
      const { body } = await admin.get<{ data: { type: string }[] }>('/v1/audit/entries?limit=100');
      const types = body.data.map(({ type }) => type);
      expect(types).toContain('access.breakglass.opened');
      expect(types).toContain('access.breakglass.closed');
    });
  });
});

/** Whoever belongs to more than one agency names the one that is meant. */
async function platformId(): Promise<string> {
  const { body } = await ada.get<{ memberships: { agency: { id: string; isPlatform: boolean } }[] }>('/v1/me');
  return body.memberships.find(({ agency }) => agency.isPlatform)?.agency.id ?? '';
}

import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { runCli } from '../support/app-process.js';
import { eventually } from '../support/eventually.js';
import { TestSystem } from '../support/system.js';

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const password = 'a long enough password';
let system: TestSystem;
let admin: ApiClient;

beforeAll(async () => {
  system = await TestSystem.shared();
  admin = await signedIn('agency_admin');
});

async function signedIn(role: string): Promise<ApiClient> {
  const person = system.agency.users.find((one) => one.role === role);
  const { email, password: secret } = person ?? { email: '', password: '' };
  const { body } = await new ApiClient(system.apiUrl).post<{ accessToken: string }>('/v1/sessions', {
    email,
    password: secret,
  });
  const api = new ApiClient(system.apiUrl, body.accessToken);
  expect((await api.post('/v1/me/step-up', { password: secret })).status).toBe(201);
  return api;
}

async function mailsTo(address: string): Promise<Mail[]> {
  return (await system.sim<{ data: Mail[] }>('GET', `mails?to=${encodeURIComponent(address)}`)).data;
}

/** The token in the link of the newest mail. */
async function tokenFor(address: string): Promise<string> {
  const [mail] = await eventually(async () => {
    const mails = await mailsTo(address);
    expect(mails.length).toBeGreaterThan(0);
    return mails;
  });
  const link = new URL(/https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  expect(link.origin).toBe(new URL(system.env['PUBLIC_URL'] ?? '').origin);
  return link.pathname.replace('/invite/', '');
}

describe('An invitation', () => {
  it('arrives as a mail, and its link leads to a person who may do what they were invited for', async () => {
    const email = 'new.editor@health.example';
    const invited = await admin.post('/v1/invitations', { email, roles: ['editor'] });
    expect(invited.status).toBe(201);
    const token = await tokenFor(email);
    expect((await fetch(`${system.simulatorUrl}/mails`)).status).toBe(200);
    const nobody = new ApiClient(system.apiUrl);
    const opened = await nobody.get(`/v1/invitations/${token}`);
    expect(opened.body).toMatchObject({ email, roles: ['editor'], needsPassword: true });
    const accepted = await nobody.post<{ accessToken: string }>(`/v1/invitations/${token}/accept`, {
      name: 'New Editor',
      password,
    });
    expect(accepted.status).toBe(201);
    expect(accepted.headers.get('set-cookie')).toMatch(/^__Host-belfry=.*HttpOnly.*SameSite=Strict/);
    const editor = new ApiClient(system.apiUrl, accepted.body.accessToken);
    expect((await editor.get('/v1/departments')).status).toBe(200);
    expect((await editor.get('/v1/people')).body).toMatchObject({ status: 403, code: 'permission-missing' });
    expect((await nobody.post(`/v1/invitations/${token}/accept`, { name: 'Eve', password })).body).toMatchObject({
      status: 410,
      code: 'invitation-used',
    });
    const people = await admin.get<{ data: { id: string; email: string }[] }>('/v1/people');
    const person = people.body.data.find((one) => one.email === email);
    expect((await admin.put(`/v1/people/${person?.id}/roles`, { roles: ['auditor', 'editor'] })).body).toMatchObject({
      status: 409,
      code: 'separation-of-duties',
    });
    expect((await admin.post(`/v1/people/${person?.id}/end`)).status).toBe(200);
    await eventually(async () => expect((await editor.get('/v1/departments')).status).toBe(401));
  });

  it('is made by the command line too', async () => {
    const email = 'by.hand@health.example';
    const args = ['--agency', system.agency.slug, '--email', email, '--roles', 'agent,developer'];
    expect(await runCli(['invite', ...args], system.env)).toContain('inv_');
    const token = await tokenFor(email);
    const { body } = await new ApiClient(system.apiUrl).get(`/v1/invitations/${token}`);
    expect(body).toMatchObject({ roles: ['agent', 'developer'] });
  });

  it.each(['nothing', '%00', 'x'.repeat(500), "' OR 1=1"])('made up is answered as not found: %s', async (token) => {
    const nobody = new ApiClient(system.apiUrl);
    const path = `/v1/invitations/${encodeURIComponent(token)}`;
    expect((await nobody.get(path)).status).toBe(404);
    expect((await nobody.post(`${path}/accept`, { name: 'Eve', password })).status).toBe(404);
  });
});

describe('A key', () => {
  it('is rotated with both working, on the command line and over the API, and shows its use', async () => {
    const departments = await admin.get<{ data: { id: string }[] }>('/v1/departments');
    const wanted = {
      name: 'Reminders',
      departmentId: departments.body.data[0]?.id,
      mode: 'live',
      scopes: ['messages:read'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const made = await admin.post<{ id: string; secret: string }>('/v1/api-keys', wanted);
    expect(made.status).toBe(201);
    expect(made.headers.get('cache-control')).toContain('no-store');
    const rotated = await admin.post<{ id: string; secret: string }>(`/v1/api-keys/${made.body.id}/rotate`, {
      overlapHours: 1,
    });
    expect(rotated.status).toBe(201);
    for (const { secret } of [made.body, rotated.body]) {
      expect((await new ApiClient(system.apiUrl, secret).get('/v1/messages')).status).toBe(200);
    }
    const args = ['--agency', system.agency.slug, '--id', rotated.body.id, '--overlap-hours', '0'];
    const secret = /bf_live_\w+/.exec(await runCli(['rotate-api-key', ...args], system.env))?.[0] ?? '';
    expect((await new ApiClient(system.apiUrl, secret).get('/v1/messages')).status).toBe(200);
    await eventually(async () => {
      const key = await admin.get<{ calls7Days: number }>(`/v1/api-keys/${made.body.id}`);
      expect(key.body).toMatchObject({ calls7Days: 1, lastUsedFrom: '127.0.0.0/24' });
    });
    const blocked = await admin.call('PATCH', `/v1/api-keys/${made.body.id}`, { ipAllowList: ['203.0.113.0/24'] });
    expect(blocked.body).toMatchObject({ ipAllowList: ['203.0.113.0/24'] });
    await eventually(async () => {
      const answer = await new ApiClient(system.apiUrl, made.body.secret).get('/v1/messages');
      expect(answer.body).toMatchObject({ status: 403, code: 'address-not-allowed' });
    });
  });
});

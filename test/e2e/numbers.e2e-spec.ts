import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { runCli } from '../support/app-process.js';
import { eventually } from '../support/eventually.js';
import { TestSystem } from '../support/system.js';

const WABA = '900100200300401';
const TOKEN = 'EAAtoken-of-the-new-account';
const PIN = '482913';
const CITIZEN = '+447700900177';
const PORTFOLIO = { metaId: '902114387751200', name: 'City' };

interface Num {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly state: string;
}

interface Refusal {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

let system: TestSystem;
let platform: ApiClient;
let admin: ApiClient;
let key: ApiClient;
let ofAgency: string;

beforeAll(async () => {
  system = await TestSystem.shared();
  platform = await signedIn(system.demo.platformAdmin);
  admin = await signedIn(system.agency.users.find(({ role }) => role === 'agency_admin') as never);
  key = new ApiClient(system.apiUrl, system.agency.apiKey);
  ofAgency = `/v1/platform/agencies/${system.agency.id}`;
  await system.sim('PUT', 'world', { wabas: [{ id: WABA, name: 'City', accessToken: TOKEN, phoneNumbers: [] }] });
});

async function signedIn({ email, password }: { email: string; password: string }): Promise<ApiClient> {
  const api = new ApiClient(system.apiUrl);
  const { body } = await api.post<{ accessToken: string }>('/v1/sessions', { email, password });
  return new ApiClient(system.apiUrl, body.accessToken);
}

function newNumber(nationalNumber: string) {
  const number = { countryCode: '44', nationalNumber, verifiedName: 'City Health Department' };
  return { portfolio: PORTFOLIO, wabaId: WABA, accessToken: TOKEN, ...number };
}

async function codeOf({ phoneNumberId }: Num): Promise<string> {
  const { data } = await system.sim<{ data: { code: string }[] }>('GET', `codes?phoneNumberId=${phoneNumberId}`);
  return data[0]?.code ?? '';
}

describe('A new number', () => {
  let number: Num;

  it('is added by the platform, which may not see more of the agency', async () => {
    const added = await platform.post<Num>(`${ofAgency}/numbers`, newNumber('7700900401'));
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      state: 'added',
      nextStep: 'request-code',
      displayPhoneNumber: '+44 7700900401',
      hearsWebhooks: true,
      token: { state: 'valid' },
      problem: null,
    });
    number = added.body;
    const again = await platform.post<Num>(`${ofAgency}/numbers`, newNumber('7700900401'));
    expect(again.body.id).toBe(number.id);
    expect((await platform.get('/v1/numbers')).status).toBe(403);
    expect((await platform.get('/v1/platform/portfolios')).body).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ metaId: PORTFOLIO.metaId, name: 'City' })]),
    });
  });

  it('sends nothing before it is connected', async () => {
    const text = { to: CITIZEN, purpose: 'reply', text: { body: 'Noted.' }, from: number.id };
    const refused = await key.post<Refusal>('/v1/messages', text);
    expect([refused.status, refused.body.code]).toEqual([422, 'number-not-connected']);
  });

  it('is verified and registered by the agency', async () => {
    const steps = `/v1/numbers/${number.id}`;
    expect((await admin.post<Refusal>(`${steps}/verify-code`, { code: '123456' })).body.code).toBe(
      'number-step-not-due',
    );
    const asked = await admin.post(`${steps}/request-code`, { method: 'voice', language: 'en-US' });
    expect(asked).toMatchObject({
      status: 200,
      body: { state: 'code-requested', codesAsked: 1, code: { method: 'voice' } },
    });
    const code = await codeOf(number);
    const wrong = await admin.post<Refusal>(`${steps}/verify-code`, { code: code === '000000' ? '000001' : '000000' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'code-wrong']);
    expect((await admin.get(steps)).body).toMatchObject({
      problem: { step: 'verify-code', code: 'code-wrong', text: expect.stringContaining('code') },
    });
    const verified = await admin.post(`${steps}/verify-code`, { code: `${code.slice(0, 3)}-${code.slice(3)}` });
    expect(verified.body).toMatchObject({ state: 'code-verified', nextStep: 'register', problem: null });
    const registered = await admin.post(`${steps}/register`, { pin: PIN });
    expect(registered).toMatchObject({
      status: 200,
      body: { state: 'connected', nextStep: null, hasPin: true, registrationsLeft: 9, status: 'CONNECTED' },
    });
  });

  it('is heard, answers, and is shown with its name and profile', async () => {
    await system.sim('POST', 'inbound', { from: CITIZEN, phoneNumberId: number.phoneNumberId, text: 'Hello' });
    const answered = await eventually(async () => {
      const text = { to: CITIZEN, purpose: 'reply', text: { body: 'Noted.' }, from: number.id };
      const sent = await key.post<{ id: string }>('/v1/messages', text);
      expect(sent.status).toBe(202);
      return sent.body;
    });
    await eventually(async () => {
      expect((await key.get(`/v1/messages/${answered.id}`)).body).toMatchObject({ state: 'read', from: number.id });
    });
    const profile = { about: 'City Health', vertical: 'GOVT', websites: ['https://health.example.org/'] };
    expect((await admin.put(`/v1/numbers/${number.id}/profile`, profile)).body).toMatchObject(profile);
    const named = await admin.post(`/v1/numbers/${number.id}/display-name`, { name: 'City Health' });
    expect(named.body).toMatchObject({ requestedName: 'City Health', requestedNameStatus: 'PENDING_REVIEW' });
    await system.sim('POST', `numbers/${number.phoneNumberId}/name-status`, { status: 'APPROVED' });
    // Nobody asks: WhatsApp tells by webhook.
    await eventually(async () => {
      const { body } = await admin.get(`/v1/numbers/${number.id}`);
      expect(body).toMatchObject({ requestedNameStatus: 'APPROVED' });
    });
    // The platform helps, with the PIN that is kept.
    const again = await platform.post(`${ofAgency}/numbers/${number.id}/register`, {});
    expect(again.body).toMatchObject({ verifiedName: 'City Health', requestedName: null, state: 'connected' });
  });

  it('has a picture of the library, a link into a chat, and tells how it is', async () => {
    const file = new FormData();
    const png = await sharp({ create: { width: 640, height: 640, channels: 3, background: '#0b5a63' } })
      .png()
      .toBuffer();
    file.append('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'seal.png');
    const uploaded = await admin.upload<{ id: string; state: string }>('/v1/media', file);
    expect(uploaded).toMatchObject({ status: 201, body: { state: 'clean' } });
    const path = `/v1/numbers/${number.id}`;
    const profile = await admin.put(`${path}/profile`, { pictureMediaId: uploaded.body.id });
    expect(profile).toMatchObject({ status: 200, body: { about: 'City Health', pictureUrl: expect.any(String) } });
    const nobodys = await admin.put<Refusal>(`${path}/profile`, { pictureMediaId: 'med_01k9q3z5t8e7zv2r4m6w8x0y1a' });
    expect(nobodys.body.code).toBe('not-found');
    const link = await admin.post<{ code: string }>(`${path}/short-links`, { prefilledMessage: 'Report a leak' });
    expect(link.status).toBe(201);
    expect((await admin.get(`${path}/short-links`)).body).toEqual({ data: [link.body], next: null });
    const blocked = await admin.post(`${path}/blocked-users`, { people: [{ to: CITIZEN }, { to: '+447700900178' }] });
    expect(blocked.body).toMatchObject({ data: [{ isDone: true }, { isDone: false, code: 'no-recent-message' }] });
    expect((await admin.get(`${path}/blocked-users`)).body).toMatchObject({
      data: [{ contactId: expect.stringMatching(/^con_/), phone: expect.not.stringContaining(CITIZEN.slice(4, 9)) }],
    });
    await admin.post(`${path}/blocked-users/unblock`, { people: [{ to: CITIZEN }] });
    expect((await admin.get(`${path}/health`)).body).toMatchObject({
      risk: 'none',
      people: { numbers: expect.any(Number), limit: null },
      pace: { granted: 80, waiting: 0 },
      lastWebhookAt: expect.any(String),
      drift: [],
    });
  });

  it('stands in the log of the agency, and neither token nor PIN stands anywhere', async () => {
    const { body } = await eventually(async () => {
      const page = await admin.get<{ data: { type: string }[] }>(`/v1/audit/entries?targetId=${number.id}`);
      expect(page.body.data.map(({ type }) => type)).toContain('agency.number.name_decided');
      return page;
    });
    const types = body.data.map(({ type }) => type);
    for (const step of ['added', 'code_requested', 'code_verified', 'registered', 'connected', 'profile_changed']) {
      expect(types).toContain(`agency.number.${step}`);
    }
    const everything = JSON.stringify([body, (await admin.get('/v1/numbers')).body]) + system.api.log;
    expect(everything).not.toContain(TOKEN);
    expect(everything).not.toContain(PIN);
  });
});

describe('Embedded Signup', () => {
  it('gives an agency the number that it chose, once', async () => {
    const chosen = { name: 'Harbour Office', displayPhoneNumber: '+44 7700 900402' };
    const signup = await system.sim<Record<string, string>>('POST', 'signups', chosen);
    const linked = await platform.post<Num>(`${ofAgency}/embedded-signup`, signup);
    expect(linked).toMatchObject({ status: 201, body: { state: 'code-verified', nextStep: 'register' } });
    const again = await platform.post<Refusal>(`${ofAgency}/embedded-signup`, signup);
    expect([again.status, again.body.code]).toEqual([422, 'signup-code-used']);
    const other = `/v1/platform/agencies/${system.otherAgency.id}/numbers/${linked.body.id}`;
    expect((await platform.get<Refusal>(other)).body.code).toBe('not-found');
    const registered = await platform.post(`${ofAgency}/numbers/${linked.body.id}/register`, { pin: PIN });
    expect(registered.body).toMatchObject({ state: 'connected' });
  });
});

describe('The command line', () => {
  it('links a number, takes its steps and says what comes next', async () => {
    const agency = ['--agency', system.agency.slug];
    const wanted = ['--country-code', '44', '--national-number', '7700900403', '--verified-name', 'City Office'];
    const link = ['link-number', ...agency, '--portfolio', PORTFOLIO.metaId, '--waba', WABA, ...wanted];
    const linked = await runCli(link, system.env, `${TOKEN}\n`);
    expect(linked).toContain('next: number-request-code');
    const id = /num_\w+/.exec(linked)?.[0] ?? '';
    const number = [...agency, '--number', id];
    expect(await runCli(['number-request-code', ...number], system.env)).toContain('next: number-verify-code');
    const { body } = await admin.get<Num>(`/v1/numbers/${id}`);
    const verify = ['number-verify-code', ...number, '--code', await codeOf(body)];
    expect(await runCli(verify, system.env)).toContain('next: number-register');
    expect(await runCli(['number-register', ...number], system.env, `${PIN}\n`)).toContain('(connected');
    expect(await runCli(['list-numbers', ...agency], system.env)).toContain(id);
  });
});

describe('Bad input', () => {
  const link = { portfolio: PORTFOLIO, wabaId: WABA, accessToken: TOKEN };
  it.each([
    ['neither id nor number', link, ['countryCode required', 'nationalNumber required', 'verifiedName required']],
    [
      'both',
      { ...newNumber('7700900404'), phoneNumberId: '1' },
      ['countryCode not-allowed', 'nationalNumber not-allowed', 'verifiedName not-allowed'],
    ],
    ['an id that is none', { ...link, wabaId: 'x', phoneNumberId: '1' }, ['wabaId not-allowed']],
    ['no portfolio', { ...link, portfolio: undefined, phoneNumberId: '1' }, ['portfolio required']],
    ['a token with a space', { ...link, phoneNumberId: '1', accessToken: 'a b' }, ['accessToken not-allowed']],
  ])('is refused by its field: %s', async (_, body, faults) => {
    const answer = await platform.post<Refusal>(`${ofAgency}/numbers`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ field, code }) => `${field} ${code}`).sort()).toEqual(faults);
  });

  it.each([
    ['request-code', { method: 'pigeon', language: 'English' }, ['language not-a-language', 'method not-allowed']],
    ['verify-code', { code: '12345' }, ['code not-allowed']],
    ['register', { pin: 'abcdef' }, ['pin not-allowed']],
    ['display-name', { name: 'x' }, ['name too-short']],
  ])('is refused before WhatsApp is asked: %s', async (step, body, faults) => {
    const { body: list } = await admin.get<{ data: Num[] }>('/v1/numbers');
    const answer = await admin.post<Refusal>(`/v1/numbers/${list.data[0]?.id}/${step}`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ field, code }) => `${field} ${code}`).sort()).toEqual(faults);
  });

  it('is told in words when the token or the ids are not right', async () => {
    const token = await platform.post<Refusal>(`${ofAgency}/numbers`, { ...newNumber('7700900405'), accessToken: 'x' });
    expect([token.status, token.body.code]).toEqual([422, 'token-invalid']);
    const elsewhere = await platform.post<Refusal>(`${ofAgency}/numbers`, { ...link, phoneNumberId: '999' });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'number-not-in-account']);
    const nobody = `/v1/platform/agencies/agy_01jb6000000000000000000000/numbers`;
    expect((await platform.post<Refusal>(nobody, newNumber('7700900406'))).body.code).toBe('not-found');
  });
});

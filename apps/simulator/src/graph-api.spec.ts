import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReminder, aText, NUMBER, SimulatorRig, WABA } from './testing/simulator-rig.js';
import { WebhookReceiver } from './testing/webhook-receiver.js';

describe('Graph', () => {
  let rig: SimulatorRig;

  beforeAll(async () => {
    rig = await SimulatorRig.start();
  });

  afterAll(() => rig.close());

  it.each(['v19.0', 'v25.0', 'v99.1'])('answers under %s', async (version) => {
    const answer = await rig.request('GET', `/${version}/${NUMBER}?access_token=token-of-health`, undefined, null);
    expect(answer.body).toMatchObject({ id: NUMBER, display_phone_number: '+1 555-010-0200' });
  });

  it.each([
    { label: 'no token', token: null, path: NUMBER, status: 401, error: { code: 190 } },
    {
      label: 'an unknown token',
      token: 'x',
      path: NUMBER,
      status: 401,
      error: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' },
    },
    {
      label: 'an expired token',
      token: 'token-of-yesterday',
      path: NUMBER,
      status: 401,
      error: { code: 190, error_subcode: 463 },
    },
    { label: "another account's token", token: 'token-of-water', path: NUMBER, status: 403, error: { code: 10 } },
    {
      label: 'an unknown id',
      token: 'token-of-health',
      path: '999',
      status: 400,
      error: { code: 100, error_subcode: 33, type: 'GraphMethodException' },
    },
    {
      label: 'an unknown edge',
      token: 'token-of-health',
      path: `${NUMBER}/nothing`,
      status: 400,
      error: { code: 2500, message: '(#2500) Unknown path components: /nothing' },
    },
    {
      label: 'an unknown field',
      token: 'token-of-health',
      path: `${NUMBER}?fields=id,colour`,
      status: 400,
      error: { code: 100, message: '(#100) Tried accessing nonexisting field (colour)' },
    },
  ])('refuses $label', async ({ token, path, status, error }) => {
    const answer = await rig.graph('GET', path, undefined, token);
    expect(answer.body).toMatchObject({ error });
    expect(answer.status).toBe(status);
  });

  it('refuses sends in the same way', async () => {
    expect((await rig.send(aText(), { token: 'x' })).status).toBe(401);
    expect((await rig.send(aText(), { token: 'token-of-water' })).status).toBe(403);
    expect((await rig.send(aText(), { number: '999' })).body).toMatchObject({ error: { error_subcode: 33 } });
    expect((await rig.send(aText(), { number: WABA })).body).toMatchObject({ error: { error_subcode: 33 } });
  });

  it.each(['/', '/index.html', '/v25/1', '/v25.0/', '/vx.0/1', '/health'])(
    'answers POST %s as an unknown path',
    async (path) => {
      const answer = await rig.request('POST', path, '{}', 'token-of-health');
      expect(answer.body).toMatchObject({ error: { code: 2500 } });
      expect(answer.status).toBe(400);
    },
  );

  it('reads chosen fields of a number, an account and a template', async () => {
    const number = await rig.graph('GET', `${NUMBER}?fields=status,throughput{level}`);
    expect(number.body).toEqual({ status: 'CONNECTED', throughput: { level: 'STANDARD' }, id: NUMBER });
    expect((await rig.graph('GET', WABA)).body).toMatchObject({ id: WABA, name: 'City Health Department' });
    const { body } = await rig.graph('GET', `${WABA}/message_templates?name=clinic_reminder`);
    const [template] = body['data'] as { id: string }[];
    expect((await rig.graph('GET', `${template?.id}?fields=name,status`)).body).toMatchObject({
      name: 'clinic_reminder',
      status: 'APPROVED',
    });
  });

  it('lists the numbers of an account', async () => {
    const { body } = await rig.graph('GET', `${WABA}/phone_numbers`);
    expect(body).toMatchObject({
      data: [{ id: NUMBER, verified_name: 'City Health Department' }],
      paging: { cursors: {} },
    });
    expect(body['paging']).not.toHaveProperty('next');
  });

  it('pages templates with cursors and absolute links', async () => {
    const names: string[] = [];
    let path: string | undefined = `/v25.0/${WABA}/message_templates?limit=4&fields=name`;
    while (path) {
      const { body } = await rig.request('GET', path, undefined, 'token-of-health');
      names.push(...(body['data'] as { name: string }[]).map(({ name }) => name));
      const next = (body['paging'] as { next?: string }).next;
      path = next?.slice(rig.simulator.url.length);
    }
    expect(names).toHaveLength(10);
    expect(new Set(names).size).toBe(10);
  });

  it('filters templates', async () => {
    const count = async (query: string) =>
      ((await rig.graph('GET', `${WABA}/message_templates?${query}`)).body['data'] as object[]).length;
    expect(await count('status=PAUSED')).toBe(1);
    expect(await count('category=AUTHENTICATION')).toBe(1);
    expect(await count('language=fr')).toBe(0);
    expect(await count('name_or_content=Service')).toBe(1);
  });

  it('refuses a cursor that it did not give', async () => {
    const { body } = await rig.graph('GET', `${WABA}/message_templates?after=nonsense`);
    expect(body).toMatchObject({ error: { code: 131059 } });
  });

  it('subscribes, overrides the address after a handshake, and unsubscribes', async () => {
    const path = `${WABA}/subscribed_apps`;
    const other = await new WebhookReceiver().listen();
    const override = { override_callback_uri: other.target.url, verify_token: 'verify-token' };
    expect((await rig.graph('GET', path)).body).toMatchObject({
      data: [{ whatsapp_business_api_data: { id: expect.any(String) } }],
    });
    expect((await rig.graph('POST', path, override)).body).toEqual({ success: true });
    expect((await rig.graph('GET', path)).body).toMatchObject({ data: [{ override_callback_uri: other.target.url }] });
    expect((await rig.graph('POST', path, { ...override, verify_token: 'wrong' })).body).toMatchObject({
      error: { code: 2200 },
    });
    expect((await rig.graph('DELETE', path)).body).toEqual({ success: true });
    expect((await rig.graph('GET', path)).body).toEqual({ data: [] });
    expect((await rig.graph('POST', path)).body).toEqual({ success: true });
    await other.close();
  });

  it('survives a body of many megabytes', async () => {
    const answer = await rig.send(aReminder({ padding: 'x'.repeat(5 << 20) }));
    expect(answer.status).toBe(400);
    expect((await rig.send(aReminder())).status).toBe(200);
  });
});

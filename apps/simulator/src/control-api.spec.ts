import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReminder, aWorld, CITIZEN, NUMBER, SimulatorRig, TOKEN } from './testing/simulator-rig.js';

const MESSAGE = 'belfry:1:msg_01h455vb4pex5vsknk084sn02q';

describe('/_sim', () => {
  let rig: SimulatorRig;

  beforeAll(async () => {
    rig = await SimulatorRig.start();
    await rig.control('POST', 'profile', { name: 'bench' });
    await rig.send(aReminder({ biz_opaque_callback_data: `${MESSAGE}:1` }));
    await rig.send(aReminder({ biz_opaque_callback_data: `${MESSAGE}:2`, to: '+447700900188' }));
    await rig.send(aReminder());
  });

  afterAll(() => rig.close());

  it('lists what was accepted, by recipient with or without +, and by callback data', async () => {
    expect(await rig.accepts()).toHaveLength(3);
    expect(await rig.accepts(`to=${CITIZEN}`)).toHaveLength(2);
    expect(await rig.accepts(`to=%2B${CITIZEN}`)).toHaveLength(2);
    expect(await rig.accepts(`callbackData=${MESSAGE}`)).toHaveLength(2);
    expect(await rig.accepts(`callbackData=${MESSAGE}:2`)).toHaveLength(1);
    expect(await rig.accepts('callbackData=belfry:')).toHaveLength(2);
    expect(await rig.accepts(`callbackData=${MESSAGE}&to=${CITIZEN}`)).toHaveLength(1);
    expect(await rig.accepts(`phoneNumberId=${NUMBER}`)).toHaveLength(3);
    expect(await rig.accepts('phoneNumberId=1')).toHaveLength(0);
    expect((await rig.accepts())[0]).toEqual({
      wamid: expect.stringMatching(/^wamid\./),
      phoneNumberId: NUMBER,
      to: CITIZEN,
      callbackData: `${MESSAGE}:1`,
      type: 'template',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('pages the ledger', async () => {
    const first = await rig.control('GET', 'accepts?limit=2');
    expect(first['data']).toHaveLength(2);
    const second = await rig.control('GET', `accepts?limit=2&after=${first['next']}`);
    expect(second).toMatchObject({ data: [{ callbackData: null }], next: null });
  });

  it('shows the world without its secrets', async () => {
    const { status, text, body } = await rig.request('GET', '/_sim/world', undefined, null);
    expect(status).toBe(200);
    expect(text).not.toContain(TOKEN);
    expect(body).toMatchObject({
      webhook: null,
      wabas: [{ phoneNumbers: [{ id: NUMBER, messagesPerSecond: 80 }] }, {}],
    });
  });

  it('takes the same world again and keeps the ledger', async () => {
    const before = await rig.control('GET', 'world');
    expect(await rig.control('PUT', 'world', aWorld())).toEqual(before);
    expect(await rig.accepts()).toHaveLength(3);
  });

  it('moves the clock forward and not back', async () => {
    const { offsetMs } = (await rig.control('GET', 'clock')) as { offsetMs: number };
    expect(await rig.control('POST', 'clock', { advanceMs: 5_000 })).toEqual({ offsetMs: offsetMs + 5_000 });
    expect((await rig.request('POST', '/_sim/clock', { advanceMs: -1 }, null)).status).toBe(400);
  });

  it('says that it is healthy', async () => {
    expect(await rig.control('GET', 'health')).toEqual({ status: 'ok' });
  });

  it.each([
    { method: 'POST', path: 'inbound', body: '{"from":', code: 'invalid-json' },
    { method: 'POST', path: 'inbound', body: 'null', code: 'invalid-inbound' },
    { method: 'POST', path: 'inbound', body: { from: 'Fatima' }, code: 'invalid-inbound' },
    {
      method: 'POST',
      path: 'inbound',
      body: { from: CITIZEN, phoneNumberId: '1', text: 'x' },
      code: 'unknown-phone-number',
    },
    {
      method: 'POST',
      path: 'inbound',
      body: { from: CITIZEN, phoneNumberId: NUMBER, text: ' ' },
      code: 'invalid-inbound',
    },
    { method: 'POST', path: 'clock', body: { advanceMs: 'x' }, code: 'invalid-clock' },
    { method: 'POST', path: 'profile', body: { name: 'fast' }, code: 'invalid-profile' },
    { method: 'POST', path: 'profile', body: { name: 'constructor' }, code: 'invalid-profile' },
    { method: 'POST', path: 'profile', body: { name: 'default', delays: { sent: [9, 1] } }, code: 'invalid-profile' },
    { method: 'POST', path: 'read', body: [], code: 'invalid-read' },
    { method: 'GET', path: 'accepts?limit=0', body: undefined, code: 'invalid-query' },
    { method: 'GET', path: 'accepts?after=x', body: undefined, code: 'invalid-query' },
    { method: 'PUT', path: 'world', body: [], code: 'invalid-world' },
    { method: 'PUT', path: 'world', body: { wabas: [{ id: 'x' }] }, code: 'invalid-world' },
    {
      method: 'PUT',
      path: 'world',
      body: { wabas: [{ id: NUMBER, name: 'n', accessToken: 't' }] },
      code: 'invalid-world',
    },
    { method: 'PUT', path: 'world', body: { webhook: { url: 'ftp://x' } }, code: 'invalid-world' },
    { method: 'POST', path: 'faults', body: `"${'x'.repeat(5 << 20)}"`, code: 'body-too-large' },
  ])('answers 400 $code to $method $path', async ({ method, path, body, code }) => {
    const answer = await rig.request(method, `/_sim/${path}`, body, null);
    expect(answer.body).toMatchObject({ error: { code, message: expect.any(String) } });
    expect(answer.status).toBe(400);
    expect(await rig.control('GET', 'health')).toEqual({ status: 'ok' });
  });

  it('does not know other paths', async () => {
    expect((await rig.request('GET', '/_sim/constructor', undefined, null)).status).toBe(404);
    expect((await rig.request('PATCH', '/_sim/world', {}, null)).status).toBe(404);
  });

  it('is closed to the pages of other sites', async () => {
    const response = await fetch(`${rig.simulator.url}/_sim/inbound`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: JSON.stringify({ from: CITIZEN, phoneNumberId: NUMBER, text: 'x' }),
    });
    expect(response.status).toBe(403);
  });

  it('serves the phone page with a strict policy and nothing else from the disk', async () => {
    const page = await fetch(rig.simulator.url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).not.toMatch(/<style|<script(?! type="module" src=)|\sstyle="|\son\w+="/);
    for (const path of ['/phone.js', '/phone-view.js', '/phone.css', '/icon.svg']) {
      expect((await fetch(rig.simulator.url + path)).status).toBe(200);
    }
    expect((await fetch(`${rig.simulator.url}/..%2fpackage.json`)).status).toBe(400);
  });

  it('tells an open page what happens', async () => {
    const abort = new AbortController();
    const stream = await fetch(`${rig.simulator.url}/_sim/events`, { signal: abort.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await rig.control('POST', 'inbound', { from: CITIZEN, phoneNumberId: NUMBER, text: 'Hello' });
    let seen = '';
    while (!seen.includes('event: message')) seen += (await reader?.read())?.value ?? '';
    expect(seen).toContain(`"phone":"${CITIZEN}"`);
    abort.abort();
    expect(await rig.control('GET', 'phones')).toMatchObject({
      data: [{ phone: CITIZEN, lastText: 'Hello', unread: 0 }],
    });
  });
});

describe('a decision about a display name', () => {
  it.each([
    ['APPROVED', { decision: 'APPROVED', rejection_reason: null }],
    ['DECLINED', { decision: 'REJECTED', rejection_reason: 'NAME_NOT_CONSISTENT' }],
  ])('%s is told by webhook', async (status, told) => {
    const rig = await SimulatorRig.startListening();
    await rig.graph('POST', `${NUMBER}?new_display_name=Harbour%20Health`);
    await rig.control('POST', `numbers/${NUMBER}/name-status`, { status });
    const changes = () => rig.receiver.posts.flatMap(({ body }) => body.entry.flatMap((one) => one.changes));
    await expect
      .poll(changes)
      .toMatchObject([
        { field: 'phone_number_name_update', value: { ...told, requested_verified_name: 'Harbour Health' } },
      ]);
    await rig.close();
  });
});

describe('an upgrade of throughput', () => {
  it('lets the number send faster, shows it and tells it each time', async () => {
    const rig = await SimulatorRig.startListening();
    for (let times = 0; times < 2; times++) await rig.control('POST', `numbers/${NUMBER}/throughput-upgrade`);
    const changes = () => rig.receiver.posts.flatMap(({ body }) => body.entry.flatMap((one) => one.changes));
    const told = {
      field: 'phone_number_quality_update',
      value: { display_phone_number: '15550100200', event: 'THROUGHPUT_UPGRADE' },
    };
    await expect.poll(changes).toMatchObject([told, told]);
    const { body } = await rig.graph('GET', `${NUMBER}?fields=throughput`);
    expect(body).toMatchObject({ throughput: { level: 'HIGH' } });
    await rig.close();
  });

  it('of a number that there is not is refused', async () => {
    const rig = await SimulatorRig.start();
    expect((await rig.request('POST', '/_sim/numbers/1/throughput-upgrade', undefined, null)).status).toBe(404);
    await rig.close();
  });
});

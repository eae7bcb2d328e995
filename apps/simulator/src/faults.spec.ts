import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from './testing/eventually.js';
import { aReminder, CITIZEN, NUMBER, SimulatorRig, TOKEN } from './testing/simulator-rig.js';

describe('faults', () => {
  let rig: SimulatorRig;

  beforeEach(async () => {
    rig = await SimulatorRig.startListening();
  });

  afterEach(() => rig.close());

  const statuses = () => rig.receiver.statuses().map(({ status }) => status);

  it('hang accepts, reports statuses and never answers', async () => {
    await rig.control('POST', 'faults', { kind: 'hang', count: 1 });
    const abort = new AbortController();
    const url = `${rig.simulator.url}/v25.0/${NUMBER}/messages`;
    const headers = { authorization: `Bearer ${TOKEN}` };
    const send = fetch(url, { method: 'POST', headers, body: JSON.stringify(aReminder()), signal: abort.signal });
    await eventually(() => expect(statuses()).toEqual(['sent', 'delivered', 'read']));
    expect(await rig.accepts()).toHaveLength(1);
    abort.abort();
    await expect(send).rejects.toThrow();
    expect((await rig.send(aReminder())).status).toBe(200);
  });

  it('reset accepts and breaks the connection', async () => {
    await rig.control('POST', 'faults', { kind: 'reset', count: 1 });
    await expect(rig.send(aReminder())).rejects.toThrow();
    expect(await rig.accepts()).toHaveLength(1);
    await eventually(() => expect(statuses()).toContain('read'));
  });

  it('status answers with a Graph body and accepts nothing', async () => {
    await rig.control('POST', 'faults', { kind: 'status', httpStatus: 429, code: 130429, count: 1 });
    const answer = await rig.send(aReminder());
    expect(answer.status).toBe(429);
    expect(answer.body).toMatchObject({ error: { code: 130429, message: '(#130429) Rate limit hit' } });
    expect(await rig.accepts()).toHaveLength(0);
  });

  it('status answers HTML without a Graph body, and accepts when it is told to', async () => {
    await rig.control('POST', 'faults', { kind: 'status', httpStatus: 502, graphBody: false, accept: true });
    const answer = await rig.send(aReminder());
    expect(answer.status).toBe(502);
    expect(answer.text).toMatch(/^<html>/);
    expect(await rig.accepts()).toHaveLength(1);
  });

  it('slow answers later', async () => {
    await rig.control('POST', 'faults', { kind: 'slow', delayMs: 150 });
    const start = performance.now();
    expect((await rig.send(aReminder())).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(140);
  });

  it('strikes only what matches, every n-th time, as often as count says', async () => {
    await rig.control('POST', 'faults', { kind: 'status', match: { to: `+${CITIZEN}`, every: 2 }, count: 2 });
    const outcomes: number[] = [];
    for (let i = 0; i < 6; i++) outcomes.push((await rig.send(aReminder())).status);
    expect(outcomes).toEqual([200, 500, 200, 500, 200, 200]);
    expect((await rig.send(aReminder({ to: '+447700900999' }))).status).toBe(200);
  });

  it('strikes the same messages again with the same seed', async () => {
    const run = async () => {
      await rig.control('DELETE', 'faults');
      await rig.control('POST', 'faults', { kind: 'status', match: { every: 3 }, seed: 42 });
      const outcomes: number[] = [];
      for (let i = 0; i < 15; i++) outcomes.push((await rig.send(aReminder())).status);
      return outcomes;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    expect(first).toContain(500);
    expect(first).toContain(200);
  });

  it('lasts until it is deleted', async () => {
    const { id } = await rig.control('POST', 'faults', { kind: 'status' });
    expect(await rig.control('GET', 'faults')).toMatchObject({ data: [{ id, kind: 'status', hits: 0 }] });
    expect((await rig.send(aReminder())).status).toBe(500);
    await rig.control('DELETE', `faults/${id}`);
    expect((await rig.send(aReminder())).status).toBe(200);
    await expect(rig.control('DELETE', `faults/${id}`)).rejects.toThrow('not-found');
  });

  it('does not strike what the checks refuse', async () => {
    await rig.control('POST', 'faults', { kind: 'hang', count: 1 });
    expect((await rig.send(aReminder({ to: undefined }))).body).toMatchObject({ error: { code: 131008 } });
  });

  it('webhook-duplicate sends a status twice', async () => {
    await rig.control('POST', 'faults', { kind: 'webhook-duplicate', count: 1 });
    await rig.send(aReminder());
    await eventually(() => expect(statuses().sort()).toEqual(['delivered', 'read', 'sent', 'sent']));
  });

  it('webhook-lose sends it not at all', async () => {
    await rig.control('POST', 'faults', { kind: 'webhook-lose', count: 1 });
    await rig.send(aReminder());
    await eventually(() => expect(statuses()).toEqual(['delivered', 'read']));
  });

  it('webhook-delay sends it later', async () => {
    await rig.control('POST', 'faults', { kind: 'webhook-delay', count: 1, delayMs: 150 });
    await rig.send(aReminder());
    await eventually(() => expect(statuses()).toEqual(['delivered', 'read', 'sent']));
  });

  it('webhook-reorder changes the order', async () => {
    await rig.control('POST', 'faults', { kind: 'webhook-reorder', seed: 7 });
    await rig.send(aReminder());
    await eventually(() => expect(statuses()).toHaveLength(3));
    expect(statuses()).not.toEqual(['sent', 'delivered', 'read']);
    expect(statuses().sort()).toEqual(['delivered', 'read', 'sent']);
  });

  it('webhook-fail reports failed with its code', async () => {
    await rig.control('POST', 'faults', { kind: 'webhook-fail', code: 131049 });
    await rig.send(aReminder());
    await eventually(() =>
      expect(rig.receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131049 }] }]),
    );
  });

  it.each([
    { input: {}, field: 'kind' },
    { input: { kind: 'explode' }, field: 'kind' },
    { input: { kind: 'status', httpStatus: 200 }, field: 'httpStatus' },
    { input: { kind: 'slow', delayMs: -1 }, field: 'delayMs' },
    { input: { kind: 'hang', match: { every: 0 } }, field: 'match.every' },
    { input: { kind: 'hang', match: 7 }, field: 'match' },
    { input: { kind: 'hang', seed: 'x' }, field: 'seed' },
  ])('names the field that is wrong in $input', async ({ input, field }) => {
    const answer = await rig.request('POST', '/_sim/faults', input, null);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: expect.any(String), message: expect.any(String), field } });
  });
});

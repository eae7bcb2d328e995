import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { UsersService } from '#libs/access';
import { DepartmentsService } from '#libs/agencies';
import {
  CallbackAttemptsService,
  CallbackDelivery,
  CallbackEndpointsService,
  CallbackReplaysService,
  CallbackRetention,
  CallbackTrouble,
} from '#libs/callbacks';
import { EventDispatcher } from '#libs/events';
import { newId, parseWireId, platformContext, toWireId, type Uuid } from '#libs/kernel';
import { eventually } from '../support/eventually.js';
import { isSignedBy, type Manner, Receiver } from '../support/receiver.js';
import { type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OK: Manner = () => 200;

let given: SendingFixture;
const receivers: Receiver[] = [];

beforeAll(async () => {
  given = await SendingFixture.open({
    EGRESS_LOOPBACK: 'true',
  });
});

afterEach(() => {
  for (const receiver of receivers.splice(0)) receiver.close();
});

afterAll(() => given?.close());

async function receiver(manner: Manner = OK): Promise<Receiver> {
  const made = await Receiver.listen(manner);
  receivers.push(made);
  return made;
}

const endpoints = () => given.get(CallbackEndpointsService);

async function endpoint({ ctx }: GivenAgency, url: string, events: readonly string[] = ['message.accepted']) {
  return endpoints().create(ctx, { url, events });
}

/** So many messages that are due in a year: accepted, and nothing more happens to them. */
async function accept(agency: GivenAgency, count = 1, reference?: string): Promise<Uuid[]> {
  const citizen = await given.citizen(agency);
  const later = new Date(given.clock.now().getTime() + 48 * HOUR);
  return given.accept(
    agency,
    Array.from({ length: count }, () => reminderTo(citizen, { sendAt: later, reference })),
  );
}

/** Everything that is due now: events are spread, calls are made and written down. */
async function deliver(): Promise<void> {
  await given.get(EventDispatcher).dispatchDue();
  await given.get(CallbackDelivery).startDue();
  await given.get(CallbackDelivery).idle();
}

const dispatcher = () => given.get(EventDispatcher);

describe(CallbackDelivery, () => {
  it('tells a department what happens to its messages, signed so that its public key verifies it', async () => {
    const agency = await given.agency();
    const system = await receiver();
    const types = ['message.accepted', 'message.sent', 'message.delivered', 'message.read', 'message.received'];
    const { publicKey, id } = await endpoint(agency, system.url, types);
    const citizen = await given.citizen(agency);
    const [messageId] = await given.accept(agency, [
      reminderTo(citizen, { reference: 'case-4711', metadata: { desk: '7' } }),
    ]);
    await deliver();
    expect(system.heard).toHaveLength(1);
    const [call] = system.heard;
    const body = JSON.parse(call?.body ?? '') as { type: string; data: Record<string, unknown> };
    expect(body).toMatchObject({
      type: 'message.accepted',
      data: {
        state: 'accepted',
        sequence: 0,
        mode: 'live',
        reference: 'case-4711',
        metadata: { desk: '7' },
        purpose: 'reminders',
      },
    });
    expect(parseWireId('message', String(body.data['messageId']))).toBe(messageId);
    expect(call?.body).not.toContain(citizen.phone);
    expect(call?.body).not.toContain('Fatima');
    expect(isSignedBy(publicKey ?? '', call as NonNullable<typeof call>)).toBe(true);
    expect(await endpoints().get(agency.ctx, id)).toMatchObject({
      state: 'active',
      waiting: 0,
      recent: { succeeded: 1, failed: 0, hours: [{ hour: 23, succeeded: 1, failed: 0 }] },
      lastSuccessAt: expect.any(Date),
    });
  });

  it('follows a message from accepted to read, and hands on what the citizen answers', async () => {
    const agency = await given.agency();
    const system = await receiver();
    const types = ['accepted', 'sent', 'delivered', 'read', 'received'].map((state) => `message.${state}`);
    await endpoint(agency, system.url, types);
    const citizen = await given.citizen(agency);
    const [id = ''] = await given.accept(agency, [reminderTo(citizen)]);
    await given.pump(agency);
    await eventually(async () => {
      await given.readWebhooks();
      expect((await given.message(id)).state).toBe('read');
    });
    await given.sim('POST', 'inbound', {
      from: citizen.phone,
      phoneNumberId: agency.number.phoneNumberId,
      text: 'I will come',
    });
    const data = await eventually(async () => {
      await given.readWebhooks();
      await deliver();
      expect(system.types()).toContain('message.received');
      return system.heard.map(({ body }) => (JSON.parse(body) as { data: Record<string, unknown> }).data);
    });
    const received = data.find(({ state }) => state === 'received');
    expect(received).toMatchObject({ direction: 'inbound', kind: 'text', text: 'I will come' });
    expect(received).toMatchObject({ content: { type: 'text', text: { body: 'I will come' } } });
    expect(JSON.stringify(data)).not.toContain(citizen.phone.slice(1));
    const told = data.filter(({ direction }) => direction === 'outbound');
    const inOrder = told.toSorted((a, b) => Number(a['sequence']) - Number(b['sequence'])).map(({ state }) => state);
    // Statuses that come together are told as the last of them.
    expect(types.map((type) => type.replace('message.', '')).filter((state) => inOrder.includes(state))).toEqual(
      inOrder,
    );
    expect(inOrder[0]).toBe('accepted');
    expect(inOrder.at(-1)).toBe('read');
  });

  it('writes nothing where nobody wants to hear of it', async () => {
    const silent = await given.agency();
    await accept(silent);
    const count = 'SELECT count(*)::int AS n FROM outbox_events WHERE agency_id = $1';
    expect(await given.rows(count, [silent.ctx.agencyId])).toEqual([{ n: 0 }]);
  });

  it('tells an endpoint of the messages of its own department, and of those of none', async () => {
    const agency = await given.agency();
    const departments = given.get(DepartmentsService);
    const [own, other] = await Promise.all(['Clinics', 'Labs'].map((name) => departments.create(agency.ctx, { name })));
    const system = await receiver();
    await endpoints().create(agency.ctx, { url: system.url, events: ['message.accepted'], departmentId: own?.id });
    const sent = [own?.id, other?.id, undefined].map((departmentId) => ({
      ...agency,
      ctx: { ...agency.ctx, departmentId },
    }));
    for (const sender of sent) await accept(sender);
    await deliver();
    const heard = system.heard.map(({ body }) => (JSON.parse(body) as { data: Record<string, unknown> }).data);
    expect(heard.map(({ departmentId }) => departmentId)).toEqual([toWireId('department', own?.id ?? ''), null]);
  });

  it('keeps the schedule, and gives up after the tenth attempt', async () => {
    const agency = await given.agency();
    const system = await receiver(() => 500);
    const { id } = await endpoint(agency, system.url);
    await accept(agency);
    await deliver();
    const planned = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
    for (const [index, pause] of planned.entries()) {
      expect(system.heard).toHaveLength(index + 1);
      given.advance(pause * 0.79);
      await deliver();
      expect(system.heard).toHaveLength(index + 1);
      given.advance(pause * 0.42);
      await deliver();
    }
    expect(system.heard).toHaveLength(10);
    expect(new Set(system.heard.map((call) => call.id)).size).toBe(1);
    given.advance(48 * HOUR);
    await deliver();
    expect(system.heard).toHaveLength(10);
    const { data } = await given.get(CallbackAttemptsService).list(agency.ctx, id, { limit: 50 });
    expect(data.map(({ attempt }) => attempt)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(data[0]).toMatchObject({ isSuccess: false, httpStatus: 500, nextAt: null });
    expect(data[9]?.nextAt).toBeInstanceOf(Date);
  });

  it('turns off an endpoint that is gone, and keeps what waits until it is on again', async () => {
    const agency = await given.agency();
    const system = await receiver(() => 410);
    const { id } = await endpoint(agency, system.url);
    await accept(agency);
    await deliver();
    expect(await endpoints().get(agency.ctx, id)).toMatchObject({ state: 'off', offReason: 'gone', waiting: 1 });
    await accept(agency);
    given.advance(HOUR);
    await deliver();
    expect(system.heard).toHaveLength(1);
    system.manner = OK;
    await endpoints().enable(agency.ctx, id);
    await deliver();
    expect(system.heard).toHaveLength(2);
    expect(system.heard[1]?.id).toBe(system.heard[0]?.id);
    expect(await given.entries(agency, id)).toEqual([
      'webhook_out.endpoint.created',
      'webhook_out.disabled',
      'webhook_out.enabled',
    ]);
  });

  it('warns after a day of failures, and turns the endpoint off after five', async () => {
    const agency = await given.agency();
    const system = await receiver(() => 503);
    const { id } = await endpoint(agency, system.url);
    const email = `${newId()}@city.example`;
    const { id: userId } = await given.get(UsersService).create(platformContext(), {
      email,
      name: 'Ada Admin',
      password: 'a long enough password',
    });
    await given.get(UsersService).grantRole(agency.ctx, { userId, role: 'agency_admin' });
    const mails = () =>
      given.rows<{ template: string }>('SELECT template FROM mails WHERE agency_id = $1 ORDER BY created_at', [
        agency.ctx.agencyId,
      ]);
    await accept(agency);
    for (let hour = 0; hour < 5 * 24 - 2; hour += 6) {
      await deliver();
      expect((await endpoints().get(agency.ctx, id)).state).toBe('failing');
      given.advance(6 * HOUR);
      await accept(agency);
    }
    await deliver();
    expect(await endpoints().get(agency.ctx, id)).toMatchObject({ state: 'off', offReason: 'failing' });
    expect(
      await given.rows('SELECT warned_at IS NOT NULL AS warned FROM callback_endpoints WHERE id = $1', [id]),
    ).toEqual([{ warned: true }]);
    expect((await mails()).map(({ template }) => template)).toEqual(['callback-failing', 'callback-off']);
  });

  it('signs with both secrets while a rotation overlaps, and with one after it', async () => {
    const agency = await given.agency();
    const system = await receiver();
    const { id, publicKey } = await endpoint(agency, system.url);
    const rotated = await endpoints().rotateSecret(agency.ctx, id, 24);
    expect(rotated.publicKey).not.toBe(publicKey);
    await accept(agency);
    await deliver();
    given.advance(25 * HOUR);
    await accept(agency);
    await deliver();
    const [during, after] = system.heard;
    if (!during || !after || !publicKey || !rotated.publicKey) throw new Error('two calls were expected');
    expect([isSignedBy(publicKey, during), isSignedBy(rotated.publicKey, during)]).toEqual([true, true]);
    expect([isSignedBy(publicKey, after), isSignedBy(rotated.publicKey, after)]).toEqual([false, true]);
  });

  it('gives what a worker held when it died to another one, under the same id and once', async () => {
    const agency = await given.agency();
    const system = await receiver();
    const { id } = await endpoint(agency, system.url);
    await accept(agency, 3);
    await dispatcher().dispatchDue();
    // As a worker that claimed and was killed before it called.
    await given.rows(
      `UPDATE callback_deliveries SET run_at = $2, lease_token = lease_token + 1 WHERE endpoint_id = $1`,
      [id, new Date(given.clock.now().getTime() + 30_000)],
    );
    await deliver();
    expect(system.heard).toHaveLength(0);
    given.advance(31_000);
    await deliver();
    expect(new Set(system.heard.map((call) => call.id)).size).toBe(3);
    expect(system.heard).toHaveLength(3);
  });

  it('lets a worker that was thought dead change nothing', async () => {
    const agency = await given.agency();
    const system = await receiver(async () => {
      // While the call is under way, another worker takes the delivery over.
      await given.rows('UPDATE callback_deliveries SET lease_token = lease_token + 1 WHERE endpoint_id = $1', [id]);
      return 200;
    });
    const { id } = await endpoint(agency, system.url);
    await accept(agency);
    await deliver();
    const state = 'SELECT state, attempts FROM callback_deliveries WHERE endpoint_id = $1';
    expect(await given.rows(state, [id])).toEqual([{ state: 'waiting', attempts: 0 }]);
    system.manner = OK;
    given.advance(31_000);
    await deliver();
    expect(await given.rows(state, [id])).toEqual([{ state: 'delivered', attempts: 1 }]);
  });

  it('lets twenty healthy systems hear everything while one beside them never answers', async () => {
    const agency = await given.agency();
    const dead = await receiver(() => 'hang');
    const { id } = await endpoint(agency, dead.url);
    const healthy = await Promise.all(Array.from({ length: 20 }, () => receiver()));
    for (const { url } of healthy) await endpoint(agency, url);
    await accept(agency, 40);
    await dispatcher().dispatchDue();
    await given.get(CallbackDelivery).startDue();
    await eventually(async () => expect(healthy.map(({ heard }) => heard.length)).toEqual(healthy.map(() => 40)));
    // It still holds the calls of its first round, and no other system had to wait for them.
    expect(dead.heard).toHaveLength(16);
    expect((await endpoints().get(agency.ctx, id)).recent).toEqual({ succeeded: 0, failed: 0, hours: [] });
    dead.hangUp();
    await given.get(CallbackDelivery).idle();
    expect(await endpoints().get(agency.ctx, id)).toMatchObject({ state: 'failing', waiting: 40 });
    expect(await given.within(agency.ctx, (tx) => given.get(CallbackTrouble).count(tx))).toBe(1);
    // From now on it is tried with one call at a time.
    given.advance(61_000);
    await given.get(CallbackDelivery).startDue();
    await eventually(async () => expect(dead.heard).toHaveLength(17));
    dead.hangUp();
    await given.get(CallbackDelivery).idle();
  });
});

describe(CallbackReplaysService, () => {
  it('tells again what was given up, after counting it, and each receiver knows it by its id', async () => {
    const agency = await given.agency();
    const system = await receiver(() => 200);
    const { id } = await endpoint(agency, system.url);
    const from = given.clock.now();
    await accept(agency, 5);
    await deliver();
    await given.rows(`UPDATE callback_deliveries SET state = 'given-up' WHERE endpoint_id = $1`, [id]);
    const before = system.heard.map((call) => call.id);
    system.heard.length = 0;
    const replays = given.get(CallbackReplaysService);
    const range = { from, to: new Date(given.clock.now().getTime() + 1000), withDelivered: false };
    expect(await replays.count(agency.ctx, id, range)).toEqual({ id: null, count: 5 });
    expect(await replays.start(agency.ctx, id, range)).toMatchObject({ count: 5 });
    expect((await endpoints().get(agency.ctx, id)).replay).toMatchObject({ total: 5, waiting: 5, delivered: 0 });
    await deliver();
    expect((await endpoints().get(agency.ctx, id)).replay).toMatchObject({ total: 5, waiting: 0, delivered: 5 });
    expect(system.heard.map((call) => call.id).sort()).toEqual(before.sort());
    const one = parseWireId('event', before[0] ?? '') ?? '';
    expect(await replays.start(agency.ctx, id, { eventIds: [one] })).toMatchObject({ count: 1 });
    await deliver();
    expect(system.heard).toHaveLength(6);
  });

  it('sends a test that shows in the list of attempts, with what was answered', async () => {
    const agency = await given.agency();
    const system = await receiver(() => 418);
    const { id } = await endpoint(agency, system.url);
    const eventId = await given.get(CallbackReplaysService).test(agency.ctx, id);
    await deliver();
    expect(system.types()).toEqual(['callback.test']);
    const attempts = given.get(CallbackAttemptsService);
    const { data } = await attempts.list(agency.ctx, id, { limit: 10, eventId });
    expect(data).toMatchObject([{ httpStatus: 418, isSuccess: false, nextAt: null }]);
    const details = await attempts.get(agency.ctx, id, data[0]?.id ?? '');
    expect(details).toMatchObject({ answer: 'said 418', answerType: 'text/plain', body: system.heard[0]?.body });
    expect(details.signature).toBe(system.heard[0]?.headers['webhook-signature']);
    expect((await endpoints().get(agency.ctx, id)).state).toBe('active');
  });
});

describe(CallbackRetention, () => {
  it('removes events with deliveries and attempts once they are older than they are kept', async () => {
    const agency = await given.agency();
    const { id } = await endpoint(agency, (await receiver()).url);
    await accept(agency, 4);
    await deliver();
    const left = () =>
      given.rows('SELECT (SELECT count(*)::int FROM callback_deliveries WHERE endpoint_id = $1) AS deliveries', [id]);
    const sweep = () => given.get(CallbackRetention).sweep(agency.ctx.agencyId);
    expect(await sweep()).toBe(0);
    given.advance(31 * 24 * HOUR);
    expect(await sweep()).toBe(4);
    expect(await left()).toEqual([{ deliveries: 0 }]);
  });
});

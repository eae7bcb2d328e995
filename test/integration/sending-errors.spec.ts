import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Uuid } from '#libs/kernel';
import { NumberTrouble, PhoneNumbersService } from '#libs/phone-numbers';
import { buildTimeline, describeFailure, MessagesService, NumberPump, type SendRequest } from '#libs/sending';
import { eventually } from '../support/eventually.js';
import { type Citizen, type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let given: SendingFixture;
let agency: GivenAgency;
let citizen: Citizen;
let neighbour: Citizen;

beforeAll(async () => {
  given = await SendingFixture.open();
});

beforeEach(async () => {
  await given.sim('DELETE', 'faults');
  agency = await given.agency();
  [citizen, neighbour] = [await given.citizen(agency), await given.citizen(agency)];
});

afterAll(() => given?.close());

/** WhatsApp refuses the citizen's next messages with this code. */
async function refuse(code: number, { times = 1, httpStatus = 400 } = {}): Promise<void> {
  const match = { to: citizen.phone, phoneNumberId: agency.number.phoneNumberId };
  await given.sim('POST', 'faults', { kind: 'status', code, httpStatus, match, count: times });
}

async function send(to: Citizen, what: string | Partial<SendRequest> = {}): Promise<Uuid> {
  const parts = typeof what === 'string' ? { template: { name: what, variables: {} } } : what;
  const [id = ''] = await given.accept(agency, [reminderTo(to, parts)]);
  return id;
}

/** The citizen's message goes first and is refused; only then comes whatever else there is. */
async function sendAndPump(...more: (() => Promise<Uuid>)[]): Promise<Uuid[]> {
  const ids = [await send(citizen)];
  await given.pump(agency);
  for (const one of more) ids.push(await one());
  await given.pump(agency);
  return ids;
}

const stateOf = async (id: Uuid | undefined) => (await given.message(id ?? '')).state;
const takeTurn = () => given.get(NumberPump).takeTurn(agency.ctx.agencyId, agency.number.id);

async function pauseOf(id: Uuid | undefined): Promise<number> {
  const row = (await given.outbox(agency)).find(({ message_id }) => message_id === id);
  return Math.round(((row?.run_at.getTime() ?? 0) - given.clock.now().getTime()) / SECOND);
}

async function hold(): Promise<{ heldReason: string | null; seconds: number }> {
  const [number] = await given.get(PhoneNumbersService).list(agency.ctx);
  const until = number?.heldUntil?.getTime() ?? given.clock.now().getTime();
  return {
    heldReason: number?.heldReason ?? null,
    seconds: Math.round((until - given.clock.now().getTime()) / SECOND),
  };
}

async function readFailure(id: Uuid): Promise<{ code: string; reason: string; timeline: (string | undefined)[] }> {
  const view = await given.get(MessagesService).get(agency.ctx, id);
  const { code, reason } = describeFailure(view.message.failureCode ?? '');
  return { code, reason, timeline: buildTimeline(view).map(({ detail }) => detail) };
}

describe('a refusal by WhatsApp', () => {
  it('for the pace towards one citizen makes that message wait, and no other (131056)', async () => {
    await refuse(131056);
    const [id, other] = await sendAndPump(() => send(neighbour));
    expect([await stateOf(id), await stateOf(other)]).toEqual(['queued', 'sent']);
    expect(await pauseOf(id)).toBe(6);
    expect(await hold()).toMatchObject({ heldReason: null });
    given.advance(6 * SECOND);
    await given.pump(agency);
    expect(await given.message(id ?? '')).toMatchObject({ state: 'sent', attempt_no: 2 });
  });

  it('for that pace again makes it wait longer, and never fails it', async () => {
    await refuse(131056, { times: 4 });
    const [id] = await sendAndPump();
    const pauses: number[] = [];
    for (let waits = 0; waits < 3; waits++) {
      pauses.push(await pauseOf(id));
      given.advance((pauses.at(-1) ?? 0) * SECOND + SECOND);
      await given.pump(agency);
    }
    expect(pauses).toEqual([6, 60, 600]);
    expect((await given.outbox(agency))[0]).toMatchObject({ waits: 4, attempts: 0 });
  });

  it('for a paused template holds that template, and only it (132015)', async () => {
    await refuse(132015);
    const [id, same, another] = await sendAndPump(
      () => send(neighbour),
      () => send(neighbour, 'notice'),
    );
    expect([await stateOf(id), await stateOf(another)]).toEqual(['queued', 'sent']);
    expect(['accepted', 'queued']).toContain(await stateOf(same));
    expect(await given.accepts(agency, neighbour)).toHaveLength(1);
    expect(await hold()).toMatchObject({ heldReason: null });
    given.advance(10 * MINUTE + SECOND);
    await given.pump(agency);
    expect([await stateOf(id), await stateOf(same)]).toEqual(['sent', 'sent']);
  });

  it('for the access token holds the number and fails no message (190)', async () => {
    await refuse(190, { httpStatus: 401 });
    const [id, other] = await sendAndPump(() => send(neighbour));
    expect([await stateOf(id), await stateOf(other)]).toEqual(['queued', 'accepted']);
    expect(await hold()).toEqual({ heldReason: 'account', seconds: 60 });
    expect(await takeTurn()).toBe('held');
    expect(await given.accepts(agency)).toEqual([]);
    expect(await given.entries(agency, agency.number.id)).toContain('agency.number.held');
    given.advance(MINUTE + SECOND);
    await given.pump(agency);
    expect([await stateOf(id), await stateOf(other)]).toEqual(['sent', 'sent']);
  });

  it('for a token that was really taken back recovers with a new one', async () => {
    await given.get(PhoneNumbersService).replaceToken(agency.ctx, agency.number.id, 'expired-token');
    const id = await send(citizen);
    await given.pump(agency);
    expect(await stateOf(id)).toBe('queued');
    await given.get(PhoneNumbersService).replaceToken(agency.ctx, agency.number.id, agency.number.accessToken);
    given.advance(MINUTE + SECOND);
    await given.pump(agency);
    expect(await stateOf(id)).toBe('sent');
  });

  it('for a citizen who is not there fails with plain words (131026)', async () => {
    await refuse(131026);
    const [id = '', other] = await sendAndPump(() => send(neighbour));
    expect([await stateOf(id), await stateOf(other)]).toEqual(['failed', 'sent']);
    const { code, reason, timeline } = await readFailure(id);
    expect(code).toBe('131026');
    expect(reason).toBe('The number is not on WhatsApp or cannot receive messages.');
    expect(timeline.at(-1)).toBe(`131026: ${reason}`);
    expect(await given.entries(agency, id)).toContain('message.failed');
    given.advance(60 * MINUTE);
    await given.pump(agency);
    expect(await given.accepts(agency, citizen)).toEqual([]);
  });

  it('for the throughput halves its rate, and stops and records nothing (130429)', async () => {
    await refuse(130429);
    const [id = '', other] = await sendAndPump(() => send(neighbour));
    expect(await given.message(id)).toMatchObject({ state: 'sent', attempt_no: 2 });
    expect(await stateOf(other)).toBe('sent');
    expect(await hold()).toEqual({ heldReason: null, seconds: 0 });
    expect(await given.entries(agency, agency.number.id)).toEqual(['agency.number.added']);
    const [accepted, ...dispatched] = await given.entries(agency, id);
    // Alone or together with the other one: an entry for each attempt.
    expect([accepted, dispatched.length]).toEqual(['message.accepted', 2]);
    const [turn] = await given.rows<{ rate: number }>('SELECT rate FROM number_turns WHERE phone_number_id = $1', [
      agency.number.id,
    ]);
    expect(turn?.rate).toBeLessThan(agency.number.messagesPerSecond);
    expect(await given.within(agency.ctx, (tx) => given.get(NumberTrouble).count(tx))).toBe(0);
  });

  it('for the throughput makes a message wait that the slower rate did not help, and uses up no try', async () => {
    await refuse(130429, { times: 3 });
    const [id = ''] = await sendAndPump();
    expect([await stateOf(id), await pauseOf(id)]).toEqual(['queued', 1]);
    given.advance(2 * SECOND);
    await given.pump(agency);
    expect([await stateOf(id), await pauseOf(id)]).toEqual(['queued', 2]);
    expect((await given.outbox(agency))[0]).toMatchObject({ attempts: 0, waits: 3 });
    given.advance(3 * SECOND);
    await given.pump(agency);
    expect(await given.message(id)).toMatchObject({ state: 'sent', attempt_no: 4 });
  });

  it('for spam stops the bulk of the number for a quarter of an hour, and no reply (131048)', async () => {
    await refuse(131048);
    const id = await send(citizen);
    await given.pump(agency);
    const bulk = await send(neighbour, { lane: 'bulk' });
    const reply = await send(neighbour, { lane: 'reply' });
    await given.pump(agency);
    expect([await stateOf(id), await stateOf(bulk), await stateOf(reply)]).toEqual(['queued', 'accepted', 'sent']);
    expect(await hold()).toMatchObject({ heldReason: null });
    const [number] = await given.get(PhoneNumbersService).list(agency.ctx);
    expect(number?.bulkHeldReason).toBe('spam-limit');
    expect(await given.within(agency.ctx, (tx) => given.get(NumberTrouble).count(tx))).toBe(1);
    expect(await given.entries(agency, agency.number.id)).toContain('agency.number.held');
    given.advance(15 * MINUTE + SECOND);
    await given.pump(agency);
    expect([await stateOf(id), await stateOf(bulk)]).toEqual(['sent', 'sent']);
  });

  it('that holds the number for long is not ended by one that holds it for a moment', async () => {
    await refuse(190, { httpStatus: 401 });
    await sendAndPump();
    await given.within(agency.ctx, (tx) =>
      given.get(PhoneNumbersService).hold(tx, agency.number.id, {
        reason: 'configuration',
        until: new Date(given.clock.now().getTime() + SECOND),
      }),
    );
    expect(await hold()).toEqual({ heldReason: 'account', seconds: 60 });
  });

  it('for a number that is not registered holds the number and not the template (133010)', async () => {
    await refuse(133010);
    const [id] = await sendAndPump();
    expect(await stateOf(id)).toBe('queued');
    expect(await hold()).toMatchObject({ heldReason: 'configuration' });
    const templates = await given.rows('SELECT 1 FROM templates WHERE agency_id = $1 AND held_until IS NOT NULL', [
      agency.ctx.agencyId,
    ]);
    expect(templates).toEqual([]);
  });

  it('for a fault of its own is tried again, five times and no more (131000)', async () => {
    await refuse(131000, { times: 6, httpStatus: 500 });
    const [id = ''] = await sendAndPump();
    const pauses: number[] = [];
    while ((await stateOf(id)) === 'queued') {
      pauses.push(await pauseOf(id));
      given.advance((pauses.at(-1) ?? 0) * SECOND + SECOND);
      await given.pump(agency);
    }
    expect(pauses).toEqual([5, 30, 120, 600, 3_600]);
    expect(await given.message(id)).toMatchObject({ state: 'failed', failure_code: '131000', attempt_no: 6 });
    expect(await given.accepts(agency, citizen)).toEqual([]);
  });

  it('because the citizen stopped marketing there counts as withdrawn here (131050)', async () => {
    await refuse(131050);
    const [id = ''] = await sendAndPump();
    expect(await given.message(id)).toMatchObject({ state: 'failed', failure_code: '131050' });
    const suppressed = await given.rows('SELECT scope, category, reason FROM suppressions WHERE agency_id = $1', [
      agency.ctx.agencyId,
    ]);
    expect(suppressed).toEqual([{ scope: 'category', category: 'marketing', reason: 'provider_optout' }]);
  });

  it('with a code that nobody knows yet fails the message and says the code', async () => {
    await refuse(139_999);
    const [id = ''] = await sendAndPump();
    const { code, reason } = await readFailure(id);
    expect([code, reason.length > 0]).toEqual(['139999', true]);
  });
});

describe('a failure that WhatsApp tells later', () => {
  it('fails the message with plain words, after it was sent', async () => {
    await given.sim('POST', 'faults', { kind: 'webhook-fail', code: 131026, match: { to: citizen.phone }, count: 1 });
    const id = await send(citizen);
    await given.pump(agency);
    await eventually(async () => {
      await given.readWebhooks();
      expect(await stateOf(id)).toBe('failed');
    });
    const { timeline } = await readFailure(id);
    expect(timeline.at(-1)).toBe('131026: The number is not on WhatsApp or cannot receive messages.');
    expect(await given.entries(agency, id)).toContain('message.failed');
  });
});

describe('a provider that cannot be reached', () => {
  it('loses no message and doubles none: what was never written is tried again', async () => {
    const id = await send(citizen);
    const unreachable = await given.otherPump({ GRAPH_BASE_URL: 'http://127.0.0.1:9' });
    await given.pump(agency, unreachable);
    expect(await given.message(id)).toMatchObject({ state: 'queued', attempt_no: 1 });
    expect((await given.outbox(agency))[0]).toMatchObject({ attempts: 1, waits: 0 });
    given.advance(2 * SECOND);
    await given.pump(agency);
    expect(await stateOf(id)).toBe('sent');
    expect(await given.accepts(agency, citizen)).toHaveLength(1);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Env } from '#libs/config';
import type { Uuid } from '#libs/kernel';
import { buildTimeline, InDoubtService, MessageStatusService, MessagesService, type SendRequest } from '#libs/sending';
import { formatCallbackData, type SendOutcome } from '#libs/whatsapp';
import type { Attempt } from '../../libs/sending/src/attempt.js';
import { SettleService } from '../../libs/sending/src/settle.service.js';
import { eventually } from '../support/eventually.js';
import { ACCESS_TOKEN, type Citizen, type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

let given: SendingFixture;
let agency: GivenAgency;
let citizen: Citizen;
let env: Env;

beforeAll(async () => {
  given = await SendingFixture.open();
  env = given.get(Env);
});

beforeEach(async () => {
  await given.sim('DELETE', 'faults');
  agency = await given.agency();
  citizen = await given.citizen(agency);
});

afterAll(() => given?.close());

const doubts = () => given.get(InDoubtService);

/** A worker claims the message and dies before anybody learns what it did. */
async function leaveBehind(parts: Partial<SendRequest> = {}): Promise<Attempt> {
  await given.accept(agency, [reminderTo(citizen, parts)]);
  const attempts = await given.claim(agency, 10);
  const [attempt] = attempts;
  if (!attempt) throw new Error('nothing was claimed');
  return attempt;
}

/** What the worker that died may have done as its last deed. */
async function post({ body }: Attempt): Promise<void> {
  const answer = await fetch(`${given.simulator.url}/v25.0/${agency.number.phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ACCESS_TOKEN}` },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

async function leaseRunsOut(): Promise<void> {
  given.advance(env.SENDING_LEASE_MS + 1);
  expect(await whatIsLeft()).toEqual(['lease']);
  expect(await doubts().recoverExpired(agency.ctx, agency.number.id)).toBe(1);
}

async function whatIsLeft(): Promise<string[]> {
  const all = await given.agencyDatabase.acrossAgencies<{ agency_id: Uuid; what: string }>('expired_leases', [
    given.clock.now(),
  ]);
  return all.filter(({ agency_id }) => agency_id === agency.ctx.agencyId).map(({ what }) => what);
}

/** Another citizen's message goes its whole way, which proves that webhooks of the number come in. */
async function proveWebhooksLive(): Promise<void> {
  const [id = ''] = await given.accept(agency, [reminderTo(await given.citizen(agency))]);
  await given.pump(agency);
  await becomes(id, 'read');
}

/** The window is over, and webhooks that came in after it show that the echo would have come in too. */
async function windowEndsOnLiveNumber(): Promise<void> {
  given.advance(env.IN_DOUBT_WINDOW_MS + 2_000);
  await proveWebhooksLive();
}

async function becomes(id: Uuid, state: string): Promise<void> {
  await eventually(async () => {
    await given.readWebhooks();
    expect((await given.message(id)).state).toBe(state);
  });
}

const decide = () => doubts().decideDue(agency.ctx, agency.number.id);
const stateOf = async (id: Uuid) => (await given.message(id)).state;
const settle = (attempt: Attempt, outcome: SendOutcome) =>
  given.get(SettleService).settle(agency.ctx, agency.number, [{ attempt, outcome }]);

describe('a message whose worker died', () => {
  it('is in doubt when its lease has run out, and is not sent again', async () => {
    const { messageId } = await leaveBehind();
    await leaseRunsOut();
    expect(await stateOf(messageId)).toBe('in_doubt');
    await given.pump(agency);
    expect(await given.accepts(agency)).toEqual([]);
    expect(await given.entries(agency, messageId)).toContain('message.in_doubt');
  });

  it('is settled by the echo at once', async () => {
    const attempt = await leaveBehind();
    await leaseRunsOut();
    await post(attempt);
    await becomes(attempt.messageId, 'read');
    expect(await given.outbox(agency)).toEqual([]);
    expect(await given.entries(agency, attempt.messageId)).toContain('message.in_doubt_resolved');
    expect(await given.accepts(agency)).toHaveLength(1);
  });

  it('is settled by an echo that comes before anybody looked at the lease', async () => {
    const attempt = await leaveBehind();
    await post(attempt);
    await becomes(attempt.messageId, 'read');
    given.advance(env.SENDING_LEASE_MS + 1);
    expect(await whatIsLeft()).toEqual([]);
  });

  it('is sent again once when its window is over and other webhooks came', async () => {
    const { messageId } = await leaveBehind();
    await leaseRunsOut();
    expect(await decide()).toBe(0);
    await windowEndsOnLiveNumber();
    expect(await whatIsLeft()).toEqual(['in_doubt']);
    expect(await decide()).toBe(1);
    expect(await stateOf(messageId)).toBe('queued');
    expect(await decide()).toBe(0);
    await given.pump(agency);
    await becomes(messageId, 'read');
    const accepts = await given.accepts(agency, citizen);
    expect(accepts.map(({ callbackData }) => callbackData)).toEqual([formatCallbackData(messageId, 2)]);
    const entries = await given.entries(agency, messageId);
    expect(entries.filter((type) => type === 'message.resent_by_policy')).toHaveLength(1);
    expect(await given.message(messageId)).toMatchObject({ attempt_no: 2 });
  });

  it('shows the doubt and the second attempt in its timeline', async () => {
    const { messageId } = await leaveBehind();
    await leaseRunsOut();
    await windowEndsOnLiveNumber();
    await decide();
    await given.pump(agency);
    await becomes(messageId, 'read');
    const timeline = buildTimeline(await given.get(MessagesService).get(agency.ctx, messageId));
    expect(timeline.map(({ state }) => state)).toEqual([
      'accepted',
      'sending',
      'in_doubt',
      'queued',
      'sending',
      'sent',
      'delivered',
      'read',
    ]);
  });

  it('waits while webhooks that may hold its echo are not read yet', async () => {
    const attempt = await leaveBehind();
    await leaseRunsOut();
    await windowEndsOnLiveNumber();
    await post(attempt);
    await eventually(async () => expect(await waitingWebhooks()).toBeGreaterThan(0));
    given.advance(10_000);
    expect(await decide()).toBe(0);
    expect(await stateOf(attempt.messageId)).toBe('in_doubt');
    await becomes(attempt.messageId, 'read');
    expect(await given.accepts(agency, citizen)).toHaveLength(1);
  });

  it('takes no webhook from before the end of the window as proof', async () => {
    await proveWebhooksLive();
    const { messageId } = await leaveBehind();
    await leaseRunsOut();
    await proveWebhooksLive();
    given.advance(env.IN_DOUBT_WINDOW_MS + 2_000);
    expect(await decide()).toBe(1);
    expect(await stateOf(messageId)).toBe('in_doubt');
  });

  it('counts a webhook by when it came in, not by when it was read', async () => {
    const { messageId } = await leaveBehind();
    await leaseRunsOut();
    const [other = ''] = await given.accept(agency, [reminderTo(await given.citizen(agency))]);
    await given.pump(agency);
    await eventually(async () => expect(await waitingWebhooks()).toBeGreaterThan(0));
    given.advance(env.IN_DOUBT_WINDOW_MS + 2_000);
    await given.readWebhooks();
    expect(await decide()).toBe(1);
    expect(await stateOf(messageId)).toBe('in_doubt');
    await becomes(other, 'read');
  });

  it('becomes unconfirmed after three windows on a quiet number', async () => {
    const { messageId } = await leaveBehind();
    await leaseRunsOut();
    for (const _window of [1, 2]) {
      given.advance(env.IN_DOUBT_WINDOW_MS);
      expect(await decide()).toBe(1);
      expect(await stateOf(messageId)).toBe('in_doubt');
    }
    given.advance(env.IN_DOUBT_WINDOW_MS);
    await decide();
    expect(await stateOf(messageId)).toBe('unconfirmed');
    expect(await given.outbox(agency)).toEqual([]);
    expect(await given.entries(agency, messageId)).toContain('message.in_doubt_resolved');
    expect(await given.accepts(agency)).toEqual([]);
  });

  it('is looked at again only after a while on a quiet number', async () => {
    await leaveBehind();
    await leaseRunsOut();
    given.advance(env.IN_DOUBT_WINDOW_MS);
    expect(await decide()).toBe(1);
    expect(await whatIsLeft()).toEqual([]);
    expect(await decide()).toBe(0);
  });

  it('becomes unconfirmed when its purpose says to hold, though webhooks come in', async () => {
    const { messageId } = await leaveBehind({ purpose: 'surveys' });
    await leaseRunsOut();
    await windowEndsOnLiveNumber();
    await decide();
    expect(await stateOf(messageId)).toBe('unconfirmed');
    expect(await given.accepts(agency, citizen)).toEqual([]);
  });

  it('becomes unconfirmed when it would come too late', async () => {
    const expiresAt = new Date(given.clock.now().getTime() + 60_000);
    const { messageId } = await leaveBehind({ expiresAt });
    await leaseRunsOut();
    await windowEndsOnLiveNumber();
    await decide();
    expect(await stateOf(messageId)).toBe('unconfirmed');
    expect(await given.accepts(agency, citizen)).toEqual([]);
  });

  it('is not sent a third time by itself', async () => {
    const { messageId } = await leaveBehind();
    for (const _attempt of [1, 2]) {
      await leaseRunsOut();
      await windowEndsOnLiveNumber();
      await decide();
      expect(await stateOf(messageId)).toBe('queued');
      await given.claim(agency, 10);
    }
    await leaseRunsOut();
    await windowEndsOnLiveNumber();
    await decide();
    expect(await stateOf(messageId)).toBe('unconfirmed');
  });

  it('is raised by late evidence after it was given up as unconfirmed', async () => {
    const attempt = await leaveBehind({ purpose: 'surveys' });
    await leaseRunsOut();
    given.advance(env.IN_DOUBT_WINDOW_MS);
    await decide();
    await post(attempt);
    await becomes(attempt.messageId, 'read');
    expect((await given.message(attempt.messageId)).anomaly).toBe(false);
  });
});

describe('an answer that never comes', () => {
  it('puts the message into doubt, and the echo settles it', async () => {
    await given.sim('POST', 'faults', { kind: 'reset', match: { to: citizen.phone }, count: 1 });
    const [id = ''] = await given.accept(agency, [reminderTo(citizen)]);
    await given.pump(agency);
    await becomes(id, 'read');
    const entries = await given.entries(agency, id);
    expect(entries).toEqual(expect.arrayContaining(['message.in_doubt', 'message.in_doubt_resolved']));
    expect(await given.accepts(agency, citizen)).toHaveLength(1);
  });

  it('is no refusal when a proxy answers in the place of WhatsApp', async () => {
    await given.sim('POST', 'faults', { kind: 'status', httpStatus: 502, graphBody: false, count: 1 });
    const [id = ''] = await given.accept(agency, [reminderTo(citizen)]);
    await given.pump(agency);
    expect(await stateOf(id)).toBe('in_doubt');
  });
});

describe('a worker that comes back after its lease was given away', () => {
  /** The first attempt is in doubt and resent; a second one is under way under a new lease. */
  async function overtaken(): Promise<{ stale: Attempt; current: Attempt }> {
    const stale = await leaveBehind();
    await leaseRunsOut();
    await windowEndsOnLiveNumber();
    await decide();
    const attempts = await given.claim(agency, 10);
    const [current] = attempts;
    if (!current) throw new Error('nothing was claimed');
    return { stale, current };
  }

  async function snapshot(id: Uuid) {
    const [outbox] = await given.rows('SELECT * FROM outbox_messages WHERE message_id = $1', [id]);
    return { outbox, message: await given.message(id), entries: await given.entries(agency, id) };
  }

  async function outcomes(id: Uuid): Promise<{ attempt: number; status: string }[]> {
    return given.rows(
      `SELECT attempt, status FROM message_events WHERE message_id = $1 AND kind = 'outcome' ORDER BY attempt`,
      [id],
    );
  }

  const STALE_OUTCOMES: readonly SendOutcome[] = [
    { kind: 'refused', httpStatus: 400, errorClass: 'M', error: { code: 131026, message: '' } },
    { kind: 'refused', httpStatus: 401, errorClass: 'A', error: { code: 190, message: '' } },
    { kind: 'unknown', reason: 'timeout' },
    { kind: 'not_written', cause: 'withdrawn', reason: '' },
  ];

  it.each(STALE_OUTCOMES)(
    'changes nothing with $kind $errorClass, and its answer is kept as evidence',
    async (outcome) => {
      const { stale, current } = await overtaken();
      const before = await snapshot(stale.messageId);
      await settle(stale, outcome);
      expect(await snapshot(stale.messageId)).toEqual(before);
      expect(await outcomes(stale.messageId)).toEqual([{ attempt: 1, status: outcome.kind }]);
      const [held] = await given.rows('SELECT held_until FROM phone_numbers WHERE id = $1', [agency.number.id]);
      expect(held).toEqual({ held_until: null });
      await settle(current, { kind: 'accepted', wamid: 'wamid.current', httpStatus: 200 });
      expect(await given.message(stale.messageId)).toMatchObject({ state: 'sent', attempt_no: 2 });
    },
  );

  it('proves with an acceptance that the provider has the message', async () => {
    const { stale, current } = await overtaken();
    await settle(stale, { kind: 'accepted', wamid: 'wamid.stale', httpStatus: 200 });
    expect(await given.message(stale.messageId)).toMatchObject({ state: 'sent', attempt_no: 2 });
    await settle(current, { kind: 'accepted', wamid: 'wamid.current-too', httpStatus: 200 });
    const known = await given.rows('SELECT attempt FROM provider_ids WHERE message_id = $1 ORDER BY attempt', [
      stale.messageId,
    ]);
    expect(known).toEqual([{ attempt: 1 }, { attempt: 2 }]);
  });

  it('lets a failure of the older attempt count for nothing', async () => {
    const { stale } = await overtaken();
    await given
      .get(MessageStatusService)
      .apply(agency.ctx, { numberId: agency.number.id, receivedAt: given.clock.now() }, [
        {
          id: 'wamid.older',
          status: 'failed',
          timestamp: '1795341612',
          errors: [{ code: 131026 }],
          biz_opaque_callback_data: formatCallbackData(stale.messageId, 1),
        },
      ]);
    expect(await stateOf(stale.messageId)).toBe('sending');
  });
});

async function waitingWebhooks(): Promise<number> {
  const [row] = await given.rows<{ n: number }>(`SELECT count(*)::int AS n FROM webhook_inbox WHERE state = 'new'`);
  return row?.n ?? 0;
}

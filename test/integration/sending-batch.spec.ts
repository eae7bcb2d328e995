import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgencyStatusService } from '#libs/agencies';
import { DomainError, invalidRequest, newId, platformContext, type Uuid } from '#libs/kernel';
import { type BatchResult, MessageBatches, MessageCancellations, type SendRequest } from '#libs/sending';
import { aPhone, type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

let given: SendingFixture;
let agency: GivenAgency;

beforeAll(async () => {
  given = await SendingFixture.open();
  agency = await given.agency();
});

afterAll(() => given?.close());

type Item = SendRequest | DomainError;
interface Told {
  readonly state?: string;
  readonly code?: string;
  readonly repeats?: number;
}

const told = (results: readonly BatchResult[]): Told[] =>
  results.map((one) =>
    'refusal' in one ? { code: one.refusal.code } : { state: one.message.state, ...(one.repeats !== undefined && one) },
  );

async function send(items: readonly Item[], { key = newId(), of = agency }: { key?: string; of?: GivenAgency } = {}) {
  const once = { key, route: 'POST /v1/messages/batch', body: JSON.parse(JSON.stringify(items)) };
  return given.get(MessageBatches).send(of.ctx, items, once, told);
}

const stored = async () => {
  const [row] = await given.rows<{ n: number }>('SELECT count(*)::int AS n FROM messages WHERE agency_id = $1', [
    agency.ctx.agencyId,
  ]);
  return row?.n;
};

async function entries(type: string): Promise<Record<string, unknown>[]> {
  return given.rows(
    `SELECT convert_from(entry, 'UTF8')::jsonb AS entry FROM audit.staging
     WHERE agency_id = $1 AND convert_from(entry, 'UTF8')::jsonb ->> 'type' = $2 ORDER BY id`,
    [agency.ctx.agencyId, type],
  );
}

describe(MessageBatches, () => {
  it('accepts what it may and says of the rest why, at its place', async () => {
    const [ann, ben] = await given.citizens(agency, 2);
    const wrong = invalidRequest([{ field: 'to', code: 'required', message: 'to is required' }]);
    if (!ann || !ben) throw new Error('two citizens were made');
    const before = (await stored()) ?? 0;
    const { status, body } = await send([
      reminderTo(ann),
      wrong,
      reminderTo(ben, { purpose: 'no-such-purpose' }),
      reminderTo(ben),
      { ...reminderTo(ben), recipient: { phone: aPhone() } },
      reminderTo(ben, { template: { name: 'reminder', variables: { name: 'Fatima' } } }),
      reminderTo(ben, { template: { name: 'unknown', variables: {} } }),
      reminderTo(ben, { numberId: newId() }),
      reminderTo(ben, { recipient: { contactId: newId() } }),
      reminderTo(ben, { lane: 'alert' }),
      reminderTo(ben, { expiresAt: new Date(0) }),
    ]);
    expect(status).toBe(202);
    expect(body).toEqual([
      { state: 'accepted' },
      { code: 'invalid-request' },
      { code: 'purpose-unknown' },
      { state: 'accepted' },
      { code: 'opt-in-missing' },
      { code: 'template-parameters' },
      { code: 'template-not-approved' },
      { code: 'not-found' },
      { code: 'not-found' },
      { code: 'lane-reserved' },
      { code: 'invalid-request' },
    ]);
    expect(await stored()).toBe(before + 2);
  });

  it('sends what says the same twice, and tells which', async () => {
    const citizen = await given.citizen(agency);
    const other = { ...reminderTo(citizen), reference: 'another name', metadata: { note: 'x' } };
    const text = reminderTo(citizen, { template: { name: 'notice', variables: {} } });
    const { body } = await send([reminderTo(citizen), text, other]);
    expect(body).toEqual([{ state: 'accepted' }, { state: 'accepted' }, expect.objectContaining({ repeats: 0 })]);
  });

  it('takes a thousand messages, on record in a few entries', async () => {
    const citizen = await given.citizen(agency);
    const before = await entries('message.batch_accepted');
    const { body } = await send(Array.from({ length: 1_000 }, () => reminderTo(citizen)));
    expect(body.filter(({ state }) => state === 'accepted')).toHaveLength(1_000);
    expect((await entries('message.batch_accepted')).length - before.length).toBe(4);
  });

  it('is one entry, which commits to every message', async () => {
    const [before, singly] = [await entries('message.batch_accepted'), await entries('message.accepted')];
    const citizen = await given.citizen(agency);
    await send([reminderTo(citizen), reminderTo(citizen, { purpose: 'no-such-purpose' })]);
    const after = await entries('message.batch_accepted');
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toMatchObject({ entry: { outcome: 'success', commit: expect.any(String) } });
    expect(await entries('message.accepted')).toHaveLength(singly.length);
  });

  it('costs the same statements for two messages and for three hundred', async () => {
    const citizens = await given.citizens(agency, 20);
    const of = (count: number) =>
      Array.from({ length: count }, (_, place): Item => {
        const citizen = citizens[place % citizens.length];
        if (!citizen) throw new Error('twenty citizens were made');
        if (place % 2 === 1) return { ...reminderTo(citizen), recipient: { phone: aPhone() } };
        const template =
          place % 3 === 0 ? { name: 'notice', variables: {} } : { name: `unknown_${place}`, variables: {} };
        return reminderTo(citizen, { template, numberId: place % 5 === 0 ? newId() : undefined });
      });
    const few = await given.fewestStatements(() => send(of(12)));
    expect(await given.fewestStatements(() => send(of(300)))).toBe(few);
  });

  it('answers the same again for the same key, and stores nothing more', async () => {
    const citizen = await given.citizen(agency);
    const items = [reminderTo(citizen), reminderTo(citizen, { purpose: 'no-such-purpose' })];
    const key = newId();
    const first = await send(items, { key });
    const count = await stored();
    const again = await send(items, { key });
    expect(again).toEqual({ ...first, replayed: true });
    expect(await stored()).toBe(count);
    await expect(send([reminderTo(citizen)], { key })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('is refused as a whole when the agency may not send, and the key works afterwards', async () => {
    const suspended = await given.agency();
    const items = [reminderTo(await given.citizen(suspended))];
    const statuses = given.get(AgencyStatusService);
    const key = newId();
    await statuses.suspend(platformContext(), suspended.ctx.agencyId, 'review');
    await expect(send(items, { key, of: suspended })).rejects.toMatchObject({ code: 'agency-suspended' });
    await statuses.reactivate(platformContext(), suspended.ctx.agencyId);
    expect(await send(items, { key, of: suspended })).toMatchObject({ replayed: false, body: [{ state: 'accepted' }] });
  });
});

describe(MessageCancellations, () => {
  async function cancel(ids: readonly Uuid[], { key = newId(), of = agency }: { key?: string; of?: GivenAgency } = {}) {
    const once = { key, route: 'POST /v1/messages/cancel', body: { ids } };
    return given
      .get(MessageCancellations)
      .cancelAll(of.ctx, ids, once, (results) => results.map(({ id, refusal }) => [id, refusal?.code ?? 'cancelled']));
  }

  async function planned(count: number, of = agency): Promise<Uuid[]> {
    const citizen = await given.citizen(of);
    const sendAt = new Date(given.clock.now().getTime() + 3_600_000);
    return given.accept(
      of,
      Array.from({ length: count }, () => reminderTo(citizen, { sendAt })),
    );
  }

  it('cancels what was not sent yet and says of the rest why, at its place', async () => {
    const [first = '', second = ''] = await planned(2);
    const [sent = ''] = await given.accept(agency, [reminderTo(await given.citizen(agency))]);
    await given.pump(agency);
    const nobodys = newId();
    const { status, body } = await cancel([first, sent, nobodys, second, first]);
    expect(status).toBe(200);
    expect(body).toEqual([
      [first, 'cancelled'],
      [sent, 'not-cancellable'],
      [nobodys, 'not-found'],
      [second, 'cancelled'],
      [first, 'cancelled'],
    ]);
    expect((await given.outbox(agency)).filter(({ message_id }) => [first, second].includes(message_id))).toEqual([]);
    for (const id of [first, second]) {
      expect(await given.message(id)).toMatchObject({ state: 'cancelled', attempt_no: 0 });
      expect(await given.entries(agency, id)).toEqual(['message.accepted', 'message.cancelled']);
    }
    // Nothing leaves any more when its time has come.
    given.advance(2 * 3_600_000);
    await given.pump(agency);
    expect((await given.message(first)).state).toBe('cancelled');
    // What is cancelled already stays so, and goes on record no second time.
    expect((await cancel([first])).body).toEqual([[first, 'cancelled']]);
    expect(await given.entries(agency, first)).toEqual(['message.accepted', 'message.cancelled']);
  });

  it('takes a thousand at once, with an entry for each', async () => {
    const before = (await entries('message.cancelled')).length;
    const ids = await planned(1_000);
    const { body } = await cancel(ids);
    expect(body.every(([, outcome]) => outcome === 'cancelled')).toBe(true);
    expect((await entries('message.cancelled')).length - before).toBe(1_000);
  });

  it('knows nothing of messages of another agency, and nothing of live ones for a test key', async () => {
    const other = await given.agency();
    const [theirs = ''] = await planned(1, other);
    const [mine = ''] = await planned(1);
    expect((await cancel([theirs, mine])).body).toEqual([
      [theirs, 'not-found'],
      [mine, 'cancelled'],
    ]);
    expect((await given.message(theirs)).state).toBe('accepted');
    const test = { ...other, ctx: { ...other.ctx, mode: 'sandbox' as const } };
    expect((await cancel([theirs], { of: test })).body).toEqual([[theirs, 'not-found']]);
    expect((await given.message(theirs)).state).toBe('accepted');
  });

  it('answers the same again for the same key, and refuses the key for another list', async () => {
    const [first = '', second = ''] = await planned(2);
    const key = newId();
    const answer = await cancel([first], { key });
    expect(await cancel([first], { key })).toEqual({ ...answer, replayed: true });
    await expect(cancel([second], { key })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect((await given.message(second)).state).toBe('accepted');
  });
});

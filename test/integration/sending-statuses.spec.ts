import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeyRing } from '#libs/crypto';
import type { Uuid } from '#libs/kernel';
import { MessageStatusService } from '#libs/sending';
import { formatCallbackData, type MessageStatus } from '#libs/whatsapp';
import type { Attempt } from '../../libs/sending/src/attempt.js';
import { SettleService } from '../../libs/sending/src/settle.service.js';
import { type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

const DAY_MS = 86_400_000;

let given: SendingFixture;
let agency: GivenAgency;
let attempt: Attempt;
let wamid: string;

beforeAll(async () => {
  given = await SendingFixture.open();
});

beforeEach(async () => {
  agency = await given.agency();
  await given.accept(agency, [reminderTo(await given.citizen(agency))]);
  const attempts = await given.claim(agency, 1);
  if (!attempts[0]) throw new Error('nothing was claimed');
  attempt = attempts[0];
  wamid = `wamid.${attempt.messageId}`;
});

afterAll(() => given?.close());

const statuses = () => given.get(MessageStatusService);

function aStatus(status: string, parts: Partial<MessageStatus> = {}): MessageStatus {
  return { id: wamid, status, timestamp: '1795341612', ...parts };
}

const withEcho = (status: string, parts: Partial<MessageStatus> = {}) =>
  aStatus(status, { biz_opaque_callback_data: formatCallbackData(attempt.messageId, attempt.attempt), ...parts });

const apply = (...told: readonly MessageStatus[]) =>
  statuses().apply(agency.ctx, { numberId: agency.number.id, receivedAt: given.clock.now() }, told);

const settle = () =>
  given
    .get(SettleService)
    .settle(agency.ctx, agency.number, [{ attempt, outcome: { kind: 'accepted', wamid, httpStatus: 200 } }]);

const state = async () => (await given.message(attempt.messageId)).state;

async function waiting(): Promise<string[]> {
  const rows = await given.rows<{ status: string }>(
    'SELECT status FROM orphan_statuses WHERE agency_id = $1 ORDER BY status',
    [agency.ctx.agencyId],
  );
  return rows.map(({ status }) => status);
}

async function lines(kind: string): Promise<number> {
  const [row] = await given.rows<{ n: number }>(
    'SELECT count(*)::int AS n FROM message_events WHERE message_id = $1 AND kind = $2',
    [attempt.messageId, kind],
  );
  return row?.n ?? 0;
}

async function numbersWithOrphans(): Promise<Uuid[]> {
  const left = await given.agencyDatabase.acrossAgencies<{ phone_number_id: Uuid; what: string }>('expired_leases', [
    given.clock.now(),
  ]);
  return left.filter(({ what }) => what === 'orphan').map(({ phone_number_id }) => phone_number_id);
}

async function rotateIndexKey(): Promise<void> {
  const { agencyId } = agency.ctx;
  await given.rows(`UPDATE data_keys SET state = 'readable' WHERE agency_id = $1 AND key_class = 'index'`, [agencyId]);
  await given.get(KeyRing).ensure(agencyId, ['index']);
  given.get(KeyRing).forget(agencyId);
}

describe('a failure that often passes by itself', () => {
  const failed = (code: number) => aStatus('failed', { errors: [{ code }] });
  const repetitions = () =>
    given.rows<{ id: Uuid }>('SELECT id FROM messages WHERE resend_of = $1', [attempt.messageId]);

  it.each([131000, 131036])('of code %i is sent once more, however often it is told', async (code) => {
    await settle();
    await apply(failed(code));
    await apply(failed(code));
    expect(await repetitions()).toHaveLength(1);
    expect(await state()).toBe('failed');
    expect(await given.entries(agency, attempt.messageId)).toContain('message.resent_by_policy');
  });

  it('is final when it comes again', async () => {
    await settle();
    await apply(failed(131000));
    const attempts = await given.claim(agency, 1);
    const again = attempts[0]?.messageId ?? '';
    const biz_opaque_callback_data = formatCallbackData(again, 1);
    await apply({ ...failed(131000), id: 'wamid.again', biz_opaque_callback_data });
    expect((await repetitions()).map(({ id }) => id)).toEqual([again]);
    expect((await given.message(again)).state).toBe('failed');
    expect(await given.rows('SELECT 1 FROM messages WHERE resend_of = $1', [again])).toEqual([]);
  });

  it('is not one when its code speaks of the citizen', async () => {
    await settle();
    await apply(failed(131026));
    expect(await repetitions()).toEqual([]);
  });
});

describe('a rotated index key', () => {
  it('loses no status that waited under the older key', async () => {
    await apply(aStatus('read'));
    await rotateIndexKey();
    await settle();
    expect(await state()).toBe('read');
    expect(await waiting()).toEqual([]);
  });

  it('does not make a provider id new that was stored under the older key', async () => {
    await settle();
    await rotateIndexKey();
    await apply(withEcho('read'));
    expect(await state()).toBe('read');
    expect(await given.rows('SELECT 1 FROM provider_ids WHERE message_id = $1', [attempt.messageId])).toHaveLength(1);
  });
});

describe('a status whose message is not known yet', () => {
  it('waits, and is joined when the answer is settled', async () => {
    await apply(aStatus('sent'), aStatus('delivered'));
    await apply(aStatus('read'));
    expect(await state()).toBe('sending');
    expect(await waiting()).toEqual(['delivered', 'read', 'sent']);
    await settle();
    expect(await state()).toBe('read');
    expect(await waiting()).toEqual([]);
    expect(await lines('status')).toBe(3);
  });

  it('is joined by the sweep when its message became known by an echo', async () => {
    await apply(aStatus('read'));
    await apply(withEcho('sent'));
    expect(await numbersWithOrphans()).toContain(agency.number.id);
    await statuses().joinWaiting(agency.ctx, agency.number.id);
    expect(await state()).toBe('read');
    expect(await waiting()).toEqual([]);
    expect(await numbersWithOrphans()).not.toContain(agency.number.id);
  });

  it('keeps its failure code while it waits', async () => {
    await apply(aStatus('failed', { errors: [{ code: 131026, title: 'Message undeliverable' }] }));
    await settle();
    expect(await given.message(attempt.messageId)).toMatchObject({ state: 'failed', failure_code: '131026' });
  });

  it('waits once, however often it is told', async () => {
    await apply(aStatus('read'), aStatus('read'));
    await apply(aStatus('read'));
    expect(await waiting()).toEqual(['read']);
  });

  it('is dropped after seven days', async () => {
    await apply(aStatus('read'));
    given.advance(7 * DAY_MS - 1_000);
    await statuses().joinWaiting(agency.ctx, agency.number.id);
    expect(await waiting()).toEqual(['read']);
    given.advance(1_000);
    await statuses().joinWaiting(agency.ctx, agency.number.id);
    expect(await waiting()).toEqual([]);
    expect(await state()).toBe('sending');
  });
});

describe('statuses of a known message', () => {
  it('give one result in any order and any number', async () => {
    await settle();
    await apply(aStatus('read'), aStatus('sent'), aStatus('read'));
    await apply(aStatus('delivered'), aStatus('sent'));
    expect(await state()).toBe('read');
    expect(await lines('status')).toBe(3);
  });

  it('are believed before the answer is settled when they carry the echo', async () => {
    await apply(withEcho('delivered'));
    expect(await state()).toBe('delivered');
    expect(await given.outbox(agency)).toEqual([]);
    await settle();
    expect(await state()).toBe('delivered');
  });

  it('flag a message that Belfry had given up', async () => {
    await given.rows(`UPDATE messages SET state = 'suppressed', state_rank = 27 WHERE id = $1`, [attempt.messageId]);
    await apply(withEcho('delivered'));
    expect(await given.message(attempt.messageId)).toMatchObject({ state: 'delivered', anomaly: true });
  });

  it('of a kind that nobody knows yet are kept and change nothing', async () => {
    await settle();
    await apply(aStatus('pinned'));
    expect(await state()).toBe('sent');
    expect(await lines('status')).toBe(1);
  });

  it('change nothing when their echo names an attempt that was never made', async () => {
    const biz_opaque_callback_data = formatCallbackData(attempt.messageId, 7);
    await apply(aStatus('read', { biz_opaque_callback_data }));
    expect(await state()).toBe('sending');
    expect(await lines('status')).toBe(0);
  });

  it('change nothing when their echo names a message of another agency', async () => {
    const other = await given.agency();
    const told = withEcho('read');
    await statuses().apply(other.ctx, { numberId: other.number.id, receivedAt: given.clock.now() }, [told]);
    expect(await state()).toBe('sending');
    const known = await given.rows('SELECT 1 FROM provider_ids WHERE agency_id = $1', [other.ctx.agencyId]);
    expect(known).toEqual([]);
  });

  it('go on record only when the message failed', async () => {
    await settle();
    const before = await given.entries(agency, attempt.messageId);
    await apply(aStatus('delivered'));
    expect(await given.entries(agency, attempt.messageId)).toEqual(before);
  });

  it('put a failure on record', async () => {
    await settle();
    await apply(aStatus('failed', { errors: [{ code: 131026 }] }));
    expect((await given.entries(agency, attempt.messageId)).at(-1)).toBe('message.failed');
  });
});

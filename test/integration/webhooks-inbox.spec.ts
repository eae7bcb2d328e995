import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Env } from '#libs/config';
import { PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { WebhookIntake, WebhookProcessor } from '#libs/webhooks';
import { formatCallbackData, signWebhook } from '#libs/whatsapp';
import { eventually } from '../support/eventually.js';
import { APP_SECRET, type GivenAgency, reminderTo, SendingFixture, SILENT } from './sending-fixture.js';
import { aBody, aStatus, aText } from './webhook-bodies.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface StoredBody {
  readonly id: Uuid;
  readonly class: 0 | 1;
  readonly state: 'new' | 'done' | 'parked';
  readonly attempts: number;
  readonly error: string | null;
  readonly raw_sealed: Buffer | null;
}

let given: SendingFixture;
let agency: GivenAgency;

beforeAll(async () => {
  given = await SendingFixture.open();
  await given.sim('POST', 'profile', SILENT);
  // Stands for a fault in a listener: whatever it is, this status cannot be stored.
  await given.database.admin.query(`
    CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.status = 'poison' THEN RAISE 'this status cannot be stored'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER refuse_poison BEFORE INSERT ON orphan_statuses FOR EACH ROW EXECUTE FUNCTION refuse_poison()`);
});

beforeEach(async () => {
  await given.rows('DELETE FROM webhook_inbox');
  agency = await given.agency();
});

afterAll(() => given?.close());

const processor = () => given.get(WebhookProcessor);

async function receive(text: string): Promise<void> {
  const raw = Buffer.from(text);
  await given.get(WebhookIntake).receive(raw, signWebhook(raw, APP_SECRET));
}

const stored = () => given.rows<StoredBody>('SELECT * FROM webhook_inbox ORDER BY id');
const statesOf = async () => (await stored()).map(({ state }) => state);

async function inboundOf({ ctx }: GivenAgency): Promise<number> {
  const rows = await given.rows(`SELECT 1 FROM messages WHERE agency_id = $1 AND direction = 'inbound'`, [
    ctx.agencyId,
  ]);
  return rows.length;
}

async function orphansOf({ ctx }: GivenAgency): Promise<number> {
  return (await given.rows('SELECT 1 FROM orphan_statuses WHERE agency_id = $1', [ctx.agencyId])).length;
}

describe('receiving', () => {
  it('stores the same body once', async () => {
    const body = aBody({ number: agency.number, statuses: [aStatus()] });
    await Promise.all([receive(body), receive(body), receive(body)]);
    await receive(body);
    expect(await stored()).toHaveLength(1);
  });

  it('stores it sealed', async () => {
    const text = aText('nobody else may read this');
    await receive(aBody({ number: agency.number, messages: [text] }));
    const [{ raw_sealed: raw } = { raw_sealed: null }] = await stored();
    expect(raw?.length).toBeGreaterThan(100);
    expect(raw?.includes('nobody else')).toBe(false);
  });

  it('refuses what Meta did not sign, and puts a flood of it on record once', async () => {
    const raw = Buffer.from(aBody({ number: agency.number, statuses: [aStatus()] }));
    for (const signature of [undefined, 'sha256=00', signWebhook(raw, 'another-secret')]) {
      await expect(given.get(WebhookIntake).receive(raw, signature)).rejects.toMatchObject({ httpStatus: 401 });
    }
    expect(await stored()).toEqual([]);
    const entries = await given.rows(
      `SELECT 1 FROM audit.staging WHERE agency_id = $1 AND convert_from(entry, 'UTF8') LIKE '%webhook_in.signature_failed%'`,
      [PLATFORM_AGENCY_ID],
    );
    expect(entries).toHaveLength(1);
  });

  it('takes what any of the secrets signed while one is being replaced', async () => {
    for (const secret of ['the-secret-of-tomorrow', APP_SECRET]) {
      const raw = Buffer.from(aBody({ number: agency.number, statuses: [aStatus()] }));
      const env = given.get(Env);
      const before = env.META_APP_SECRETS;
      env.META_APP_SECRETS = ['the-secret-of-tomorrow', ...before];
      await given.get(WebhookIntake).receive(raw, signWebhook(raw, secret));
      env.META_APP_SECRETS = before;
    }
    expect(await statesOf()).toEqual(['new', 'new']);
  });

  it.each([
    ['a citizen’s message', 0, { messages: [aText()] }],
    ['a status', 1, { statuses: [aStatus()] }],
    ['a status beside a message', 0, { statuses: [aStatus()], messages: [aText()] }],
  ])('puts %s into class %i', async (_label, webhookClass, items) => {
    await receive(aBody({ number: agency.number, ...items }));
    expect(await stored()).toMatchObject([{ class: webhookClass, state: 'new' }]);
  });
});

describe('understanding', () => {
  it('reads what citizens say without waiting for statuses', async () => {
    await receive(aBody({ number: agency.number, statuses: [aStatus()] }));
    await receive(aBody({ number: agency.number, messages: [aText()] }));
    expect(await processor().processDue(0)).toBe(1);
    expect(await inboundOf(agency)).toBe(1);
    expect(await statesOf()).toEqual(['new', 'done']);
    expect(await processor().processDue(1)).toBe(1);
    expect(await statesOf()).toEqual(['done', 'done']);
  });

  it('lets one body that fails stop no other, tries it again, and parks it in the end', async () => {
    const good = [1, 2, 3].map(() => aBody({ number: agency.number, statuses: [aStatus()] }));
    await receive(good[0] ?? '');
    await receive(aBody({ number: agency.number, statuses: [aStatus(), aStatus('poison')] }));
    await receive(good[1] ?? '');
    await receive(good[2] ?? '');
    await processor().processDue(1);
    expect(await statesOf()).toEqual(['done', 'new', 'done', 'done']);
    expect(await orphansOf(agency)).toBe(3);
    // Not again before its pause of five seconds is over.
    expect(await processor().processDue(1)).toBe(0);
    let tries = 1;
    for (; (await statesOf()).includes('new'); tries++) {
      given.advance(HOUR_MS);
      expect(await processor().processDue(1)).toBe(1);
    }
    expect(tries).toBe(18);
    const parked = (await stored()).find(({ state }) => state === 'parked');
    expect(parked).toMatchObject({ attempts: 18, error: expect.stringContaining('cannot be stored') });
    expect(parked?.raw_sealed).not.toBeNull();
    given.advance(DAY_MS);
    expect(await processor().processDue(1)).toBe(0);
  });

  it('pauses longer after each failure', async () => {
    await receive(aBody({ number: agency.number, statuses: [aStatus('poison')] }));
    const pauses: number[] = [];
    for (let tries = 0; tries < 4; tries++) {
      const now = given.clock.now().getTime();
      expect(await processor().processDue(1)).toBe(1);
      const [row] = await given.rows<{ run_at: Date }>('SELECT run_at FROM webhook_inbox');
      pauses.push(Math.round(((row?.run_at.getTime() ?? 0) - now) / 1_000));
      given.advance((row?.run_at.getTime() ?? 0) - given.clock.now().getTime());
    }
    expect(pauses).toEqual([5, 10, 20, 40]);
  });

  it('lets a body that cannot be opened stop no other', async () => {
    await receive(aBody({ number: agency.number, statuses: [aStatus()] }));
    await given.rows(
      'UPDATE webhook_inbox SET raw_sealed = set_byte(raw_sealed, 40, (get_byte(raw_sealed, 40) + 1) % 256)',
    );
    await receive(aBody({ number: agency.number, statuses: [aStatus()] }));
    expect(await processor().processDue(1)).toBe(2);
    expect(await stored()).toMatchObject([
      { state: 'new', error: expect.any(String) },
      { state: 'done', error: null },
    ]);
  });

  it('parks the whole body when it speaks of a number that nobody has', async () => {
    const strange = { phoneNumberId: '999999999999999', wabaId: '999999999999998' };
    await receive(aBody({ number: strange, statuses: [aStatus()] }, { number: agency.number, statuses: [aStatus()] }));
    await receive(aBody({ number: agency.number, statuses: [aStatus()] }));
    await processor().processDue(1);
    const [parked, done] = await stored();
    expect(parked).toMatchObject({ state: 'parked', error: 'unknown-number' });
    expect(parked?.raw_sealed).not.toBeNull();
    expect(done).toMatchObject({ state: 'done' });
    expect(await orphansOf(agency)).toBe(2);
    const entries = await given.rows(
      `SELECT 1 FROM audit.staging WHERE agency_id = $1 AND convert_from(entry, 'UTF8') LIKE '%' || $2 || '%'`,
      [PLATFORM_AGENCY_ID, 'webhook_in.unknown_number'],
    );
    expect(entries).toHaveLength(1);
  });

  it('takes each change of a body to the agency of its own number, and to no other', async () => {
    const other = await given.agency();
    const [own = ''] = await given.accept(agency, [reminderTo(await given.citizen(agency))]);
    const [theirs = ''] = await given.accept(other, [reminderTo(await given.citizen(other))]);
    await Promise.all([given.pump(agency), given.pump(other)]);
    const echo = (id: Uuid) => ({ biz_opaque_callback_data: formatCallbackData(id, 1) });
    await receive(
      aBody(
        { number: agency.number, statuses: [aStatus('delivered', echo(own)), aStatus('read', echo(theirs))] },
        { number: other.number, messages: [aText()] },
        { number: agency.number, messages: [aText(), aText()] },
        { number: other.number, statuses: [aStatus('read', echo(own))] },
      ),
    );
    await processor().processDue(0);
    expect(await statesOf()).toEqual(['done']);
    expect((await given.message(own)).state).toBe('delivered');
    expect((await given.message(theirs)).state).toBe('sent');
    expect([await inboundOf(agency), await inboundOf(other)]).toEqual([2, 1]);
  });

  it('is done with fields that it does not know', async () => {
    const entry = [{ id: agency.number.wabaId, changes: [{ field: 'brand_new', value: { event: 'SOMETHING' } }] }];
    await receive(JSON.stringify({ object: 'whatsapp_business_account', entry }));
    await receive('[]');
    await processor().processDue(1);
    expect(await statesOf()).toEqual(['done', 'done']);
  });

  it('gives a body back when the worker that took it died', async () => {
    await receive(aBody({ number: agency.number, statuses: [aStatus()] }));
    await given.rows(`UPDATE webhook_inbox SET run_at = $1, attempts = 1`, [
      new Date(given.clock.now().getTime() + 30_000),
    ]);
    expect(await processor().processDue(1)).toBe(0);
    given.advance(30_000);
    expect(await processor().processDue(1)).toBe(1);
    expect(await statesOf()).toEqual(['done']);
  });
});

describe('retention', () => {
  it('empties raw bodies when their days are over, and keeps what is not understood', async () => {
    const days = given.get(Env).WEBHOOK_RAW_DAYS;
    await receive(aBody({ number: agency.number, statuses: [aStatus()] }));
    await processor().processDue(1);
    await receive(aBody({ number: agency.number, statuses: [aStatus('poison')] }));
    await given.rows(`UPDATE webhook_inbox SET state = 'parked' WHERE state = 'new'`);
    given.advance(days * DAY_MS - 60_000);
    expect(await processor().emptyOldBodies()).toBe(0);
    given.advance(120_000);
    expect(await processor().emptyOldBodies()).toBe(1);
    const [done, parked] = await stored();
    expect([done?.raw_sealed, parked?.raw_sealed === null]).toEqual([null, false]);
  });

  it('still knows the body that it emptied', async () => {
    const body = aBody({ number: agency.number, statuses: [aStatus()] });
    await receive(body);
    await processor().processDue(1);
    given.advance((given.get(Env).WEBHOOK_RAW_DAYS + 1) * DAY_MS);
    await processor().emptyOldBodies();
    await receive(body);
    expect(await stored()).toHaveLength(1);
  });
});

describe('what names an account and no number', () => {
  const isDue = async ({ number }: GivenAgency): Promise<boolean> => {
    const sql = `SELECT refresh_tried_at = 'epoch' AS due FROM phone_numbers WHERE id = $1`;
    return (await given.rows<{ due: boolean }>(sql, [number.id]))[0]?.due === true;
  };
  const anUpdate = (wabaId: string, field: string, value: object) =>
    JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: wabaId, changes: [{ field, value }] }] });

  beforeEach(() => given.rows('UPDATE phone_numbers SET refreshed_at = now(), refresh_tried_at = now()'));

  it.each([
    ['phone_number_name_update', { display_phone_number: '15550100200', decision: 'APPROVED' }],
    ['phone_number_quality_update', { display_phone_number: '15550100200', event: 'THROUGHPUT_UPGRADE' }],
    ['account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info: [] }],
    ['account_update', 'no object at all'],
  ])('%s has the numbers of that account asked about, and no others', async (field, value) => {
    const another = await given.agency();
    await given.rows('UPDATE phone_numbers SET refreshed_at = now(), refresh_tried_at = now()');
    const body = anUpdate(agency.number.wabaId, field, value as object);
    await receive(body);
    expect(await processor().processDue(1)).toBe(1);
    expect(await statesOf()).toEqual(['done']);
    expect([await isDue(agency), await isDue(another)]).toEqual([true, false]);
  });

  it('and is nothing about numbers, changes nothing', async () => {
    await receive(anUpdate(agency.number.wabaId, 'message_template_status_update', { event: 'APPROVED' }));
    await receive(anUpdate('42', 'account_update', { event: 'PARTNER_ADDED' }));
    await processor().processDue(1);
    expect(await statesOf()).toEqual(['done', 'done']);
    expect(await isDue(agency)).toBe(false);
  });

  it('leaves numbers alone that were added by hand', async () => {
    await given.rows('UPDATE phone_numbers SET refreshed_at = NULL');
    await receive(anUpdate(agency.number.wabaId, 'account_update', {}));
    await processor().processDue(1);
    expect(await isDue(agency)).toBe(false);
  });
});

describe('an upgrade of throughput', () => {
  interface Pace {
    readonly messages_per_second: number;
    readonly throughput_level: string | null;
  }

  beforeEach(async () => {
    agency = await given.agency({ messagesPerSecond: 80 });
  });

  const paceOf = async ({ number }: GivenAgency) =>
    (await given.rows<Pace>('SELECT * FROM phone_numbers WHERE id = $1', [number.id]))[0];
  const entriesOf = async (of: GivenAgency) => (await given.entries(of, of.number.id)).slice(1);
  const liveEventsOf = ({ ctx, number }: GivenAgency) =>
    given.rows(`SELECT 1 FROM console_events WHERE agency_id = $1 AND topic = 'numbers' AND $2 = ANY (ids)`, [
      ctx.agencyId,
      number.id,
    ]);
  const anUpgrade = ({ number }: GivenAgency, parts: object = {}) =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: number.wabaId,
          time: randomInt(1e9),
          changes: [
            {
              field: 'phone_number_quality_update',
              value: { display_phone_number: number.displayPhoneNumber, event: 'THROUGHPUT_UPGRADE', ...parts },
            },
          ],
        },
      ],
    });
  const tell = async (body: string) => {
    await receive(body);
    expect(await processor().processDue(1)).toBe(1);
    expect((await statesOf()).every((state) => state === 'done')).toBe(true);
  };

  it('told by the provider raises the pace at once, on record and on open screens', async () => {
    await given.pump(agency);
    const before = (await liveEventsOf(agency)).length;
    await given.sim('POST', `numbers/${agency.number.phoneNumberId}/throughput-upgrade`);
    await eventually(async () => expect(await stored()).toHaveLength(1));
    await processor().processDue(1);
    expect(await paceOf(agency)).toMatchObject({ messages_per_second: 1_000, throughput_level: 'HIGH' });
    expect(await entriesOf(agency)).toEqual(['agency.number.throughput_changed', 'agency.waba.limit_changed']);
    expect((await liveEventsOf(agency)).length).toBe(before + 2);
    await given.pump(agency);
    const [turn] = await given.rows<object>('SELECT granted, rate FROM number_turns WHERE phone_number_id = $1', [
      agency.number.id,
    ]);
    expect(turn).toEqual({ granted: 1_000, rate: 1_000 });
  });

  it('is the same however often it is told', async () => {
    for (let times = 0; times < 3; times++) await tell(anUpgrade(agency));
    expect(await paceOf(agency)).toMatchObject({ messages_per_second: 1_000 });
    expect(await entriesOf(agency)).toEqual(['agency.number.throughput_changed']);
  });

  it('of one number raises no other, of this agency or of another', async () => {
    const sibling = { ...agency, number: await given.number(agency.ctx, 80) };
    await given.rows(`UPDATE phone_numbers SET waba_id = $2, display_phone_number = '+44 1632 960002' WHERE id = $1`, [
      sibling.number.id,
      agency.number.wabaId,
    ]);
    const other = await given.agency({ messagesPerSecond: 80 });
    await tell(anUpgrade(agency));
    const paces = await Promise.all([agency, sibling, other].map(paceOf));
    expect(paces.map((pace) => pace?.messages_per_second)).toEqual([1_000, 80, 80]);
  });

  it.each([
    ['a number that nobody has', { display_phone_number: '15550199999' }],
    ['no number', { display_phone_number: null }],
    ['another event', { event: 'ONBOARDING' }],
  ])('that names %s changes nothing and is done', async (_label, parts) => {
    await tell(anUpgrade(agency, parts));
    expect(await paceOf(agency)).toMatchObject({ messages_per_second: 80, throughput_level: null });
    expect(await entriesOf(agency)).toEqual([]);
  });

  it('leaves a pace alone that a person has set', async () => {
    const slow = await given.agency({ messagesPerSecond: 20 });
    await tell(anUpgrade(slow));
    expect(await paceOf(slow)).toMatchObject({ messages_per_second: 20, throughput_level: 'HIGH' });
    expect(await entriesOf(slow)).toEqual([]);
  });
});

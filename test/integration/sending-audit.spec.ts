import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#libs/kernel';
import { MessageCancellations, MessagesService, NumberPump, type SendRequest } from '#libs/sending';
import { WebhookProcessor } from '#libs/webhooks';
import { eventually } from '../support/eventually.js';
import { type Citizen, type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

let given: SendingFixture;
let agency: GivenAgency;
let citizen: Citizen;

beforeAll(async () => {
  given = await SendingFixture.open();
});

beforeEach(async () => {
  agency = await given.agency();
  citizen = await given.citizen(agency);
});

afterEach(() => letRecord());

afterAll(() => given?.close());

/** The log takes nothing any more, as when its disk is full or its rights are lost. */
const refuseToRecord = () => given.rows('REVOKE INSERT ON audit.staging FROM belfry_app');
const letRecord = () => given.rows('GRANT INSERT ON audit.staging TO belfry_app');

function send(request: SendRequest = reminderTo(citizen)) {
  const once = { key: newId(), route: 'POST /v1/messages', body: request };
  return given.get(MessagesService).send(agency.ctx, request, once, ({ id }) => ({ id }));
}

async function counts(): Promise<Record<string, number>> {
  const [row] = await given.rows<Record<string, number>>(
    `SELECT (SELECT count(*) FROM messages WHERE agency_id = $1)::int AS messages,
       (SELECT count(*) FROM outbox_messages WHERE agency_id = $1)::int AS outbox,
       (SELECT count(*) FROM idempotency_keys WHERE agency_id = $1)::int AS answers,
       (SELECT count(*) FROM message_events WHERE agency_id = $1)::int AS events,
       (SELECT count(*) FROM suppressions WHERE agency_id = $1)::int AS suppressions`,
    [agency.ctx.agencyId],
  );
  return row ?? {};
}

const NOTHING = { messages: 0, outbox: 0, answers: 0, events: 0, suppressions: 0 };

describe('no entry, no action', () => {
  it('accepts nothing that it cannot put on record', async () => {
    await refuseToRecord();
    await expect(send()).rejects.toThrow(/permission denied/);
    expect(await counts()).toEqual(NOTHING);
    await letRecord();
    await expect(send()).resolves.toMatchObject({ status: 202 });
  });

  it('sends nothing that it cannot put on record, and loses nothing by it', async () => {
    const { body } = await send();
    await refuseToRecord();
    await expect(given.get(NumberPump).takeTurn(agency.ctx.agencyId, agency.number.id)).rejects.toThrow(
      /permission denied/,
    );
    expect(await given.accepts(agency)).toEqual([]);
    expect(await given.message(body.id)).toMatchObject({ state: 'accepted', attempt_no: 0 });
    await letRecord();
    await given.pump(agency);
    expect(await given.accepts(agency)).toHaveLength(1);
  });

  it('cancels nothing that it cannot put on record', async () => {
    const { body } = await send();
    await refuseToRecord();
    await expect(given.get(MessageCancellations).cancel(agency.ctx, body.id)).rejects.toThrow(/permission denied/);
    const once = { key: undefined, route: 'test', body: {} };
    const all = given.get(MessageCancellations).cancelAll(agency.ctx, [body.id], once, (results) => results);
    await expect(all).rejects.toThrow(/permission denied/);
    expect((await given.message(body.id)).state).toBe('accepted');
  });

  it('keeps a STOP for later when it cannot put it on record', async () => {
    await refuseToRecord();
    const { phoneNumberId } = agency.number;
    await given.sim('POST', 'inbound', { from: citizen.phone, phoneNumberId, text: 'STOP' });
    await eventually(async () => expect(await given.get(WebhookProcessor).processDue(0)).toBe(1));
    expect(await counts()).toEqual(NOTHING);
    await letRecord();
    given.advance(60_000);
    await given.readWebhooks();
    expect((await counts())['suppressions']).toBeGreaterThan(0);
  });
});

describe('the record of a message', () => {
  it('names each action with it, in order, and no status', async () => {
    const { body } = await send();
    await given.pump(agency);
    await eventually(async () => {
      await given.readWebhooks();
      expect((await given.message(body.id)).state).toBe('read');
    });
    expect(await given.entries(agency, body.id)).toEqual(['message.accepted', 'message.dispatched']);
  });

  it('names a refusal by its code, without a message', async () => {
    const stranger = { recipient: { phone: '+447700900999' }, purpose: 'reminders', text: { body: 'Hello' } };
    await expect(send(stranger)).rejects.toMatchObject({ code: 'opt-in-missing', httpStatus: 422 });
    const [entry] = await given.rows<{ entry: Record<string, unknown> }>(
      `SELECT convert_from(entry, 'UTF8')::jsonb AS entry FROM audit.staging
       WHERE agency_id = $1 AND convert_from(entry, 'UTF8') LIKE '%message.rejected%'`,
      [agency.ctx.agencyId],
    );
    expect(entry?.entry).toMatchObject({ type: 'message.rejected', outcome: 'denied', reason: 'opt-in-missing' });
    expect(await counts()).toEqual(NOTHING);
  });

  it('names the lane that nobody may take alone as a denial', async () => {
    const alert = { ...reminderTo(citizen), lane: 'alert' } as const;
    await expect(send(alert)).rejects.toMatchObject({ code: 'lane-reserved', httpStatus: 403 });
    const entries = await given.rows<{ entry: Record<string, unknown> }>(
      `SELECT convert_from(entry, 'UTF8')::jsonb AS entry FROM audit.staging
       WHERE agency_id = $1 AND convert_from(entry, 'UTF8') LIKE '%lane-reserved%'`,
      [agency.ctx.agencyId],
    );
    expect(entries.map(({ entry }) => entry)).toMatchObject([
      { type: 'access.denied', outcome: 'denied', reason: 'lane-reserved' },
    ]);
  });
});

describe('what open consoles hear', () => {
  const told = () =>
    given.rows<{ ids: string[] }>('SELECT ids FROM console_events WHERE agency_id = $1', [agency.ctx.agencyId]);

  it('of messages accepted one by one is every id, in far fewer events than messages', async () => {
    await given.rows('DELETE FROM console_events WHERE agency_id = $1', [agency.ctx.agencyId]);
    const sent = await Promise.all(Array.from({ length: 40 }, () => send()));
    const ids = sent.map(({ body }) => body.id);
    await eventually(async () => expect(new Set((await told()).flatMap((event) => event.ids))).toEqual(new Set(ids)));
    expect((await told()).length).toBeLessThan(20);
  });

  it('of a refused message is nothing', async () => {
    await given.rows('DELETE FROM console_events WHERE agency_id = $1', [agency.ctx.agencyId]);
    const stranger = { recipient: { phone: '+447700900999' }, purpose: 'reminders', text: { body: 'Hello' } };
    await expect(send(stranger)).rejects.toMatchObject({ code: 'opt-in-missing' });
    const { body } = await send();
    await eventually(async () => expect((await told()).flatMap((event) => event.ids)).toEqual([body.id]));
  });
});

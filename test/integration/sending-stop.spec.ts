import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DomainError, type Uuid } from '#libs/kernel';
import { AcceptService } from '#libs/sending';
import { WebhookIntake } from '#libs/webhooks';
import { signWebhook } from '#libs/whatsapp';
import { eventually } from '../support/eventually.js';
import {
  type Accepted,
  APP_SECRET,
  type Citizen,
  type GivenAgency,
  reminderTo,
  SendingFixture,
  SILENT,
} from './sending-fixture.js';

/** Fewer than the pair rule lets through at once, and more than leave before anybody can read a STOP. */
const BACKLOG = 24;
const SLOW_NUMBER = 5;
/** Claimed messages are withdrawn within half a second of a STOP; the rest is what a loaded machine needs. */
const WITHDRAWN_WITHIN_MS = 1_000;

let given: SendingFixture;
let agency: GivenAgency;
let citizen: Citizen;

beforeAll(async () => {
  given = await SendingFixture.open({ SENDING_TURN_MS: '500' });
  await given.sim('POST', 'profile', SILENT);
});

beforeEach(async () => {
  agency = await given.agency({ messagesPerSecond: 25 });
  citizen = await given.citizen(agency);
});

afterAll(() => given?.close());

const write = (text: string, from = citizen) =>
  given.sim<{ wamid: string }>('POST', 'inbound', {
    from: from.phone,
    phoneNumberId: agency.number.phoneNumberId,
    text,
  });

async function textsTo(to: Citizen): Promise<Accepted[]> {
  return (await given.accepts(agency, to)).filter(({ type }) => type === 'text');
}

/** Reads webhooks and takes turns, as the worker does all the time, until the check passes. */
async function workUntil(check: () => Promise<void>): Promise<void> {
  await eventually(async () => {
    await given.readWebhooks();
    await given.pump(agency);
    await check();
  });
}

async function suppressions(): Promise<number> {
  const [row] = await given.rows<{ n: number }>('SELECT count(*)::int AS n FROM suppressions WHERE agency_id = $1', [
    agency.ctx.agencyId,
  ]);
  return row?.n ?? 0;
}

async function stateOfEach(ids: readonly Uuid[]): Promise<string[]> {
  const rows = await given.rows<{ state: string }>('SELECT state FROM messages WHERE id = ANY ($1)', [ids]);
  return rows.map(({ state }) => state);
}

describe('STOP during a backlog', () => {
  it('lets nothing more of that citizen leave, and confirms it before the others get theirs', async () => {
    agency = await given.agency({ messagesPerSecond: SLOW_NUMBER });
    citizen = await given.citizen(agency);
    const neighbour = await given.citizen(agency);
    const own = await given.accept(
      agency,
      Array.from({ length: BACKLOG }, () => reminderTo(citizen)),
    );
    const others = await given.accept(
      agency,
      Array.from({ length: 10 }, () => reminderTo(neighbour)),
    );
    const sending = given.pump(agency);
    await eventually(async () => expect((await given.accepts(agency, citizen)).length).toBeGreaterThan(0));
    await write('Stop');
    let understoodAt = 0;
    await eventually(async () => {
      await given.readWebhooks();
      expect(await suppressions()).toBeGreaterThan(0);
      understoodAt = Date.now();
    });
    await workUntil(async () => expect(await textsTo(citizen)).toHaveLength(1));
    await sending;
    await workUntil(async () => expect(await given.outbox(agency)).toEqual([]));
    const reminders = (await given.accepts(agency, citizen)).filter(({ type }) => type === 'template');
    const [confirmation] = await textsTo(citizen);
    const lastOfOthers = Math.max(...(await given.accepts(agency, neighbour)).map(({ at }) => at));
    expect(confirmation?.at).toBeLessThan(lastOfOthers);
    expect(reminders.filter(({ at }) => at > understoodAt + WITHDRAWN_WITHIN_MS)).toEqual([]);
    const states = await stateOfEach(own);
    expect(states.filter((state) => state === 'suppressed')).toHaveLength(BACKLOG - reminders.length);
    expect(states.filter((state) => state === 'sent')).toHaveLength(reminders.length);
    expect(reminders.length).toBeLessThan(BACKLOG);
    expect(new Set(await stateOfEach(others))).toEqual(new Set(['sent']));
  });
});

describe('STOP', () => {
  async function isStopped(): Promise<void> {
    await write('STOP');
    await workUntil(async () => expect(await textsTo(citizen)).toHaveLength(1));
  }

  it('is confirmed once, though its webhook comes again and again', async () => {
    await given.sim('POST', 'faults', { kind: 'webhook-duplicate', match: { to: citizen.phone }, count: 1 });
    await isStopped();
    const before = await suppressions();
    const [stored] = await given.rows<{ id: Uuid }>(
      `SELECT id FROM messages WHERE agency_id = $1 AND direction = 'inbound'`,
      [agency.ctx.agencyId],
    );
    // The same message in another envelope is another body, and still the same message.
    const wamid = 'wamid.again';
    for (const envelope of [1, 2, 3]) await receive(inboundBody(wamid, 'STOP', envelope));
    await workUntil(async () => expect(await waiting()).toBe(0));
    expect(await suppressions()).toBe(before);
    expect(await textsTo(citizen)).toHaveLength(1);
    const inbound = await given.rows(
      `SELECT id FROM messages WHERE agency_id = $1 AND direction = 'inbound' AND id <> $2`,
      [agency.ctx.agencyId, stored?.id],
    );
    expect(inbound).toHaveLength(1);
  });

  it('is not confirmed a second time when the citizen says it twice', async () => {
    await isStopped();
    await write('stop');
    await workUntil(async () => expect(await waiting()).toBe(0));
    expect(await textsTo(citizen)).toHaveLength(1);
  });

  it('refuses what comes after it, by name', async () => {
    await isStopped();
    const [outcome] = await given.within(agency.ctx, (tx) =>
      given.get(AcceptService).acceptAll(tx, [reminderTo(citizen)]),
    );
    expect(outcome).toBeInstanceOf(DomainError);
    expect(outcome).toMatchObject({ code: 'suppressed', httpStatus: 422 });
  });

  it('is taken back by START, which is confirmed as well', async () => {
    await isStopped();
    await write('START');
    await workUntil(async () => expect(await textsTo(citizen)).toHaveLength(2));
    const [id = ''] = await given.accept(agency, [reminderTo(citizen)]);
    await given.pump(agency);
    expect(await given.message(id)).toMatchObject({ state: 'sent' });
  });

  it('to one agency leaves the other agencies as they are', async () => {
    const elsewhere = await given.agency();
    const same = await given.citizen(elsewhere, citizen.phone);
    await isStopped();
    const [id = ''] = await given.accept(elsewhere, [reminderTo(same)]);
    await given.pump(elsewhere);
    expect(await given.message(id)).toMatchObject({ state: 'sent' });
  });
});

async function waiting(): Promise<number> {
  const [row] = await given.rows<{ n: number }>(
    `SELECT (SELECT count(*) FROM webhook_inbox WHERE state = 'new')::int + (SELECT count(*) FROM outbox_messages)::int
       + (SELECT count(*) FROM outbox_events)::int AS n`,
  );
  return row?.n ?? 0;
}

function inboundBody(wamid: string, body: string, envelope: number): string {
  const { phoneNumberId: phone_number_id, displayPhoneNumber: display_phone_number, wabaId } = agency.number;
  const from = citizen.phone.slice(1);
  const message = { from, id: wamid, timestamp: String(Math.floor(Date.now() / 1000)), type: 'text', text: { body } };
  const metadata = { display_phone_number, phone_number_id };
  const value = { messaging_product: 'whatsapp', metadata, contacts: [{ wa_id: from }], messages: [message] };
  const entry = [{ id: wabaId, time: envelope, changes: [{ field: 'messages', value }] }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}

async function receive(text: string): Promise<void> {
  const raw = Buffer.from(text);
  await given.get(WebhookIntake).receive(raw, signWebhook(raw, APP_SECRET));
}

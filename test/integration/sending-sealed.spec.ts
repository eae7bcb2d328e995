import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, type Uuid } from '#libs/kernel';
import { MessagesService, type SendRequest } from '#libs/sending';
import { eventually } from '../support/eventually.js';
import { ACCESS_TOKEN, aPhone, type Citizen, type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

const NAME = 'Fatima Alrashid';
const DAY = 'Saturday the 14th at the clinic';
const REFERENCE = 'case-4711-hepatitis';
const METADATA = 'caseworker-Okonjo';
const ANSWER = 'I will bring my daughter Amina';

interface Table {
  readonly name: string;
  readonly rows: number;
}

let given: SendingFixture;
let agency: GivenAgency;
let citizen: Citizen;
let messageId: Uuid;
let tables: Table[];

beforeAll(async () => {
  given = await SendingFixture.open();
  agency = await given.agency();
  citizen = await given.citizen(agency, aPhone(), NAME);
  messageId = await send(reminderWithEverything());
  await given.pump(agency);
  await becomes(messageId, 'read');
  await write(ANSWER);
  await write('STOP');
  await eventually(async () => {
    await given.readWebhooks();
    await given.pump(agency);
    expect((await given.accepts(agency, citizen)).map(({ type }) => type)).toContain('text');
  });
  // A failure, a doubt and a waiting status leave traces of their own.
  await failAndDoubt();
  tables = await filledTables();
});

afterAll(() => given?.close());

function reminderWithEverything(): SendRequest {
  const template = { name: 'reminder', variables: { name: NAME, day: DAY } };
  return reminderTo(citizen, { template, reference: REFERENCE, metadata: { worker: METADATA } });
}

async function send(request: SendRequest): Promise<Uuid> {
  const once = { key: newId(), route: 'POST /v1/messages', body: request };
  return (await given.get(MessagesService).send(agency.ctx, request, once, ({ id, reference }) => ({ id, reference })))
    .body.id;
}

async function becomes(id: Uuid, state: string): Promise<void> {
  await eventually(async () => {
    await given.readWebhooks();
    expect((await given.message(id)).state).toBe(state);
  });
}

const write = (text: string) =>
  given.sim('POST', 'inbound', {
    from: citizen.phone,
    phoneNumberId: agency.number.phoneNumberId,
    text,
    name: NAME,
  });

async function failAndDoubt(): Promise<void> {
  const neighbour = await given.citizen(agency, aPhone(), NAME);
  for (const fault of [
    { kind: 'status', code: 131026, httpStatus: 400 },
    { kind: 'reset' },
    { kind: 'status', httpStatus: 502, graphBody: false },
  ]) {
    await given.sim('POST', 'faults', { ...fault, count: 1 });
    await send(reminderTo(neighbour, { template: { name: 'reminder', variables: { name: NAME, day: DAY } } }));
    await given.pump(agency);
  }
  await given.readWebhooks();
}

/** Every table and partition that holds rows, found in the catalogue, so that a new one is looked at from its first day. */
async function filledTables(): Promise<Table[]> {
  const names = await given.rows<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
       AND EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = format('%I.%I', table_schema, table_name)::regclass AND c.relkind = 'r')`,
  );
  const counted: Table[] = [];
  for (const { name } of names) {
    const [row] = await given.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`);
    counted.push({ name, rows: row?.n ?? 0 });
  }
  return counted.filter(({ rows }) => rows > 0);
}

/** Whole rows as text, each bytea in them also as the bytes that it is. */
async function contentOf({ name }: Table): Promise<string> {
  const rows = await given.rows<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
  const text = rows.map(({ row }) => row).join('\n');
  const bytes = [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'));
  return [text, ...bytes].join('\n');
}

/** A text as it may stand: plain, in hex, or inside some Base64, where it looks different at each of three places. */
function disguisesOf(text: string): string[] {
  const plain = Buffer.from(text);
  const inBase64 = [0, 1, 2].map((place) => {
    const encoded = Buffer.concat([Buffer.alloc(place), plain])
      .toString('base64')
      .replace(/=+$/, '');
    // What the neighbouring bytes have a part in is cut off.
    return encoded.slice(place === 0 ? 0 : place + 1, (place + plain.length) % 3 === 0 ? undefined : -1);
  });
  return [text, plain.toString('hex'), ...inBase64];
}

/** What no table may show. The end of the phone number stands for all its spellings, with and without its country. */
const secrets = (): [label: string, text: string][] => [
  ['the phone number', citizen.phone.slice(3)],
  ['the name', NAME],
  ['a template value', DAY],
  ['the reference', REFERENCE],
  ['the metadata', METADATA],
  ['what the citizen answered', ANSWER],
  ['the access token', ACCESS_TOKEN],
];

describe('after a send and an answer', () => {
  it('there is something to look at', async () => {
    const names = tables.map(({ name }) => name.replace(/_\d{4}_\d{2}$/, ''));
    expect(names).toEqual(
      expect.arrayContaining([
        'public.contacts',
        'public.contact_identities',
        'public.messages',
        'public.message_events',
        'public.provider_ids',
        'public.webhook_inbox',
        'public.idempotency_keys',
        'public.phone_numbers',
        'public.suppressions',
        'audit.staging',
      ]),
    );
  });

  it('the department reads all of it through the product', async () => {
    const { body } = await given.get(MessagesService).get(agency.ctx, messageId);
    expect(body).toMatchObject({ reference: REFERENCE, metadata: { worker: METADATA } });
    expect(JSON.stringify(body)).toContain(DAY);
    const { data } = await given.get(MessagesService).list(agency.ctx, { limit: 50, direction: 'inbound' });
    expect(JSON.stringify(data.map((message) => message.body))).toContain(ANSWER);
  });

  it('finds the message by its reference, which stands nowhere', async () => {
    const { data } = await given.get(MessagesService).list(agency.ctx, { limit: 50, reference: REFERENCE });
    expect(data.map(({ message }) => message.id)).toEqual([messageId]);
  });

  it('no table shows anything personal, nor the token, in any disguise', async () => {
    const found: string[] = [];
    for (const table of tables) {
      const content = await contentOf(table);
      for (const [label, text] of secrets()) {
        if (disguisesOf(text).some((disguise) => content.includes(disguise))) found.push(`${label} in ${table.name}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('would find it', async () => {
    const text = citizen.phone.slice(3);
    await given.rows('CREATE TABLE leak (agency_id uuid, a bytea, b text)');
    for (const [place, value] of ['', 'x', 'xx'].map((before) => `${before}${text}yy`).entries()) {
      await given.rows('TRUNCATE leak');
      await given.rows('INSERT INTO leak VALUES (NULL, NULL, $1)', [`wamid.${Buffer.from(value).toString('base64')}`]);
      const content = await contentOf({ name: 'public.leak', rows: 1 });
      expect(
        disguisesOf(text).some((disguise) => content.includes(disguise)),
        `at place ${place}`,
      ).toBe(true);
    }
    await given.rows('INSERT INTO leak VALUES (NULL, $1, NULL)', [Buffer.from(`..${NAME}..`)]);
    expect((await contentOf({ name: 'public.leak', rows: 1 })).includes(NAME)).toBe(true);
    await given.rows('DROP TABLE leak');
  });
});

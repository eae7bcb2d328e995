import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIELD_SAMPLES } from './field-samples.js';
import type { JsonObject } from './json.js';
import { eventually } from './testing/eventually.js';
import { aReminder, aText, CITIZEN, NUMBER, SimulatorRig, WABA } from './testing/simulator-rig.js';

let rig: SimulatorRig;

beforeEach(async () => {
  rig = await SimulatorRig.startListening();
});

afterEach(() => rig.close());

const write = async (body: JsonObject) =>
  (await rig.control('POST', 'inbound', { from: `+${CITIZEN}`, phoneNumberId: NUMBER, ...body }))['wamid'] as string;
const statuses = () => rig.receiver.statuses().map(({ status }) => status);
const changes = () => rig.receiver.posts.flatMap(({ body }) => body.entry.flatMap((entry) => entry.changes));

async function told(): Promise<JsonObject> {
  await eventually(() => expect(rig.receiver.messages().length).toBeGreaterThan(0));
  return rig.receiver.messages().at(-1) as unknown as JsonObject;
}

const FILE = { id: expect.stringMatching(/^\d+$/), sha256: expect.stringMatching(/=$/) };

const KINDS: readonly (readonly [kind: string, node: JsonObject, expected: JsonObject])[] = [
  ['text', { body: 'Hello' }, { type: 'text', text: { body: 'Hello' } }],
  ['image', { caption: 'Me' }, { type: 'image', image: { ...FILE, mime_type: 'image/jpeg', caption: 'Me' } }],
  ['video', {}, { type: 'video', video: { ...FILE, mime_type: 'video/mp4' } }],
  ['audio', {}, { type: 'audio', audio: { ...FILE, voice: true } }],
  ['document', { filename: 'bill.pdf' }, { type: 'document', document: { ...FILE, filename: 'bill.pdf' } }],
  ['sticker', { animated: true }, { type: 'sticker', sticker: { ...FILE, animated: true } }],
  [
    'location',
    { latitude: 9.05, longitude: 7.49 },
    { type: 'location', location: { latitude: 9.05, longitude: 7.49 } },
  ],
  ['contacts', { cards: [{ name: { formatted_name: 'Ade' } }] }, { type: 'contacts', contacts: [expect.any(Object)] }],
  ['own_number', { phone: '+447700900123' }, { type: 'contacts', origin: 'contact_request' }],
  ['button', { payload: 'YES', text: 'Yes' }, { type: 'button', button: { payload: 'YES', text: 'Yes' } }],
  [
    'button_reply',
    { id: 'a', title: 'A' },
    { interactive: { type: 'button_reply', button_reply: { id: 'a', title: 'A' } } },
  ],
  ['list_reply', { id: 'a', title: 'A' }, { interactive: { type: 'list_reply', list_reply: { id: 'a', title: 'A' } } }],
  [
    'flow_reply',
    { values: { district: 'north' } },
    {
      interactive: {
        type: 'nfm_reply',
        nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"district":"north"}' },
      },
    },
  ],
  ['call_permission', { response: 'reject' }, { interactive: { type: 'call_permission_reply' } }],
  ['order', { catalog_id: '7', product_items: [{ product_retailer_id: 'k' }] }, { type: 'order' }],
  ['request_welcome', {}, { type: 'request_welcome' }],
  ['unsupported', {}, { type: 'unsupported', unsupported: { type: 'poll_creation' }, errors: [{ code: 131051 }] }],
  ['poll_of_tomorrow', { option: 1 }, { type: 'poll_of_tomorrow', poll_of_tomorrow: { option: 1 } }],
];

describe('a citizen', () => {
  it.each(KINDS)('sends %s as Meta tells it', async (kind, node, expected) => {
    await write({ kind, [kind]: node });
    expect(await told()).toMatchObject({ from: CITIZEN, from_user_id: expect.stringMatching(/^GB\./), ...expected });
  });

  it('reacts to, corrects and takes back what is there, and nothing else', async () => {
    const target = await write({ text: 'Hello' });
    await write({ kind: 'reaction', reaction: { message_id: target, emoji: '👍' } });
    await write({ kind: 'edit', edit: { original_message_id: target, body: 'Hello!' } });
    await write({ kind: 'revoke', revoke: { original_message_id: target } });
    await eventually(() => expect(rig.receiver.messages()).toHaveLength(4));
    const unknown = {
      from: CITIZEN,
      phoneNumberId: NUMBER,
      kind: 'reaction',
      reaction: { message_id: 'wamid.nobody' },
    };
    const { status, body } = await rig.request('POST', '/_sim/inbound', unknown, null);
    expect([status, body]).toMatchObject([400, { error: { code: 'invalid-inbound', field: 'reaction.message_id' } }]);
  });

  it('forwards, answers, comes from an advertisement and writes in groups', async () => {
    const text = { body: 'Hello' };
    await write({
      kind: 'text',
      text,
      frequentlyForwarded: true,
      replyTo: 'wamid.A',
      referral: { source_type: 'ad' },
      groupId: 'g',
    });
    expect(await told()).toMatchObject({
      context: { from: expect.any(String), id: 'wamid.A', forwarded: true, frequently_forwarded: true },
      referral: { source_type: 'ad' },
      group_id: 'g',
    });
  });

  it('changes the number, gets a new id, a new device', async () => {
    const at = { phone: CITIZEN, phoneNumberId: NUMBER };
    const moved = await rig.control('POST', 'citizens/number', { ...at, to: '+447700900188' });
    expect(await told()).toMatchObject({ from: CITIZEN, system: { wa_id: '447700900188', user_id: moved['userId'] } });
    expect(rig.receiver.values()[0]).not.toHaveProperty('contacts');
    await rig.control('POST', 'citizens/user-id', { ...at, as: 'field' });
    await rig.control('POST', 'citizens/identity', at);
    await eventually(() => expect(changes().map(({ field }) => field)).toContain('user_id_update'));
    await eventually(async () => expect((await told())['system']).toMatchObject({ type: 'customer_identity_changed' }));
  });

  it('stops marketing, and marketing to them fails from then on', async () => {
    await rig.control('POST', 'citizens/marketing', { phone: CITIZEN, phoneNumberId: NUMBER, choice: 'stop' });
    await eventually(() => expect(changes()).toMatchObject([{ field: 'user_preferences' }]));
    expect(changes()[0]?.value).toMatchObject({ user_preferences: [{ value: 'stop', wa_id: CITIZEN }] });
    await rig.send(aReminder());
    await eventually(() => expect(statuses()).toContain('read'));
  });

  it('calls, and may be answered for a day', async () => {
    await rig.control('POST', 'citizens/call', { phone: CITIZEN, phoneNumberId: NUMBER });
    await eventually(() => expect(changes()).toMatchObject([{ field: 'calls' }]));
    await rig.send(aText());
    await eventually(() => expect(statuses()).toContain('read'));
    await rig.control('POST', 'clock', { advanceMs: 25 * 3_600_000 });
    await rig.send(aText());
    await eventually(() => expect(rig.receiver.statuses().at(-1)?.errors?.[0]?.code).toBe(131047));
  });
});

describe('personas', () => {
  const sendTo = (phone: string) => rig.send(aReminder({ to: `+${phone}` }));

  it.each([
    ['15550190102', 131026],
    ['15550190108', 137000],
  ])('by number: %s fails with %i', async (phone, code) => {
    await sendTo(phone);
    await eventually(() => expect(rig.receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code }] }]));
  });

  it('whoever blocked you gets nothing, and you are not told', async () => {
    await sendTo('15550190101');
    await sendTo(CITIZEN);
    await eventually(() => expect(statuses().sort()).toEqual(['delivered', 'read', 'sent', 'sent']));
  });

  it('whoever hides the phone is known by a user id alone', async () => {
    await rig.control('POST', 'personas', { phone: CITIZEN, is: 'hidden-phone', username: 'nadia', parentId: true });
    await write({ text: 'Hello' });
    const message = await told();
    expect(message).not.toHaveProperty('from');
    expect(message['from_parent_user_id']).toMatch(/^GB\.ENT\./);
    expect(rig.receiver.values()[0]?.contacts?.[0]).toMatchObject({
      profile: { username: '@nadia' },
      user_id: expect.any(String),
    });
    expect(rig.receiver.values()[0]?.contacts?.[0]).not.toHaveProperty('wa_id');
    await sendTo(CITIZEN);
    await eventually(() => expect(statuses()).toContain('delivered'));
    expect(rig.receiver.statuses()[0]).not.toHaveProperty('recipient_id');
    expect(rig.receiver.statuses()[0]).toHaveProperty('recipient_parent_user_id');
  });

  it('whoever is slow gets it later, unless the clock is moved', async () => {
    await rig.control('POST', 'personas', { phone: CITIZEN, is: 'slow', delayMs: 3_600_000 });
    await sendTo(CITIZEN);
    await eventually(() => expect(statuses()).toEqual(['sent']));
    await rig.control('POST', 'clock', { advanceMs: 3_700_000 });
    await eventually(() => expect(statuses().sort()).toEqual(['delivered', 'read', 'sent']));
  });

  it('are refused when they are nobody', async () => {
    const { status, body } = await rig.request('POST', '/_sim/personas', { phone: CITIZEN, is: 'a ghost' }, null);
    expect([status, body]).toMatchObject([400, { error: { code: 'invalid-persona', field: 'is' } }]);
  });
});

describe('fields', () => {
  it('are all told, in an entry that says when, unless they name a number', async () => {
    for (const field of Object.keys(FIELD_SAMPLES))
      await rig.control('POST', 'webhooks', { phoneNumberId: NUMBER, field });
    await eventually(() =>
      expect(new Set(changes().map(({ field }) => field))).toEqual(new Set(Object.keys(FIELD_SAMPLES))),
    );
    for (const { body } of rig.receiver.posts) {
      for (const entry of body.entry) {
        const isOfNumber = entry.changes.some(({ value }) => 'metadata' in (value as object));
        expect([isOfNumber, entry.time === undefined]).toEqual([isOfNumber, isOfNumber]);
      }
    }
    expect(rig.receiver.posts.every(({ isSigned }) => isSigned)).toBe(true);
  });

  it('carry what they are told to carry, and it is so from then on', async () => {
    const value = { max_daily_conversations_per_business: 'TIER_2K' };
    await rig.control('POST', 'webhooks', { phoneNumberId: NUMBER, field: 'business_capability_update', value });
    await eventually(() => expect(changes()[0]?.value).toMatchObject(value));
    await rig.control('POST', 'webhooks', { phoneNumberId: NUMBER, field: 'account_update' });
    const fields = 'fields=status,whatsapp_business_manager_messaging_limit';
    const { body } = await rig.graph('GET', `${NUMBER}?${fields}`);
    expect(body).toMatchObject({ status: 'RESTRICTED' });
    expect((await rig.send(aReminder())).body).toMatchObject({ error: { code: 368 } });
    const ban = (state: string) => ({ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: state } });
    await rig.control('POST', 'webhooks', { phoneNumberId: NUMBER, field: 'account_update', value: ban('DISABLE') });
    expect((await rig.send(aReminder())).body).toMatchObject({ error: { code: 131031 } });
    await rig.control('POST', 'webhooks', { phoneNumberId: NUMBER, field: 'account_update', value: ban('REINSTATE') });
    expect((await rig.send(aReminder())).status).toBe(200);
  });

  it('of tomorrow are told as they are given', async () => {
    await rig.control('POST', 'webhooks', { phoneNumberId: NUMBER, field: 'brand_new', value: { event: 'X' } });
    await eventually(() => expect(changes()).toEqual([{ field: 'brand_new', value: { event: 'X' } }]));
    expect(rig.receiver.posts[0]?.body.entry[0]?.id).toBe(WABA);
  });
});

describe('the way they come', () => {
  it('is one by one, in another order, or in the schema of before, when it is asked for', async () => {
    const delays = { sent: 5, delivered: 5, read: 5 };
    const how = { updatesPerPost: 1, shuffle: true, seed: 7, webhookVersion: 'v23' };
    await rig.control('POST', 'profile', { name: 'default', delays, ...how });
    await rig.send(aReminder());
    await eventually(() => expect(statuses().sort()).toEqual(['delivered', 'read', 'sent']));
    expect(rig.receiver.posts).toHaveLength(3);
    const sent = rig.receiver.statuses().find(({ status }) => status === 'sent');
    expect(sent).toMatchObject({
      pricing: { pricing_model: 'CBP' },
      conversation: { expiration_timestamp: expect.any(String) },
    });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContactsService } from '#libs/contacts';
import type { Uuid } from '#libs/kernel';
import { inboundView, MessagesService } from '#libs/sending';
import { WebhookIntake, WebhookProcessor } from '#libs/webhooks';
import { signWebhook } from '#libs/whatsapp';
import { mutatedTrees } from '../../libs/webhooks/src/mutated-webhooks.builder.js';
import { APP_SECRET, type GivenAgency, reminderTo, SendingFixture, SILENT } from './sending-fixture.js';

const FIXTURES = new URL('../fixtures/whatsapp/webhooks/', import.meta.url);
const NAMES = readdirSync(FIXTURES).map((name) => name.replace('.json', ''));
const STATUS_NAMES = NAMES.filter((name) => name.startsWith('messages.status.'));

/** The share of the fuzzer that goes through the database. */
const MUTATED = 300;

const OUR_WAMID = 'wamid.HBgLMTU1NTAxNDIzNzcVAgARGBI0QzFGMEE3N0QyRTk0QjNBNjAA';

interface Told {
  readonly agency: GivenAgency;
  /** The citizen of this one fixture. */
  readonly phone: string;
  readonly userId: string;
  /** The outbound message that it speaks of. */
  readonly messageId: Uuid;
}

let given: SendingFixture;
let agency: GivenAgency;
const told = new Map<string, Told>();

/** Every fixture is told at once, each with a citizen and a message of its own, and then understood by the worker. */
beforeAll(async () => {
  given = await SendingFixture.open();
  await given.sim('POST', 'profile', SILENT);
  agency = await given.agency();
  const citizens = await given.citizens(agency, NAMES.length);
  const ids = await given.accept(
    agency,
    citizens.map((citizen) => reminderTo(citizen)),
  );
  await given.pump(agency);
  const accepts = await given.accepts(agency);
  for (const [place, name] of NAMES.entries()) {
    const { phone = '' } = citizens[place] ?? {};
    const wamid = accepts.find(({ to }) => `+${to}` === phone)?.wamid ?? '';
    const one = { agency, phone, userId: `GB.${9_000_000 + place}`, messageId: ids[place] ?? '' };
    told.set(name, one);
    const raw = Buffer.from(bodyOf(name, one, wamid));
    await given.get(WebhookIntake).receive(raw, signWebhook(raw, APP_SECRET));
  }
  for (const webhookClass of [0, 1] as const) while ((await given.get(WebhookProcessor).processDue(webhookClass)) > 0);
}, 60_000);

afterAll(() => given?.close());

function bodyOf(name: string, { phone, userId }: Told, wamid: string): string {
  const { phoneNumberId, wabaId, displayPhoneNumber } = agency.number;
  return readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8')
    .replaceAll(OUR_WAMID, wamid)
    .replaceAll('331020410093245', phoneNumberId)
    .replaceAll('331020410093999', phoneNumberId)
    .replaceAll('215589313241560', wabaId)
    .replaceAll('15550100200', displayPhoneNumber.replace(/\D/g, ''))
    .replaceAll('15550142377', phone.slice(1))
    .replaceAll('15550148866', `44${phone.slice(3).split('').reverse().join('')}`)
    .replaceAll('US.30481726559013842217', userId)
    .replaceAll('US.99015534877102264413', `${userId}9`)
    .replaceAll(/wamid\.HBgLMTU1NTAxNDIzNzcVAgASGBQ/g, `wamid.${NAMES.indexOf(name)}x`);
}

const of = (name: string): Told => told.get(name) as Told;

/** The contacts that the citizen's ids lead to: two while nobody has shown that both ids are theirs. */
async function contactsOf({ phone, userId }: Told): Promise<Uuid[]> {
  const found = await given.within(agency.ctx, (tx) => given.get(ContactsService).resolve(tx, [{ phone }, { userId }]));
  return [...new Set(found.flatMap((contact) => contact?.id ?? []))];
}

/** What came in from the citizen of a fixture, as the API shows it. */
async function received(name: string): Promise<Record<string, unknown>[]> {
  const ids = await given.rows<{ id: Uuid }>(
    `SELECT m.id FROM messages m WHERE m.agency_id = $1 AND m.direction = 'inbound' AND m.contact_id = ANY ($2) ORDER BY m.id`,
    [agency.ctx.agencyId, await contactsOf(of(name))],
  );
  const views = await Promise.all(ids.map(({ id }) => given.get(MessagesService).get(agency.ctx, id)));
  return views.map(({ body, files }) => (body?.content.type === 'inbound' ? inboundView(body.content, files) : {}));
}

const newsOf = (field: string) =>
  given.rows<{ event: string; weight: number; detail: object }>(
    'SELECT event, weight, detail FROM whatsapp_news WHERE agency_id = $1 AND field = $2 ORDER BY id',
    [agency.ctx.agencyId, field],
  );

const CHOICE = { id: 'appt:confirm:88213', title: 'Confirm' };
/** To be fetched by a job of its own. */
const FILES = [{ id: expect.stringMatching(/^med_/), state: 'receiving' }];
const FILE = { providerMediaId: '1184420937765102', sha256: expect.any(String) };
const ABOUT_OURS = { about: expect.stringMatching(/^msg_/) };

/** What the agency is shown of each message. */
const SHOWN: Readonly<Record<string, object>> = {
  audio_file: { type: 'audio', media: { ...FILE, mimeType: 'audio/mpeg', isVoice: false } },
  audio_voice_note: { type: 'audio', media: { ...FILE, isVoice: true }, files: FILES },
  button_auth_did_not_request: { type: 'button', button: { payload: 'DID_NOT_REQUEST_CODE' }, ...ABOUT_OURS },
  button_template_quick_reply: { type: 'button', text: { body: 'Stop alerts' }, ...ABOUT_OURS },
  contacts: {
    type: 'contacts',
    isOwnNumber: false,
    contacts: [{ name: 'Ade Okonjo', phones: ['+1 555 014 9900'], emails: ['ade@example.org'], company: 'City Works' }],
  },
  contacts_shared_phone_via_request: { type: 'contacts', isOwnNumber: true },
  document: {
    type: 'document',
    media: { ...FILE, fileName: 'bill-november.pdf', caption: 'Proof of address' },
    files: FILES,
  },
  edit: { type: 'edit', edit: { kind: 'text', text: 'Is my renewal ready on Monday?' } },
  image: { type: 'image', media: { ...FILE, caption: 'My old licence', mimeType: 'image/jpeg' } },
  image_group: { type: 'image', media: FILE, groupId: expect.any(String) },
  interactive_button_reply: { type: 'button_reply', text: { body: 'Confirm' }, choice: CHOICE, ...ABOUT_OURS },
  interactive_call_permission_reply: {
    type: 'call_permission',
    permission: { response: 'accept', isPermanent: false, expiresAt: expect.stringMatching(/Z$/) },
  },
  interactive_list_reply: { type: 'list_reply', choice: { id: 'slot:0930', title: '09:30', description: 'Room 4' } },
  interactive_nfm_reply_address: { type: 'flow_reply', flow: { name: 'address_message', values: expect.any(Object) } },
  interactive_nfm_reply_flow: { type: 'flow_reply', flow: { values: { flow_token: 'case-55210', district: 'north' } } },
  interactive_without_node: { type: 'unsupported', unsupported: { of: 'interactive', code: 131000 } },
  location: { type: 'location', location: { latitude: 9.05785, longitude: 7.49508, name: 'Central Registry' } },
  location_reply_to_request: { type: 'location', ...ABOUT_OURS },
  media_download_error_131052_type_unconfirmed: { type: 'unsupported', unsupported: { of: 'image', code: 131052 } },
  order: {
    type: 'order',
    order: { items: [{ productId: 'permit-kit-02', quantity: 2, price: 3.5, currency: 'USD' }] },
  },
  poll_of_tomorrow: { type: 'unknown', name: 'poll_answer' },
  reaction: { type: 'reaction', emoji: '👍', ...ABOUT_OURS },
  reaction_removed: { type: 'reaction', emoji: null, ...ABOUT_OURS },
  request_welcome: { type: 'request_welcome' },
  revoke: { type: 'revoke', ...ABOUT_OURS },
  sticker: { type: 'sticker', media: { ...FILE, isAnimated: false } },
  system_customer_changed_number_old: { type: 'system', system: { change: 'customer_changed_number' } },
  system_identity_changed: { type: 'system', system: { change: 'customer_identity_changed' } },
  system_user_changed_number: { type: 'system', system: { change: 'user_changed_number' } },
  system_user_changed_user_id: { type: 'system', system: { change: 'user_changed_user_id' } },
  text: { type: 'text', text: { body: 'Is my renewal ready?' } },
  text_forwarded: { type: 'text', isForwarded: true },
  text_frequently_forwarded: { type: 'text', isForwarded: true, isForwardedOften: true },
  text_group: { type: 'text', groupId: expect.any(String) },
  text_identity_check: { type: 'text', text: { body: 'Please confirm' } },
  text_parent_bsuid: { type: 'text', text: { body: 'Is my renewal ready?' } },
  text_phone_hidden_bsuid_only: { type: 'text', text: { body: 'May I stay without a number?' } },
  text_referral_ctwa: {
    type: 'text',
    referral: { kind: 'ad', id: '120218877014560334', headline: 'Chat with the clinic' },
  },
  text_referred_product: { type: 'text', product: { catalogId: '771204459981034', productId: 'permit-kit-02' } },
  text_reply_context: { type: 'text', text: { body: 'Yes, that time works' }, ...ABOUT_OURS },
  unsupported: { type: 'unsupported', unsupported: { of: 'poll_creation', code: 131051 } },
  unsupported_group_130501: { type: 'unsupported', unsupported: { code: 130501 }, groupId: expect.any(String) },
  video: { type: 'video', media: { ...FILE, caption: 'The leak', mimeType: 'video/mp4' }, files: FILES },
};

/** Kinds of messages whose fixtures say of a citizen what is known under their old ids. */
const MOVED = /^system_(user_changed|customer_changed)/;

describe('every fixture', () => {
  it('is stored, understood and done', async () => {
    const rows = await given.rows<{ state: string; error: string | null }>('SELECT state, error FROM webhook_inbox');
    expect(rows).toHaveLength(NAMES.length);
    expect(rows.filter(({ state }) => state !== 'done')).toEqual([]);
  });

  it('of a message has its place in this table', () => {
    const names = NAMES.filter((name) => name.startsWith('messages.inbound.')).map((name) => name.slice(17));
    expect(Object.keys(SHOWN).sort()).toEqual(names.sort());
  });
});

describe('a message that came in', () => {
  it.each(Object.keys(SHOWN).filter((name) => !MOVED.test(name)))('is shown as what it is: %s', async (name) => {
    const shown = await received(`messages.inbound.${name}`);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject(SHOWN[name] as object);
  });

  it.each(['text', 'image', 'unsupported', 'text_phone_hidden_bsuid_only'])('opens the window: %s', async (name) => {
    expect(await windowsOf(await contactsOf(of(`messages.inbound.${name}`)))).toBe(1);
  });

  it.each(['text_group', 'revoke', 'system_identity_changed', 'request_welcome'])(
    'opens no window when it is not said to the agency: %s',
    async (name) => {
      expect(await windowsOf(await contactsOf(of(`messages.inbound.${name}`)))).toBe(0);
    },
  );

  it('of several in one body, each has its number and its citizen', async () => {
    expect((await received('messages.batched_mixed')).map(({ text }) => text)).toEqual([
      { body: 'Hello' },
      { body: 'Anyone there?' },
    ]);
    expect((await given.message(of('messages.batched_mixed').messageId)).state).toBe('read');
  });

  it('while an assistant has the chat, and a call, are messages as well', async () => {
    expect(await received('standby.shape_partly_unconfirmed')).toMatchObject([{ type: 'text' }]);
    expect(await received('calls.connect_user_initiated')).toMatchObject([
      { type: 'call', call: { event: 'connect' } },
    ]);
    expect(await received('calls.connect_business_initiated')).toEqual([]);
  });

  it('in an old chat, an echo or an address book is none', async () => {
    for (const name of ['history.threads', 'history.media', 'smb_message_echoes.text', 'smb_app_state_sync'])
      expect(await received(name)).toEqual([]);
    const stopped = await given.rows(`SELECT 1 FROM suppressions WHERE agency_id = $1 AND reason = 'optout'`, [
      agency.ctx.agencyId,
    ]);
    expect(stopped).toEqual([]);
  });
});

async function windowsOf(contactIds: readonly Uuid[]): Promise<number> {
  return (await given.rows('SELECT 1 FROM contact_windows WHERE contact_id = ANY ($1)', [contactIds])).length;
}

describe('people', () => {
  it.each([
    ['messages.inbound.system_user_changed_number', { phone: 'gone', userId: 'known' }],
    ['messages.inbound.system_customer_changed_number_old', { phone: 'gone', userId: 'unknown' }],
    ['messages.inbound.system_user_changed_user_id', { phone: 'known', userId: 'known' }],
    ['user_id_update.wrapper_unconfirmed', { phone: 'known', userId: 'unknown' }],
  ])('keep their contact: %s', async (name) => {
    const { phone, userId } = of(name);
    const [byPhone, byNewPhone, byNewId] = await given.within(agency.ctx, (tx) =>
      given
        .get(ContactsService)
        .resolve(tx, [
          { phone },
          { phone: `+44${phone.slice(3).split('').reverse().join('')}` },
          { userId: `${userId}9` },
        ]),
    );
    if (name.includes('number')) {
      expect(byPhone).toBeNull();
      expect(byNewPhone).not.toBeNull();
    } else expect(byNewId).not.toBeNull();
    const [original] = await given.rows<{ contact_id: Uuid }>('SELECT contact_id FROM messages WHERE id = $1', [
      of(name).messageId,
    ]);
    if (name !== 'messages.inbound.system_user_changed_user_id') {
      expect((byNewPhone ?? byNewId)?.id).toBe(original?.contact_id);
    }
  });

  it('who share their own number are one with the contact of that number', async () => {
    expect(await contactsOf(of('messages.inbound.contacts_shared_phone_via_request'))).toHaveLength(1);
  });

  it('who stop marketing inside WhatsApp get none, and who resume it may again', async () => {
    const optOuts = await given.rows<{ until: Date | null; category: string }>(
      `SELECT until, category FROM suppressions WHERE agency_id = $1 AND reason = 'provider_optout'`,
      [agency.ctx.agencyId],
    );
    // Phone and user id of the one who stopped, and of the one whose message was refused for it.
    expect(optOuts.length).toBeGreaterThanOrEqual(2);
    expect(optOuts.every(({ category, until }) => category === 'marketing' && until === null)).toBe(true);
    const [contactId] = await contactsOf(of('user_preferences.signup'));
    const optIn = await given.rows('SELECT method FROM whatsapp_opt_ins WHERE contact_id = $1', [contactId]);
    expect(optIn).toEqual([{ method: 'whatsapp_button' }]);
  });
});

describe('a status', () => {
  const WORD = /^messages\.status\.(?:group_)?(sent|delivered|read|played|failed)/;

  it.each(STATUS_NAMES)('moves its message: %s', async (name) => {
    const [, state = ''] = WORD.exec(name) ?? [];
    const message = await given.message(of(name).messageId);
    const [, code] = /failed_(\d+)/.exec(name) ?? [];
    expect(message.state).toBe(state);
    if (code) expect(message.failure_code).toBe(code);
  });
});

describe('news', () => {
  it.each([
    ['account_alerts', { event: 'OBA_REJECTED', weight: 2 }],
    ['account_review_update', { event: 'APPROVED', weight: 0 }],
    ['account_settings_update', { event: 'changed' }],
    ['account_update', { event: 'ACCOUNT_VIOLATION', weight: 2, detail: { violation: 'SCAM' } }],
    ['account_update', { event: 'VOLUME_BASED_PRICING_TIER_UPDATE', weight: 0, detail: { tier: '25000001:50000000' } }],
    ['account_update', { event: 'DISABLED_UPDATE', weight: 2, detail: { ban: 'SCHEDULE_FOR_DISABLE' } }],
    ['business_capability_update', { detail: { limit: 'TIER_2K', numbers: 20 } }],
    ['business_capability_update', { detail: { limit: 'TIER_1K', numbers: 25 } }],
    ['business_status_update', { event: 'BUSINESS_VERIFIED' }],
    ['business_username_updates', { event: 'approved' }],
    ['flows', { event: 'FLOW_STATUS_CHANGE' }],
    ['messages', { event: 'error 130429', weight: 1 }],
    ['messages', { event: 'error 131035', weight: 1 }],
    ['messaging_handovers', { event: 'told' }],
    ['payment_configuration_update', { event: 'told' }],
    ['phone_number_name_update', { event: 'REJECTED', weight: 2, detail: { reason: 'NAME_NOT_CONSISTENT' } }],
    ['phone_number_quality_update', { event: 'UPGRADE', detail: { limit: 'TIER_10K' } }],
    ['security', { event: 'PIN_CHANGED', weight: 1 }],
    ['security', { event: 'PIN_RESET_REQUEST', weight: 2 }],
    ['group_status_update', { event: 'told' }],
  ])('of %s are kept: %j', async (field, expected) => {
    expect(await newsOf(field)).toContainEqual(expect.objectContaining(within(expected)));
  });

  it.each([
    'history',
    'smb_app_state_sync',
    'smb_message_echoes',
    'group_participants_update',
    'automatic_events',
    'tracking_events',
  ])('of %s are none', async (field) => {
    expect(await newsOf(field)).toEqual([]);
  });

  it('of a portfolio belong to the platform', async () => {
    const rows = await given.rows(`SELECT 1 FROM whatsapp_news WHERE field = 'partner_solutions' AND agency_id <> $1`, [
      agency.ctx.agencyId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('hold the number’s bulk for as long as a restriction says, and set the limit of the portfolio', async () => {
    const [number] = await given.rows<{ bulk_held_reason: string; bulk_held_until: Date; messaging_limit: string }>(
      'SELECT bulk_held_reason, bulk_held_until, messaging_limit FROM phone_numbers WHERE id = $1',
      [agency.number.id],
    );
    expect(number?.bulk_held_reason).toBe('account-restricted');
    expect(number?.bulk_held_until).toEqual(new Date(1795946400_000));
    expect(number?.messaging_limit).toMatch(/^TIER_/);
  });
});

function within(expected: object): object {
  return Object.fromEntries(
    Object.entries(expected).map(([key, value]) => [key, key === 'detail' ? expect.objectContaining(value) : value]),
  );
}

describe('bodies that nobody foresaw', () => {
  it('are understood or kept for a person, every one of them', async () => {
    const other = await given.agency();
    const texts = fc.sample(mutatedTrees, { numRuns: MUTATED, seed: 20261123 });
    const receive = async (raw: Buffer) => given.get(WebhookIntake).receive(raw, signWebhook(raw, APP_SECRET));
    for (const text of texts) {
      const own = text
        .replaceAll('331020410093245', other.number.phoneNumberId)
        .replaceAll('215589313241560', other.number.wabaId);
      await receive(Buffer.from(own));
    }
    for (const webhookClass of [0, 1] as const)
      while ((await given.get(WebhookProcessor).processDue(webhookClass)) > 0);
    const rows = await given.rows<{ state: string; error: string | null; n: number }>(
      'SELECT state, error, count(*)::int AS n FROM webhook_inbox GROUP BY state, error',
    );
    const unforeseen = rows.filter(({ state, error }) => state !== 'done' && error !== 'unknown-number');
    expect(unforeseen).toEqual([]);
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(MUTATED);
  }, 60_000);
});

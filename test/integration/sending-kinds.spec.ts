import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError, type Uuid } from '#libs/kernel';
import { MediaUploads, MediaWork } from '#libs/media';
import {
  AcceptService,
  FREE_FORM_KINDS,
  type FreeFormByKind,
  MessagesService,
  ReadReceipts,
  type SendRequest,
} from '#libs/sending';
import { TemplatesService } from '#libs/templates';
import { eventually } from '../support/eventually.js';
import { ACCESS_TOKEN, type Citizen, type GivenAgency, SendingFixture } from './sending-fixture.js';

const LINK = 'https://cdn.example.org/a';
const PICTURE = { image: { link: LINK } };
const CARD = { header: PICTURE, link: { title: 'Open', url: 'https://example.org' } };

/** One content of each kind; a reaction needs something to react to. */
const CONTENTS: Omit<FreeFormByKind, 'reaction'> = {
  text: { body: 'See https://example.org', previewUrl: true },
  image: { link: LINK, caption: 'The way in' },
  video: { link: LINK },
  audio: { link: LINK, voice: true },
  document: { link: LINK, filename: 'notice.pdf' },
  sticker: { link: LINK },
  location: { latitude: 9.05785, longitude: 7.49508, name: 'Central Registry', address: '14 Unity Road' },
  contacts: [{ name: { formatted: 'Amina Bello', first: 'Amina' }, phones: [{ phone: '+44 7700 900124' }] }],
  buttons: { header: PICTURE, body: 'Is this yours?', footer: 'Recorded', buttons: [{ id: 'y', title: 'Yes' }] },
  list: { body: 'What do you need?', button: 'Choose', sections: [{ rows: [{ id: 'p', title: 'Passport' }] }] },
  linkButton: { header: { text: 'Your case' }, body: 'See how far it is.', title: 'Open', url: 'https://example.org' },
  flow: { body: 'Fill in the form.', flowId: '6600112233', title: 'Start', screen: 'START', data: { a: 1 } },
  locationRequest: { body: 'Where is the leak?' },
  contactRequest: { body: 'Which number is yours?' },
  addressRequest: { body: 'Where to?', country: 'IN', values: { name: 'N. Okonjo' } },
  carousel: { body: 'Centres near you', cards: [CARD, CARD] },
};

const PNG = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0b6b5d' } })
  .png()
  .toBuffer();

const TEMPLATES = [
  {
    name: 'voucher',
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Free rides', has_expiration: true } },
      { type: 'BODY', text: 'Ride free with {{1}} this week.' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Stop' },
          { type: 'COPY_CODE', text: 'Copy' },
          { type: 'URL', text: 'Open', url: 'https://example.org/{{1}}' },
          { type: 'FLOW', text: 'Apply' },
        ],
      },
    ],
  },
  {
    name: 'centres',
    components: [
      { type: 'BODY', text: 'Hello {{1}}, these are near you.' },
      {
        type: 'CAROUSEL',
        cards: ['North', 'South'].map((name) => ({
          components: [
            { type: 'HEADER', format: 'IMAGE' },
            { type: 'BODY', text: `Centre ${name}, {{1}}.` },
            {
              type: 'BUTTONS',
              buttons: [
                { type: 'QUICK_REPLY', text: 'Book' },
                { type: 'URL', text: 'Map', url: 'https://example.org/{{1}}' },
              ],
            },
          ],
        })),
      },
    ],
  },
];

let given: SendingFixture;
let agency: GivenAgency;
let citizen: Citizen;
let written: Uuid;

beforeAll(async () => {
  given = await SendingFixture.open();
  agency = await given.agency();
  citizen = await given.citizen(agency);
  await addTemplates();
  written = await writes(citizen, 'Where do I go?');
});

afterAll(() => given?.close());

async function addTemplates(): Promise<void> {
  const { wabaId, phoneNumberId, displayPhoneNumber, verifiedName } = agency.number;
  const template = { language: 'en', category: 'MARKETING', status: 'APPROVED' };
  const templates = TEMPLATES.map((one) => ({ ...template, ...one }));
  const phoneNumbers = [{ id: phoneNumberId, displayPhoneNumber, verifiedName }];
  await given.sim('PUT', 'world', {
    wabas: [{ id: wabaId, name: verifiedName, accessToken: ACCESS_TOKEN, phoneNumbers, templates }],
  });
  await given.get(TemplatesService).sync(agency.ctx);
}

/** What the citizen writes, as a message of ours. */
async function writes({ phone, contactId }: Citizen, text: string): Promise<Uuid> {
  await given.sim('POST', 'inbound', { from: phone, phoneNumberId: agency.number.phoneNumberId, text });
  let id: Uuid | undefined;
  await eventually(async () => {
    await given.readWebhooks();
    const { data } = await given.get(MessagesService).list(agency.ctx, { limit: 1, contactId, direction: 'inbound' });
    id = data[0]?.message.id;
    expect(id).toBeDefined();
  });
  return id as Uuid;
}

const to = (content: Partial<SendRequest>, who: Citizen = citizen): SendRequest => ({
  recipient: { contactId: who.contactId },
  purpose: 'reminders',
  ...content,
});

/** `sent`, or why not. */
async function becomes(request: SendRequest): Promise<{ id: Uuid; state: string; failure: string | null }> {
  const [id] = await given.accept(agency, [request]);
  await given.pump(agency);
  const { state, failure_code } = await given.message(id as Uuid);
  return { id: id as Uuid, state, failure: failure_code };
}

async function refusal(request: SendRequest): Promise<string> {
  const [outcome] = await given.within(agency.ctx, (tx) => given.get(AcceptService).acceptAll(tx, [request]));
  if (!(outcome instanceof DomainError)) return 'accepted';
  return [outcome.code, ...(outcome.errors ?? []).map(({ field, code }) => `${field} ${code}`)].join(' ');
}

async function shown(id: Uuid) {
  const { body, message } = await given.get(MessagesService).get(agency.ctx, id);
  return { kind: message.kind, content: body?.content, quoted: body?.quoted?.messageId };
}

const SENT = ['sent', 'delivered', 'read'];

describe('Each kind of message', () => {
  it.each(FREE_FORM_KINDS.filter((kind) => kind !== 'reaction'))(
    'is accepted, sealed, sent and shown: %s',
    async (kind) => {
      const { id, state, failure } = await becomes(to({ [kind]: CONTENTS[kind as keyof typeof CONTENTS] }));
      expect([SENT.includes(state), failure]).toEqual([true, null]);
      expect(await shown(id)).toMatchObject({
        kind,
        content: { type: kind, [kind]: CONTENTS[kind as keyof typeof CONTENTS] },
      });
    },
  );

  it('answers and reacts to what the citizen wrote', async () => {
    const answer = await becomes(to({ text: { body: 'To the registry.' }, replyTo: written }));
    expect([SENT.includes(answer.state), (await shown(answer.id)).quoted]).toEqual([true, written]);
    const reaction = await becomes(to({ reaction: { messageId: written, emoji: '👍' } }));
    expect([SENT.includes(reaction.state), reaction.failure]).toEqual([true, null]);
  });

  it('goes in a batch as alone, with a constant number of statements', async () => {
    const requests = FREE_FORM_KINDS.filter((kind) => kind !== 'reaction').map((kind) =>
      to({ [kind]: CONTENTS[kind as keyof typeof CONTENTS], replyTo: written }),
    );
    const accept = (some: readonly SendRequest[]) => given.fewestStatements(() => given.accept(agency, some));
    expect(await accept(requests)).toBe(await accept(requests.slice(0, 1)));
    await given.pump(agency);
  });

  it('waits for its time with everything that it says', async () => {
    const sendAt = new Date(given.clock.now().getTime() + 3_600_000);
    const [id] = await given.accept(agency, [to({ list: CONTENTS.list, replyTo: written, sendAt })]);
    await given.pump(agency);
    expect((await given.message(id as Uuid)).state).toBe('accepted');
    given.advance(3_600_000);
    await given.pump(agency);
    expect(SENT).toContain((await given.message(id as Uuid)).state);
    given.advance(-3_600_000);
  });

  it('is refused outside the 24 hours after the citizen wrote', async () => {
    const stranger = await given.citizen(agency);
    const refusals = await Promise.all(
      FREE_FORM_KINDS.filter((kind) => kind !== 'reaction').map((kind) =>
        refusal(to({ [kind]: CONTENTS[kind as keyof typeof CONTENTS] }, stranger)),
      ),
    );
    expect(new Set(refusals)).toEqual(new Set(['window-closed']));
  });
});

describe('What cannot be said', () => {
  it('is refused before anything is stored, with the field at fault', async () => {
    const before = await given.states(agency);
    const emoji = { messageId: written, emoji: 'ok' };
    expect(await refusal(to({ reaction: emoji }))).toBe('invalid-request reaction.emoji not-allowed');
    expect(await refusal(to({ image: {} }))).toBe('invalid-request image.link required');
    expect(await given.states(agency)).toEqual(before);
  });

  it('is an answer to what we wrote, to what somebody else wrote, or to nothing that is known', async () => {
    const ours = await becomes(to({ text: { body: 'Hello.' } }));
    expect(await refusal(to({ text: { body: 'Again.' }, replyTo: ours.id }))).toBe('not-quotable');
    const other = await given.citizen(agency);
    await writes(other, 'Me too');
    expect(await refusal(to({ text: { body: 'No.' }, replyTo: written }, other))).toBe('not-quotable');
    expect(await refusal(to({ text: { body: 'No.' }, replyTo: citizen.contactId }))).toBe('not-found');
  });
});

describe('A file of the library', () => {
  const upload = async (name: string, bytes: Buffer): Promise<Uuid> => {
    const file = { bytes: Readable.from([bytes]), name, altText: async () => null };
    return (await given.get(MediaUploads).upload(agency.ctx, file)).media.id;
  };

  it('is handed over to WhatsApp first, and its message waits for it without using up an attempt', async () => {
    const mediaId = await upload('plan.png', PNG);
    const [id] = await given.accept(agency, [to({ image: { mediaId, caption: 'The plan' } })]);
    await given.pump(agency);
    const [waiting] = await given.outbox(agency);
    expect([waiting?.message_id, waiting?.attempts, waiting?.waits]).toEqual([id, 0, 1]);
    while ((await given.get(MediaWork).startDue()) > 0) await given.get(MediaWork).idle();
    given.advance(5_000);
    await given.pump(agency);
    const { state, attempt_no } = await given.message(id as Uuid);
    expect([SENT.includes(state), attempt_no]).toEqual([true, 1]);
    expect((await shown(id as Uuid)).content).toEqual({ type: 'image', image: { mediaId, caption: 'The plan' } });
  });

  it('is refused as what it is not, and where it is not known', async () => {
    const mediaId = await upload('plan.png', PNG);
    expect(await refusal(to({ video: { mediaId } }))).toBe('media-wrong-kind video.mediaId media-wrong-kind');
    expect(await refusal(to({ image: { mediaId: written } }))).toBe('media-unknown image.mediaId media-unknown');
    const header = { image: { mediaId: written } };
    expect(await refusal(to({ buttons: { ...CONTENTS.buttons, header } }))).toContain('buttons.header.image.mediaId');
  });
});

describe('A template', () => {
  const voucher = {
    name: 'voucher',
    variables: { '1': 'BUS25', 'button.1': 'BUS25', 'button.2': 't/1' },
    header: PICTURE,
    buttons: [
      { index: 0, payload: 'STOP_OFFERS' },
      { index: 3, flowToken: 'case-1', flowData: { district: 'north' } },
    ],
    offerExpiresAt: '2027-01-01T00:00:00.000Z',
  };
  const card = (name: string) => ({
    variables: { '1': name, 'button.1': name },
    header: PICTURE,
    buttons: [{ index: 0, payload: `book:${name}` }],
  });
  const centres = { name: 'centres', variables: { '1': 'Nadia' }, cards: [card('n'), card('s')] };

  it.each([
    ['picture, offer, code, link, quick reply and flow', voucher],
    ['a carousel', centres],
  ])('is sent with %s', async (_label, template) => {
    const { id, state, failure } = await becomes(to({ template }));
    expect([SENT.includes(state), failure]).toEqual([true, null]);
    expect((await shown(id)).content).toMatchObject({ type: 'template', template });
  });

  it.each([
    ['no picture', { ...voucher, header: undefined }, 'template.header.image required'],
    [
      'a film for a picture',
      { ...voucher, header: { ...PICTURE, video: { link: LINK } } },
      'template.header.video not-allowed',
    ],
    ['no end of the offer', { ...voucher, offerExpiresAt: undefined }, 'template.offerExpiresAt required'],
    [
      'a button that is not there',
      { ...voucher, buttons: [{ index: 4, payload: 'x' }] },
      'template.buttons.0.index out-of-range',
    ],
    [
      'a payload for a link',
      { ...voucher, buttons: [{ index: 2, payload: 'x' }] },
      'template.buttons.0.payload not-allowed',
    ],
    [
      'a payload that is too long',
      { ...voucher, buttons: [{ index: 0, payload: 'x'.repeat(257) }] },
      'template.buttons.0.payload too-long',
    ],
    ['one card of two', { ...centres, cards: [card('n')] }, 'template.cards out-of-range'],
    [
      'a card without its variable',
      { ...centres, cards: [card('n'), { header: PICTURE }] },
      'template.cards.1.variables.1 required',
    ],
    ['cards for a template without', { ...voucher, cards: [card('n')] }, 'template.cards out-of-range'],
  ])('is refused with %s', async (_label, template, problem) => {
    expect(await refusal(to({ template }))).toContain(`template-parameters ${problem}`);
  });
});

describe(ReadReceipts, () => {
  const read = (id: Uuid, typing = false) => given.get(ReadReceipts).mark(agency.ctx, id, { typing });

  it('shows the citizen that the message was read, and keeps that it was', async () => {
    await read(written, true);
    const chats = await given.sim<{ data: { phoneNumberId: string; messages: { body: string; status: string }[] }[] }>(
      'GET',
      `threads?phone=${encodeURIComponent(citizen.phone)}`,
    );
    const chat = chats.data.find(({ phoneNumberId }) => phoneNumberId === agency.number.phoneNumberId);
    expect(chat?.messages.find(({ body }) => body === 'Where do I go?')?.status).toBe('read');
    expect(await given.entries(agency, written)).toContain('message.marked_read');
  });

  it('refuses a message of ours, and one that is not there', async () => {
    const { id } = await becomes(to({ text: { body: 'Hello.' } }));
    await expect(read(id)).rejects.toMatchObject({ code: 'not-markable' });
    await expect(read(citizen.contactId)).rejects.toMatchObject({ code: 'not-found' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemReader } from '#libs/http';
import { DomainError, toWireId } from '#libs/kernel';
import { SendMessageDto } from './dto/send-message.dto.js';
import { toSendRequest } from './to-send-request.js';

const read = itemReader(SendMessageDto, 'body');
const MESSAGE = '0193f000-0000-7000-8000-000000000001';
const LINK = 'https://example.org/a';
const BASE = { to: '+447700900123', purpose: 'reminders' };

const PICTURE = { link: LINK };
const REPLIES = [
  { id: 'y', title: 'Yes' },
  { id: 'n', title: 'No' },
];
const ROW = { id: 'r1', title: 'Passport' };
const CARD = { header: { image: PICTURE }, link: { title: 'Open', url: LINK } };

/** One good content of each kind. */
const GOOD: Readonly<Record<string, unknown>> = {
  text: { body: 'Your result is there.', previewUrl: true },
  image: { link: LINK, caption: 'The way in' },
  video: { link: LINK, caption: 'How to fill in form B' },
  audio: { link: LINK, voice: true },
  document: { link: LINK, caption: 'Your notice', filename: 'notice.pdf' },
  sticker: { link: LINK },
  location: { latitude: 9.05785, longitude: -7.49508, name: 'Central Registry', address: '14 Unity Road' },
  contacts: [
    {
      name: { formatted: 'Amina Bello', first: 'Amina' },
      phones: [{ phone: '+44 7700 900124', type: 'WORK', waId: '447700900124' }],
      emails: [{ email: 'amina@example.org' }],
      addresses: [{ street: '14 Unity Road', countryCode: 'GB' }],
      work: { department: 'Permits' },
      urls: [{ url: LINK }],
      birthday: '1990-02-28',
    },
  ],
  reaction: { messageId: toWireId('message', MESSAGE), emoji: '👍🏽' },
  buttons: { header: { image: PICTURE }, body: 'Is this yours?', footer: 'Recorded', buttons: REPLIES },
  list: { header: { text: 'Services' }, body: 'What do you need?', button: 'Choose', sections: [{ rows: [ROW] }] },
  linkButton: { header: { text: 'Your case' }, body: 'See how far it is.', title: 'Open', url: LINK },
  flow: { body: 'Fill in the form.', flowId: '660011', title: 'Start', token: 'c-1', screen: 'START', data: { a: 1 } },
  locationRequest: { body: 'Where is the leak?' },
  contactRequest: { body: 'Which number is yours?' },
  addressRequest: {
    body: 'Where to?',
    country: 'IN',
    values: { name: 'N' },
    savedAddresses: [{ id: '1', value: { a: 'b' } }],
  },
  carousel: { body: 'Centres near you', cards: [CARD, CARD] },
  template: {
    name: 'visit',
    language: 'en',
    variables: { '1': 'Nadia' },
    header: { location: { latitude: 1, longitude: 2, name: 'Here' } },
    buttons: [{ index: 0, payload: 'OPT_OUT' }],
    cards: [{ header: { image: PICTURE }, variables: { 'button.1': 'c0' }, buttons: [{ index: 0, payload: 'c:0' }] }],
    offerExpiresAt: '2026-12-01T10:00:00Z',
  },
};

function problemsOf(body: unknown): string[] {
  try {
    toSendRequest(read(body));
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return (error.errors ?? []).map(({ field, code, limit }) =>
      [field, code, limit].filter((part) => part !== undefined).join(' '),
    );
  }
}

const withField = (kind: string, path: string, value: unknown): unknown => {
  const content = JSON.parse(JSON.stringify(GOOD[kind])) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = content;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  at[last] = value;
  return { ...BASE, [kind]: content };
};

/** Where each text ends, in code points. */
const TEXT_LIMITS: readonly [kind: string, path: string, limit: number][] = [
  ['text', 'body', 4096],
  ['image', 'caption', 1024],
  ['video', 'caption', 1024],
  ['document', 'caption', 1024],
  ['buttons', 'body', 1024],
  ['buttons', 'footer', 60],
  ['buttons', 'buttons.0.id', 256],
  ['buttons', 'buttons.0.title', 20],
  ['list', 'header.text', 60],
  ['list', 'body', 4096],
  ['list', 'button', 20],
  ['list', 'sections.0.title', 24],
  ['list', 'sections.0.rows.0.id', 200],
  ['list', 'sections.0.rows.0.title', 24],
  ['list', 'sections.0.rows.0.description', 72],
  ['linkButton', 'header.text', 60],
  ['linkButton', 'title', 20],
  ['flow', 'body', 1024],
  ['locationRequest', 'body', 1024],
  ['contactRequest', 'body', 1024],
  ['addressRequest', 'body', 1024],
  ['carousel', 'body', 1024],
  ['carousel', 'cards.1.body', 160],
  ['carousel', 'cards.0.link.title', 20],
];

const list = (length: number, item: unknown) => Array.from({ length }, () => item);

const BAD: readonly [label: string, body: unknown, problem: string][] = [
  ['an address without https', withField('image', 'link', 'http://example.org/a.png'), 'image.link not-https'],
  ['words for an address', withField('image', 'link', 'the picture'), 'image.link not-a-url'],
  ['an address with a password', withField('video', 'link', 'https://a:b@example.org'), 'video.link has-credentials'],
  ['a script for an address', withField('linkButton', 'url', 'javascript:alert(1)'), 'linkButton.url not-https'],
  [
    'an address of 2,001 characters',
    withField('linkButton', 'url', `${LINK}${'x'.repeat(2000)}`),
    'linkButton.url too-long 2000',
  ],
  ['a caption on sound', withField('audio', 'caption', 'x'), 'audio.caption unknown-field'],
  ['a caption on a sticker', withField('sticker', 'caption', 'x'), 'sticker.caption unknown-field'],
  ['a voice that is no flag', withField('audio', 'voice', 'yes'), 'audio.voice not-a-flag'],
  ['a path for a file name', withField('document', 'filename', '../a.pdf'), 'document.filename not-allowed'],
  ['a latitude of 91', withField('location', 'latitude', 91), 'location.latitude out-of-range 90'],
  ['a longitude as text', withField('location', 'longitude', '7.1'), 'location.longitude not-a-number'],
  ['258 contacts', { ...BASE, contacts: list(258, (GOOD['contacts'] as unknown[])[0]) }, 'contacts too-many 257'],
  ['a contact without name', { ...BASE, contacts: [{}] }, 'contacts.0.name required'],
  ['a birthday in words', withField('contacts', '0.birthday', '28 February'), 'contacts.0.birthday too-long 10'],
  ['a 32nd day', withField('contacts', '0.birthday', '1990-02-32'), 'contacts.0.birthday not-allowed'],
  [
    'a reaction to a contact',
    withField('reaction', 'messageId', toWireId('contact', MESSAGE)),
    'reaction.messageId not-an-id',
  ],
  ['four buttons', withField('buttons', 'buttons', list(4, REPLIES[0])), 'buttons.buttons too-many 3'],
  ['no button', withField('buttons', 'buttons', []), 'buttons.buttons too-short 1'],
  ['a button that is a text', withField('buttons', 'buttons', ['Yes']), 'buttons.buttons.0 not-an-object'],
  ['eleven sections', withField('list', 'sections', list(11, { rows: [ROW] })), 'list.sections too-many 10'],
  ['eleven rows', withField('list', 'sections.0.rows', list(11, ROW)), 'list.sections.0.rows too-many 10'],
  ['a picture above a list', withField('list', 'header', { image: PICTURE }), 'list.header.image unknown-field'],
  ['a flow with an unknown action', withField('flow', 'action', 'open'), 'flow.action not-allowed'],
  ['flow data that is a list', withField('flow', 'data', []), 'flow.data not-an-object'],
  ['an address outside India', withField('addressRequest', 'country', 'GB'), 'addressRequest.country not-allowed'],
  ['one card', withField('carousel', 'cards', [CARD]), 'carousel.cards too-short 2'],
  ['eleven cards', withField('carousel', 'cards', list(11, CARD)), 'carousel.cards too-many 10'],
  [
    'a document above a card',
    withField('carousel', 'cards.0.header', { document: PICTURE }),
    'carousel.cards.0.header.document unknown-field',
  ],
  ['a button at place 10', withField('template', 'buttons.0.index', 10), 'template.buttons.0.index out-of-range 9'],
  ['an offer without end', withField('template', 'offerExpiresAt', 'soon'), 'template.offerExpiresAt not-a-time'],
  ['two contents', { ...BASE, text: 'a', image: PICTURE }, 'image ambiguous'],
  ['an answer to a contact', { ...BASE, text: 'a', replyTo: toWireId('contact', MESSAGE) }, 'replyTo not-an-id'],
  ['an unknown kind', { ...BASE, hologram: {} }, 'hologram unknown-field'],
];

describe('a message to send', () => {
  it.each(Object.keys(GOOD))('takes %s', (kind) => {
    expect(problemsOf({ ...BASE, [kind]: GOOD[kind] })).toEqual([]);
  });

  it('takes what it answers', () => {
    const body = { ...BASE, text: 'Noted.', replyTo: toWireId('message', MESSAGE) };
    expect(toSendRequest(read(body))).toMatchObject({ text: { body: 'Noted.' }, replyTo: MESSAGE });
  });

  it('names every kind when there is none', () => {
    expect(problemsOf(BASE)).toEqual(['template required']);
  });

  it.each(BAD)('refuses %s', (_label, body, problem) => {
    expect(problemsOf(body)).toContain(problem);
  });

  it.each(TEXT_LIMITS)(
    'lets %s.%s have %i characters, whatever they are, and names the limit beyond',
    (kind, path, limit) => {
      const characters = fc.constantFrom('a', 'é', 'ش', '🙂', '語');
      fc.assert(
        fc.property(characters, fc.integer({ min: 1, max: 50 }), (character, more) => {
          expect(problemsOf(withField(kind, path, character.repeat(limit)))).toEqual([]);
          expect(problemsOf(withField(kind, path, character.repeat(limit + more)))).toEqual([
            `${kind}.${path} too-long ${limit}`,
          ]);
        }),
        { numRuns: 10 },
      );
    },
  );

  it('answers any JSON in place of a content with problems, and never with a fault', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(GOOD)), fc.jsonValue(), (kind, value) => {
        expect(() => problemsOf({ ...BASE, [kind]: value })).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

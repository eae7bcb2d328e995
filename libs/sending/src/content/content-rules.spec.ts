import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentProblems } from './content-rules.js';
import type { CarouselCard, FreeForm, Section } from './free-form.js';

const LIMITS = { filename: 240, flowLabel: 30 };
const PICTURE = { link: 'https://example.org/a.png' };
const MEDIA = '0193f000-0000-7000-8000-00000000000a';
const MESSAGE = '0193f000-0000-7000-8000-000000000001';

const problemsOf = (content: FreeForm) =>
  contentProblems(content, LIMITS).map(({ field, code, limit }) => [field, code, limit].filter(Boolean).join(' '));

const rowsOf = (sizes: readonly number[]): Section[] =>
  sizes.map((size, section) => ({
    title: `Section ${section}`,
    rows: Array.from({ length: size }, (_, row) => ({ id: `${section}/${row}`, title: 'Passport' })),
  }));

const list = (sections: readonly Section[]): FreeForm => ({
  type: 'list',
  list: { body: 'What do you need?', button: 'Choose', sections },
});

const carousel = (...cards: readonly CarouselCard[]): FreeForm => ({
  type: 'carousel',
  carousel: { body: 'Centres near you', cards },
});
const linkCard: CarouselCard = { header: { image: PICTURE }, link: { title: 'Open', url: 'https://example.org' } };
const tapCard = (...ids: readonly string[]): CarouselCard => ({
  header: { image: PICTURE },
  buttons: ids.map((id) => ({ id, title: id })),
});

const flow = (parts: object): FreeForm => ({
  type: 'flow',
  flow: { body: 'Fill in the form.', flowId: '1', title: 'Start', ...parts },
});

const REFUSED: readonly [label: string, content: FreeForm, ...problems: string[]][] = [
  ['a text of spaces', { type: 'text', text: { body: ' \n ' } }, 'text.body empty'],
  ['a picture from nowhere', { type: 'image', image: { caption: 'x' } }, 'image.link required'],
  ['a picture from two places', { type: 'image', image: { ...PICTURE, mediaId: MEDIA } }, 'image.mediaId ambiguous'],
  [
    'a file name of 241 characters',
    { type: 'document', document: { ...PICTURE, filename: 'x'.repeat(241) } },
    'document.filename too-long 240',
  ],
  [
    'an address without a name',
    { type: 'location', location: { latitude: 1, longitude: 2, address: '14 Unity Road' } },
    'location.name required',
  ],
  [
    'a card with nothing but a formatted name',
    { type: 'contacts', contacts: [{ name: { formatted: 'Amina' } }] },
    'contacts.0.name.first required',
  ],
  [
    'a word for a reaction',
    { type: 'reaction', reaction: { messageId: MESSAGE, emoji: 'ok' } },
    'reaction.emoji not-allowed',
  ],
  ['two emoji', { type: 'reaction', reaction: { messageId: MESSAGE, emoji: '👍👍' } }, 'reaction.emoji not-allowed'],
  [
    'buttons that say the same',
    {
      type: 'buttons',
      buttons: {
        body: 'Yours?',
        buttons: [
          { id: 'a', title: 'Yes' },
          { id: 'b', title: 'Yes' },
        ],
      },
    },
    'buttons.buttons.1.title not-allowed',
  ],
  [
    'buttons of one id',
    {
      type: 'buttons',
      buttons: {
        body: 'Yours?',
        buttons: [
          { id: 'a', title: 'Yes' },
          { id: 'a', title: 'No' },
        ],
      },
    },
    'buttons.buttons.1.id not-allowed',
  ],
  [
    'a header that is text and picture',
    { type: 'buttons', buttons: { body: 'Yours?', header: { text: 'a', image: PICTURE }, buttons: [] } },
    'buttons.header.image ambiguous',
  ],
  [
    'a header that is nothing',
    { type: 'linkButton', linkButton: { body: 'See', header: {}, title: 'Open', url: 'https://example.org' } },
    'linkButton.header.text required',
  ],
  [
    'rows of one id',
    list([
      {
        rows: [
          { id: 'a', title: 'a' },
          { id: 'a', title: 'b' },
        ],
      },
    ]),
    'list.sections.0.rows.1.id not-allowed',
  ],
  [
    'sections without titles',
    list([{ rows: [{ id: 'a', title: 'a' }] }, { title: 'B', rows: [{ id: 'b', title: 'b' }] }]),
    'list.sections.0.title required',
  ],
  ['a flow without id', flow({ flowId: undefined }), 'flow.flowId required'],
  ['a flow with id and name', flow({ flowName: 'form' }), 'flow.flowName ambiguous'],
  ['a flow label of 31 characters', flow({ title: 'x'.repeat(31) }), 'flow.title too-long 30'],
  ['an emoji on a flow button', flow({ title: 'Start 🚀' }), 'flow.title not-allowed'],
  ['data without its screen', flow({ data: {} }), 'flow.screen required'],
  ['a screen that the endpoint chooses', flow({ action: 'data_exchange', screen: 'A' }), 'flow.action not-allowed'],
  ['cards with link and buttons mixed', carousel(linkCard, tapCard('a')), 'carousel.cards.1.buttons not-allowed'],
  [
    'cards with different numbers of buttons',
    carousel(tapCard('a'), tapCard('b', 'c')),
    'carousel.cards.1.buttons not-allowed',
  ],
  [
    'cards whose buttons share an id',
    carousel(tapCard('a'), tapCard('a')),
    'carousel.cards.1.buttons.0.id not-allowed',
  ],
  [
    'cards with picture and film mixed',
    carousel(linkCard, { ...linkCard, header: { video: PICTURE } }),
    'carousel.cards.1.header not-allowed',
  ],
  [
    'a card of four lines',
    carousel(linkCard, { ...linkCard, body: 'a\nb\r\nc\nd' }),
    'carousel.cards.1.body too-many 2',
  ],
  ['a card without button', carousel(linkCard, { header: { image: PICTURE } }), 'carousel.cards.1.link required'],
];

const TAKEN: readonly [label: string, content: FreeForm][] = [
  ['a file of the library', { type: 'audio', audio: { mediaId: MEDIA, voice: true } }],
  ['a reaction taken back', { type: 'reaction', reaction: { messageId: MESSAGE, emoji: '' } }],
  ['one emoji of many code points', { type: 'reaction', reaction: { messageId: MESSAGE, emoji: '👩🏽‍🚒' } }],
  ['a flag', { type: 'reaction', reaction: { messageId: MESSAGE, emoji: '🇳🇬' } }],
  ['a keycap', { type: 'reaction', reaction: { messageId: MESSAGE, emoji: '5️⃣' } }],
  ['one section without a title', list([{ rows: [{ id: 'a', title: 'a' }] }])],
  ['cards that answer', carousel(tapCard('a', 'b'), tapCard('c', 'd'))],
];

describe(contentProblems, () => {
  it.each(REFUSED)('refuses %s', (_label, content, ...problems) => {
    expect(problemsOf(content)).toEqual(problems);
  });

  it.each(TAKEN)('takes %s', (_label, content) => {
    expect(problemsOf(content)).toEqual([]);
  });

  it('counts the rows of all sections together', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(sizes, (rows) => {
        const isOver = rows.reduce((sum, n) => sum + n, 0) > 10;
        expect(problemsOf(list(rowsOf(rows)))).toEqual(isOver ? ['list.sections too-many 10'] : []);
      }),
    );
  });

  it('takes the limits that Meta leaves open from the configuration', () => {
    const content = flow({ title: 'x'.repeat(31) });
    expect(contentProblems(content, { ...LIMITS, flowLabel: 31 })).toEqual([]);
  });
});

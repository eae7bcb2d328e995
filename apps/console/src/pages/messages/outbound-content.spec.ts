import { describe, expect, it } from 'vitest';
import { linesOf, type OutboundContent, wordsOf } from './outbound-content.js';

const LINK = 'https://example.org/a.png';

const SHOWN: readonly [string, OutboundContent, string[], string[]][] = [
  ['a text', { type: 'text', text: { body: 'Noted.' } }, ['Noted.'], []],
  ['a picture', { type: 'image', image: { link: LINK, caption: 'The way in' } }, ['The way in'], [`file ${LINK}`]],
  [
    'a file of the library',
    { type: 'document', document: { mediaId: 'med_1', filename: 'a.pdf' } },
    [],
    ['libraryFile med_1', 'fileName a.pdf'],
  ],
  ['a reaction', { type: 'reaction', reaction: { emoji: '👍' } }, ['👍'], []],
  [
    'a place',
    { type: 'location', location: { latitude: 1, longitude: 2, name: 'Here' } },
    [],
    ['place Here', 'coordinates 1, 2'],
  ],
  [
    'a contact',
    {
      type: 'contacts',
      contacts: [{ name: { formatted: 'Amina' }, phones: [{ phone: '+44' }], work: { title: 'Officer' } }],
    },
    [],
    ['cardName Amina', 'cardWork Officer', 'cardPhone +44'],
  ],
  [
    'buttons',
    {
      type: 'buttons',
      buttons: { header: { image: { link: LINK } }, body: 'Yours?', footer: 'Kept', buttons: [{ title: 'Yes' }] },
    },
    ['Yours?', 'Kept', 'Yes'],
    [`file ${LINK}`],
  ],
  [
    'a list',
    {
      type: 'list',
      list: { body: 'What?', button: 'Choose', sections: [{ rows: [{ title: 'A', description: 'b' }] }] },
    },
    ['What?', 'Choose', 'A: b'],
    [],
  ],
  [
    'a link',
    { type: 'linkButton', linkButton: { body: 'See', title: 'Open', url: LINK } },
    ['See', `Open (${LINK})`],
    [],
  ],
  [
    'a flow',
    { type: 'flow', flow: { header: { text: 'Form' }, body: 'Fill in', title: 'Start', flowId: '6' } },
    ['Form', 'Fill in', 'Start'],
    ['flow 6'],
  ],
  ['a request', { type: 'locationRequest', locationRequest: { body: 'Where?' } }, ['Where?'], []],
  [
    'an address',
    { type: 'addressRequest', addressRequest: { body: 'Where to?', country: 'IN' } },
    ['Where to?'],
    ['country IN'],
  ],
  [
    'a carousel',
    {
      type: 'carousel',
      carousel: {
        body: 'Near you',
        cards: [{ header: { image: { link: LINK } }, body: 'North', link: { title: 'Map' } }],
      },
    },
    ['Near you', 'North · Map'],
    [`file ${LINK}`],
  ],
  ['what is not known', { type: 'hologram', hologram: { body: 'x' } }, [], []],
];

describe('what was sent', () => {
  it.each(SHOWN)('is shown in words: %s', (_label, content, words, lines) => {
    const { header, body, footer, options } = wordsOf(content);
    expect([header, body, footer, ...options].filter(Boolean)).toEqual(words);
    expect(linesOf(content).map(({ label, value }) => `${label} ${value}`)).toEqual(lines);
  });
});

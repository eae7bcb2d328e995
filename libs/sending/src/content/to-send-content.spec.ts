import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SendableTemplate, toSendComponents } from '#libs/templates';
import type { FreeForm } from './free-form.js';
import { refOf, toSendContent } from './to-send-content.js';

const SENDS = new URL('../../../../test/fixtures/whatsapp/send/', import.meta.url);
const FILES = 'https://files.harbour.example/';
const MESSAGE = '0193f000-0000-7000-8000-000000000001';

/** A file of the library, and Meta's id of it: the id of the library ends in the same digits. */
const inLibrary = (metaId: string) => `0193f000-0000-7000-8000-0${metaId.slice(-11)}`;
const metaIds = ['13001', '13002', '13003', '13004', '13005', '13006', '13007', '13010', '13011'];
const media = new Map(metaIds.map((end) => `77100455200${end}`).map((id) => [inLibrary(id), id]));
const mediaId = (end: string) => inLibrary(`77100455200${end}`);

const replies = [
  { id: 'boat:yes', title: 'Yes, mine' },
  { id: 'boat:no', title: 'No' },
];
const picture = (n: number) => ({ image: { link: `${FILES}pier${n}.jpg` } });

/** What a department gives, for each recorded send. */
const BUILT: Readonly<Record<string, FreeForm>> = {
  text: { type: 'text', text: { body: 'The ferry leaves at 07:40: https://harbour.example/ferry', previewUrl: true } },
  image_id: { type: 'image', image: { mediaId: mediaId('13001'), caption: 'The new pier' } },
  image_link: { type: 'image', image: { link: `${FILES}pier.jpg`, caption: 'The new pier' } },
  video: { type: 'video', video: { mediaId: mediaId('13002'), caption: 'How to moor' } },
  audio: { type: 'audio', audio: { mediaId: mediaId('13003') } },
  audio_voice: { type: 'audio', audio: { mediaId: mediaId('13004'), voice: true } },
  document: {
    type: 'document',
    document: { link: `${FILES}licence.pdf`, filename: 'licence.pdf', caption: 'Your licence' },
  },
  sticker: { type: 'sticker', sticker: { mediaId: mediaId('13005') } },
  location: {
    type: 'location',
    location: { latitude: 51.50735, longitude: -0.12776, name: 'Harbour Office', address: '1 Quay Street' },
  },
  contacts: {
    type: 'contacts',
    contacts: [
      {
        name: { formatted: 'Grace Adeyemi', first: 'Grace', last: 'Adeyemi', prefix: 'Capt.' },
        phones: [{ phone: '+44 7700 900456', type: 'WORK', waId: '447700900456' }],
        emails: [{ email: 'grace@harbour.example', type: 'WORK' }],
        addresses: [
          {
            street: '1 Quay Street',
            city: 'London',
            zip: 'SE1',
            country: 'United Kingdom',
            countryCode: 'GB',
            type: 'WORK',
          },
        ],
        work: { company: 'Harbour Office', department: 'Licences', title: 'Officer' },
        urls: [{ url: 'https://harbour.example', type: 'WORK' }],
        birthday: '1984-05-17',
      },
    ],
  },
  reaction: { type: 'reaction', reaction: { messageId: MESSAGE, emoji: '🙏' } },
  reaction_remove: { type: 'reaction', reaction: { messageId: MESSAGE, emoji: '' } },
  interactive_buttons: {
    type: 'buttons',
    buttons: { body: 'Do you still own this boat?', footer: 'We keep your answer', buttons: replies },
  },
  interactive_buttons_image_header: {
    type: 'buttons',
    buttons: { header: { image: { mediaId: mediaId('13006') } }, body: 'Is this your boat?', buttons: replies },
  },
  interactive_list: {
    type: 'list',
    list: {
      header: { text: 'Harbour Office' },
      body: 'How can we help?',
      footer: 'Answers are kept',
      button: 'See services',
      sections: [
        {
          title: 'Boats',
          rows: [
            { id: 'boat:renew', title: 'Renew a licence', description: 'Takes five days' },
            { id: 'boat:sell', title: 'Sell a boat' },
          ],
        },
        { title: 'People', rows: [{ id: 'person', title: 'Speak to somebody' }] },
      ],
    },
  },
  interactive_cta_url: {
    type: 'linkButton',
    linkButton: {
      header: { text: 'Tides today' },
      body: 'High water is at 14:12.',
      footer: 'Local time',
      title: 'See the tides',
      url: 'https://harbour.example/tides',
    },
  },
  interactive_flow: {
    type: 'flow',
    flow: {
      header: { text: 'Moorings' },
      body: 'Apply for a mooring.',
      footer: 'About three minutes',
      flowId: '8800551200417733',
      title: 'Apply',
      token: 'mooring-118',
      screen: 'BOAT',
      data: { length_m: 9 },
    },
  },
  interactive_location_request: { type: 'locationRequest', locationRequest: { body: 'Where is your boat adrift?' } },
  interactive_request_contact_info: {
    type: 'contactRequest',
    contactRequest: { body: 'Which phone number is on your licence?' },
  },
  interactive_address_message_india: {
    type: 'addressRequest',
    addressRequest: {
      body: 'Where shall the plate go?',
      country: 'IN',
      values: { name: 'A. RAO', phone_number: '+919000000001' },
    },
  },
  interactive_carousel_cta: {
    type: 'carousel',
    carousel: {
      body: 'Free moorings',
      cards: [0, 1].map((n) => ({
        header: picture(n),
        body: `Pier ${n + 1}`,
        link: { title: 'Map', url: `https://harbour.example/piers/${n + 1}` },
      })),
    },
  },
  interactive_carousel_quick_reply: {
    type: 'carousel',
    carousel: {
      body: 'Free moorings',
      cards: [0, 1].map((n) => ({
        header: picture(n),
        body: `Pier ${n + 1}`,
        buttons: [{ id: `pier:${n + 1}`, title: 'Book' }],
      })),
    },
  },
};

function recorded(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${name}.json`, SENDS), 'utf8'));
}

describe(toSendContent, () => {
  it.each(Object.entries(BUILT))('builds %s as it is recorded', (name, content) => {
    const fixture = recorded(name);
    const { message_id: quoted } = (fixture['reaction'] ?? {}) as { message_id?: string };
    const built = toSendContent(content, { media, quoted });
    expect(built.type).toBe(fixture['type']);
    expect((built as unknown as Record<string, unknown>)[built.type]).toEqual(fixture[built.type]);
  });

  it('refuses to send a file that is not with the provider', () => {
    const content: FreeForm = { type: 'image', image: { mediaId: MESSAGE } };
    expect(() => toSendContent(content, { media })).toThrow('not with the provider');
  });
});

type Filling = Parameters<typeof toSendComponents>;
const template = (name: string, components: SendableTemplate['components'], more: Partial<SendableTemplate> = {}) => ({
  name,
  language: 'en_GB',
  category: 'UTILITY',
  parameterFormat: 'POSITIONAL' as const,
  components,
  ...more,
});
const body = (text: string) => ({ type: 'BODY', text });
const buttons = (...list: readonly { type: string; url?: string }[]) => ({ type: 'BUTTONS', buttons: list });
const url = { type: 'URL', url: 'https://harbour.example/{{1}}' };

/** A template of the account, and what a department fills it with. */
const FILLED: Readonly<Record<string, readonly [Filling[0], Filling[1], Filling[2]?]>> = {
  template_no_params: [template('harbour_closed', [body('Closed.')]), {}],
  template_positional: [template('boat_inspection', [body('{{1}} on {{2}}')]), { '1': 'Grace', '2': '3 March, 10:00' }],
  template_named: [
    template(
      'licence_ready',
      [{ type: 'HEADER', format: 'TEXT', text: '{{licence_no}}' }, body('{{first_name}} {{from_day}}')],
      { parameterFormat: 'NAMED' },
    ),
    { licence_no: 'L-118', first_name: 'Grace', from_day: '4 March' },
  ],
  template_media_header_image: [
    template('pier_plan', [{ type: 'HEADER', format: 'IMAGE' }]),
    {},
    { header: { image: { link: `${FILES}plan.png` } } },
  ],
  template_media_header_document: [
    template('fee_notice', [{ type: 'HEADER', format: 'DOCUMENT' }]),
    {},
    { header: { document: { mediaId: mediaId('13007'), filename: 'fee.pdf' } } },
  ],
  template_location_header: [
    template('meeting_point', [{ type: 'HEADER', format: 'LOCATION' }]),
    {},
    {
      header: {
        location: { latitude: 51.50735, longitude: -0.12776, name: 'Harbour Office', address: '1 Quay Street' },
      },
    },
  ],
  template_buttons: [
    template('mooring_update', [body('{{1}}'), buttons(url, { type: 'QUICK_REPLY' })]),
    { '1': '118', 'button.0': 'm/118' },
    { buttons: [{ index: 1, payload: 'STOP_MOORINGS' }] },
  ],
  template_coupon_copy_code: [
    template('ferry_voucher', [body('{{1}}'), buttons({ type: 'QUICK_REPLY' }, { type: 'COPY_CODE' })]),
    { '1': 'FERRY5', 'button.1': 'FERRY5' },
  ],
  template_flow_button: [
    template('mooring_form', [buttons({ type: 'FLOW' })]),
    {},
    { buttons: [{ index: 0, flowToken: 'mooring-118', flowData: { length_m: 9 } }] },
  ],
  template_authentication_otp: [
    template('sign_in_code', [body('*{{1}}*'), buttons({ type: 'OTP' })], { category: 'AUTHENTICATION' }),
    { '1': '552917' },
  ],
  template_limited_time_offer: [
    template('early_ferry', [
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { has_expiration: true } },
      body('{{1}}'),
      buttons({ type: 'COPY_CODE' }),
    ]),
    { '1': 'Grace', 'button.0': 'EARLY' },
    { offerExpiresAt: '2026-12-31T23:00:00.000Z' },
  ],
  template_carousel: [
    template('free_moorings', [
      body('{{1}}'),
      {
        type: 'CAROUSEL',
        cards: [0, 1].map(() => ({
          components: [{ type: 'HEADER', format: 'IMAGE' }, body('Pier'), buttons({ type: 'QUICK_REPLY' }, url)],
        })),
      },
    ]),
    { '1': 'Grace' },
    {
      cards: [0, 1].map((n) => ({
        header: { image: { mediaId: mediaId(`1301${n}`) } },
        buttons: [{ index: 0, payload: `pier:${n}` }],
        variables: { 'button.1': `p${n}` },
      })),
    },
  ],
};

/** Meta takes components and their parameters in any order, sub-types in any case, and places as numbers or texts. */
function unordered(content: unknown): unknown {
  const text = (component: object) =>
    JSON.stringify(component)
      .toLowerCase()
      .replace(/"index":"?(\d)"?/g, '"index":$1');
  const { components = [], ...rest } = content as { components?: object[] };
  return { ...rest, components: components.map(text).sort() };
}

describe(toSendComponents, () => {
  it.each(Object.entries(FILLED))('fills %s as it is recorded', (name, [wanted, variables, parts]) => {
    const built = toSendComponents(wanted, variables, parts, (file) => refOf(file, { media }));
    expect(unordered(built)).toEqual(unordered(recorded(name)['template']));
  });
});

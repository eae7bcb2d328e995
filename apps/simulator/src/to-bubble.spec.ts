import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bubble } from './bubble.js';
import { fixtureWorld } from './testing/fixture-world.js';
import { CITIZEN, NUMBER, SimulatorRig } from './testing/simulator-rig.js';
import { toBubble } from './to-bubble.js';

const SENDS = new URL('../../../test/fixtures/whatsapp/send/', import.meta.url);

/** What the phone shows of a recorded send, in short. */
const SHOWN: Readonly<Record<string, Partial<Bubble>>> = {
  text: { hasPreview: true },
  text_reply_context: { body: 'At pier 4.', quotes: expect.stringMatching(/^wamid\./) },
  image_link: { body: 'The new pier', file: { kind: 'image', name: 'files.harbour.example' } },
  audio_voice: { file: { kind: 'audio', name: 'Audio', isVoice: true, id: expect.any(String) } },
  document: { body: 'Your licence', file: { kind: 'document', name: 'licence.pdf' } },
  location: { place: { latitude: 51.50735, longitude: -0.12776, name: 'Harbour Office', address: '1 Quay Street' } },
  contacts: { contacts: [{ name: 'Grace Adeyemi', lines: expect.arrayContaining(['+44 7700 900456', 'Licences']) }] },
  reaction: { body: '🙏', reactsTo: expect.stringMatching(/^wamid\./) },
  interactive_buttons: {
    footer: 'We keep your answer',
    buttons: [
      {
        kind: 'reply',
        text: 'Yes, mine',
        answer: { kind: 'button_reply', button_reply: { id: 'boat:yes', title: 'Yes, mine' } },
      },
      { kind: 'reply', text: 'No', answer: { kind: 'button_reply', button_reply: { id: 'boat:no', title: 'No' } } },
    ],
  },
  interactive_list: { header: 'Harbour Office', buttons: [{ kind: 'list', text: 'See services' }] },
  interactive_cta_url: { buttons: [{ kind: 'link', text: 'See the tides', url: 'https://harbour.example/tides' }] },
  interactive_location_request: { buttons: [{ kind: 'location', text: 'Send location' }] },
  template_named: { header: 'Licence L-118', body: 'Hello Grace, fetch it from 4 March on.' },
  template_currency_date_time: { body: 'Please pay £12.50 until 4 March 2027 at the office.' },
  template_limited_time_offer: { offer: { text: 'Early ferry', endsAt: 1_798_758_000_000 } },
};

describe(toBubble, () => {
  let rig: SimulatorRig;

  beforeAll(async () => {
    rig = await SimulatorRig.start();
    await rig.control('PUT', 'world', fixtureWorld());
    await rig.control('POST', 'profile', { name: 'default', limits: false });
  });

  afterAll(() => rig.close());

  async function shown(name: string): Promise<Bubble> {
    await rig.send(JSON.parse(readFileSync(new URL(`${name}.json`, SENDS), 'utf8')));
    const chats = (await rig.control('GET', `threads?phone=${CITIZEN}`))['data'] as {
      phoneNumberId: string;
      messages: Bubble[];
    }[];
    return chats.find(({ phoneNumberId }) => phoneNumberId === NUMBER)?.messages.at(-1) as Bubble;
  }

  it.each(Object.entries(SHOWN))('shows %s as WhatsApp does', async (name, bubble) => {
    expect(await shown(name)).toMatchObject(bubble);
  });

  it.each(['template_carousel', 'interactive_carousel_cta', 'interactive_carousel_quick_reply'])(
    'shows each card of %s with its picture and its buttons',
    async (name) => {
      const { cards = [] } = await shown(name);
      expect(cards.map(({ file, buttons }) => [file?.kind, buttons.length > 0])).toEqual([
        ['image', true],
        ['image', true],
      ]);
    },
  );

  it.each([
    ['template_buttons', 1],
    ['interactive_buttons', 0],
    ['interactive_carousel_quick_reply', 0],
    ['interactive_flow', 0],
    ['template_flow_button', 0],
    ['interactive_address_message_india', 0],
  ])('offers an answer in %s that the simulator itself takes', async (name, place) => {
    const bubble = await shown(name);
    const { answer } = bubble.buttons[place] ?? bubble.cards?.[0]?.buttons[place] ?? {};
    const body = { from: `+${CITIZEN}`, phoneNumberId: NUMBER, ...answer };
    expect((await rig.control('POST', 'inbound', body))['wamid']).toMatch(/^wamid\./);
  });
});

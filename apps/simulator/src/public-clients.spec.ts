import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildTemplateSendPayload, WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WhatsAppAPI } from 'whatsapp-api-js';
import {
  ActionButtons,
  ActionCTA,
  ActionList,
  ActionLocation,
  ActionNavigateFlow,
  Address,
  Audio,
  Body,
  BodyComponent,
  BodyParameter,
  Button,
  CarouselCard,
  CarouselComponent,
  Contacts,
  CopyComponent,
  Document,
  Email,
  FlowComponent,
  Footer,
  Header,
  HeaderComponent,
  HeaderParameter,
  Image,
  Interactive,
  Language,
  ListSection,
  Location,
  LTOComponent,
  Name,
  PayloadComponent,
  Phone,
  Reaction,
  Row,
  Sticker,
  Template,
  Text,
  URLComponent,
  Video,
} from 'whatsapp-api-js/messages';
import { eventually } from './testing/eventually.js';
import { fixtureWorld } from './testing/fixture-world.js';
import { CITIZEN, NUMBER, SimulatorRig, TOKEN } from './testing/simulator-rig.js';

/*
 * Client libraries that others wrote against Meta, unmodified. Where this fails, the simulator is not what strangers
 * expect of the Cloud API.
 */

const APP_SECRET = 'app-secret';
const VERIFY_TOKEN = 'verify-token';
const LINK = 'https://files.harbour.example/a';
const TO = `+${CITIZEN}`;

interface Post {
  readonly raw: string;
  readonly signature: string;
}

let rig: SimulatorRig;
let receiver: Server;
let posts: Post[];
let jsClient: WhatsAppAPI;
let kapso: WhatsAppClient;

beforeAll(async () => {
  rig = await SimulatorRig.start();
  posts = [];
  // The one address that this library knows stands in its code; its own way to another is the fetch that it is given.
  const redirected = (input: string | URL | Request, init?: RequestInit) =>
    fetch(String(input).replace('https://graph.facebook.com', rig.simulator.url), init);
  jsClient = new WhatsAppAPI({
    token: TOKEN,
    appSecret: APP_SECRET,
    webhookVerifyToken: VERIFY_TOKEN,
    v: 'v25.0',
    ponyfill: { fetch: redirected as typeof fetch },
  });
  kapso = new WhatsAppClient({ accessToken: TOKEN, baseUrl: rig.simulator.url, graphVersion: 'v25.0' });
  receiver = createServer((request, response) => {
    void answer(request).then((text) => response.end(text));
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  const webhook = { url: `http://127.0.0.1:${port}/hook`, appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN };
  await rig.control('PUT', 'world', { ...fixtureWorld(), webhook });
  const delays = { sent: 1, delivered: 2, read: 3 };
  await rig.control('POST', 'profile', { name: 'default', delays, limits: false });
});

afterAll(async () => {
  await rig.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

/** The handshake is answered by the library, and what is posted is kept as it came. */
async function answer(request: IncomingMessage): Promise<string> {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'GET') return jsClient.get(Object.fromEntries(searchParams) as never);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks).toString('utf8');
  posts.push({ raw, signature: String(request.headers['x-hub-signature-256']) });
  return 'ok';
}

async function writes(text: string): Promise<string> {
  return String((await rig.control('POST', 'inbound', { from: TO, phoneNumberId: NUMBER, text }))['wamid']);
}

const image = new Image(LINK, false, 'The pier');
const card = (name: string) =>
  new CarouselCard(new Image(LINK), new PayloadComponent(`pier:${name}`), new URLComponent(name));

/** Each kind as `whatsapp-api-js` writes it. */
const JS_MESSAGES: Readonly<Record<string, unknown>> = {
  'a text': new Text('See https://harbour.example', true),
  'an image': image,
  'a video': new Video('7710045520013002', true, 'How to moor'),
  'an audio': new Audio('7710045520013003', true),
  'a voice message': new Audio(LINK, false, true),
  'a document': new Document(LINK, false, 'Your licence', 'licence.pdf'),
  'a sticker': new Sticker(LINK),
  'a location': new Location(-0.12776, 51.50735, 'Harbour Office', '1 Quay Street'),
  contacts: new Contacts([
    new Name('Grace Adeyemi', 'Grace', 'Adeyemi'),
    new Phone('+44 7700 900456', 'WORK', '447700900456'),
    new Email('grace@harbour.example', 'WORK'),
    new Address('United Kingdom', 'GB', undefined, 'London', '1 Quay Street', 'SE1', 'WORK'),
  ]),
  buttons: new Interactive(
    new ActionButtons(new Button('y', 'Yes'), new Button('n', 'No')),
    new Body('Is this your boat?'),
    new Header(new Image(LINK)),
    new Footer('We keep your answer'),
  ),
  'a list': new Interactive(
    new ActionList('See services', new ListSection('Boats', new Row('renew', 'Renew', 'Takes five days'))),
    new Body('How can we help?'),
  ),
  'a link button': new Interactive(new ActionCTA('See the tides', 'https://harbour.example'), new Body('High water.')),
  'a flow': new Interactive(
    new ActionNavigateFlow('mooring-118', '8800551200417733', 'Apply', 'BOAT', { length_m: 9 }),
    new Body('Apply for a mooring.'),
  ),
  'a location request': new Interactive(new ActionLocation(), new Body('Where is it?')),
  'a template without values': new Template('harbour_closed', new Language('en_GB')),
  'a template with values': new Template(
    'boat_inspection',
    new Language('en_GB'),
    new BodyComponent(new BodyParameter('Grace'), new BodyParameter('3 March')),
  ),
  'a template with named values': new Template(
    'licence_ready',
    new Language('en_GB'),
    new HeaderComponent(new HeaderParameter('L-118', 'licence_no')),
    new BodyComponent(new BodyParameter('Grace', 'first_name'), new BodyParameter('4 March', 'from_day')),
  ),
  'a template with a picture': new Template(
    'pier_plan',
    new Language('en_GB'),
    new HeaderComponent(new HeaderParameter(new Image(LINK))),
  ),
  'a template with a place': new Template(
    'meeting_point',
    new Language('en_GB'),
    new HeaderComponent(new HeaderParameter(new Location(-0.1, 51.5, 'Harbour Office', '1 Quay Street'))),
  ),
  'a template with buttons': new Template(
    'mooring_update',
    new Language('en_GB'),
    new BodyComponent(new BodyParameter('118')),
    new URLComponent('m/118'),
    new PayloadComponent('STOP_MOORINGS'),
  ),
  'a template with a flow': new Template(
    'mooring_form',
    new Language('en_GB'),
    new FlowComponent('mooring-118', { length_m: 9 }),
  ),
  'a template with an offer': new Template(
    'early_ferry',
    new Language('en_GB'),
    new BodyComponent(new BodyParameter('Grace')),
    new LTOComponent(1_798_758_000_000),
    new CopyComponent('EARLY'),
  ),
  'a template with cards': new Template(
    'free_moorings',
    new Language('en_GB'),
    new BodyComponent(new BodyParameter('Grace')),
    new CarouselComponent(card('p0'), card('p1')),
  ),
};

const base = { phoneNumberId: NUMBER, to: TO };
const media = { link: LINK };
const kapsoCard = (cardIndex: number) => ({
  cardIndex,
  components: [
    { type: 'header', parameters: [{ type: 'image', image: media }] },
    { type: 'button', subType: 'quick_reply', index: 0, parameters: [{ type: 'payload', payload: 'book' }] },
    { type: 'button', subType: 'url', index: 1, parameters: [{ type: 'text', text: 'p0' }] },
  ],
});
type Messages = WhatsAppClient['messages'];
const template = (messages: Messages, input: object) =>
  messages.sendTemplate({
    ...base,
    template: buildTemplateSendPayload({ language: 'en_GB', ...input } as never),
  } as never);

/** Each kind as `@kapso/whatsapp-cloud-api` writes it. */
const KAPSO_MESSAGES: Readonly<Record<string, (messages: Messages) => Promise<unknown>>> = {
  'a text': (messages) => messages.sendText({ ...base, body: 'See https://harbour.example', previewUrl: true }),
  'an image': (messages) => messages.sendImage({ ...base, image: { ...media, caption: 'The pier' } }),
  'a video': (messages) => messages.sendVideo({ ...base, video: { id: '7710045520013002' } }),
  'a voice message': (messages) => messages.sendAudio({ ...base, audio: { ...media, voice: true } }),
  'a document': (messages) => messages.sendDocument({ ...base, document: { ...media, filename: 'licence.pdf' } }),
  'a sticker': (messages) => messages.sendSticker({ ...base, sticker: media }),
  'a location': (messages) =>
    messages.sendLocation({ ...base, location: { latitude: 51.5, longitude: -0.1, name: 'Harbour Office' } }),
  contacts: (messages) =>
    messages.sendContacts({
      ...base,
      contacts: [
        { name: { formattedName: 'Grace Adeyemi', firstName: 'Grace' }, phones: [{ phone: '+447700900456' }] },
      ],
    }),
  buttons: (messages) =>
    messages.sendInteractiveButtons({
      ...base,
      bodyText: 'Is this your boat?',
      header: { type: 'image', image: media },
      footerText: 'We keep your answer',
      buttons: [{ id: 'y', title: 'Yes' }],
    }),
  'a list': (messages) =>
    messages.sendInteractiveList({
      ...base,
      bodyText: 'How can we help?',
      buttonText: 'See services',
      sections: [{ title: 'Boats', rows: [{ id: 'renew', title: 'Renew', description: 'Takes five days' }] }],
    }),
  'a link button': (messages) =>
    messages.sendInteractiveCtaUrl({
      ...base,
      bodyText: 'High water.',
      parameters: { displayText: 'See the tides', url: 'https://harbour.example' },
    }),
  'a flow': (messages) =>
    messages.sendInteractiveFlow({
      ...base,
      bodyText: 'Apply for a mooring.',
      parameters: {
        flowId: '8800551200417733',
        flowCta: 'Apply',
        flowToken: 'mooring-118',
        flowAction: 'navigate',
        flowActionPayload: { screen: 'BOAT', data: { length: 9 } },
      },
    }),
  'a location request': (messages) =>
    messages.sendInteractiveLocationRequest({
      ...base,
      bodyText: 'Where is it?',
      parameters: { requestMessage: 'Where is it?' },
    }),
  'an address request': (messages) =>
    messages.sendInteractiveAddress({ ...base, bodyText: 'Where to?', parameters: { country: 'IN' } }),
  'a carousel': (messages) =>
    messages.sendInteractiveCarousel({
      ...base,
      bodyText: 'Free moorings',
      cards: [0, 1].map((cardIndex) => ({
        cardIndex,
        header: { type: 'image', image: media },
        bodyText: 'Pier',
        action: { displayText: 'Map', url: 'https://harbour.example' },
      })),
    }),
  'a carousel that answers': (messages) =>
    messages.sendInteractiveCarousel({
      ...base,
      bodyText: 'Free moorings',
      cards: [0, 1].map((cardIndex) => ({
        cardIndex,
        header: { type: 'image', image: media },
        action: { buttons: [{ id: `pier:${cardIndex}`, title: 'Book' }] },
      })),
    }),
  'a template with values': (messages) =>
    template(messages, {
      name: 'boat_inspection',
      body: [
        { type: 'text', text: 'Grace' },
        { type: 'text', text: '3 March' },
      ],
    }),
  'a template with named values': (messages) =>
    template(messages, {
      name: 'licence_ready',
      header: { type: 'text', text: 'L-118', parameterName: 'licence_no' },
      body: [
        { type: 'text', text: 'Grace', parameterName: 'first_name' },
        { type: 'text', text: '4 March', parameterName: 'from_day' },
      ],
    }),
  'a template with buttons': (messages) =>
    template(messages, {
      name: 'mooring_update',
      body: [{ type: 'text', text: '118' }],
      buttons: [
        { type: 'button', subType: 'url', index: 0, parameters: [{ type: 'text', text: 'm/118' }] },
        { type: 'button', subType: 'quick_reply', index: 1, parameters: [{ type: 'payload', payload: 'STOP' }] },
      ],
    }),
  'a template with cards': (messages) =>
    template(messages, {
      name: 'free_moorings',
      body: [{ type: 'text', text: 'Grace' }],
      cards: [kapsoCard(0), kapsoCard(1)],
    }),
};

const ACCEPTED = { messages: [{ id: expect.stringMatching(/^wamid\./) }] };

describe('whatsapp-api-js 6', () => {
  it.each(Object.entries(JS_MESSAGES))('sends %s', async (_kind, message) => {
    expect(await jsClient.sendMessage(NUMBER, TO, message as never)).toMatchObject(ACCEPTED);
  });

  it('answers, reacts and marks as read with the typing indicator', async () => {
    const wamid = await writes('Where do I go?');
    expect(await jsClient.sendMessage(NUMBER, TO, new Text('To pier 4.'), wamid)).toMatchObject(ACCEPTED);
    expect(await jsClient.sendMessage(NUMBER, TO, new Reaction(wamid, '🙏'))).toMatchObject(ACCEPTED);
    expect(await jsClient.markAsRead(NUMBER, wamid, 'text')).toEqual({ success: true });
  });

  it('gets refusals in the form that it expects', async () => {
    const answer = await jsClient.sendMessage(NUMBER, TO, new Template('unknown', 'en_GB'));
    expect(answer).toMatchObject({ error: { code: 132001, fbtrace_id: expect.any(String) } });
  });

  it('verifies and reads messages and statuses', async () => {
    const heard: unknown[] = [];
    jsClient.on.message = ({ message, phoneID, name }) => {
      heard.push([phoneID, name, message.type === 'text' && message.text.body]);
    };
    jsClient.on.status = ({ status, id }) => {
      heard.push([status, id]);
    };
    // This library reads the first status of a body and no other.
    await rig.control('POST', 'profile', {
      name: 'default',
      delays: { sent: 100, delivered: 200, read: 300 },
      limits: false,
    });
    await writes('Is it open?');
    const sent = (await jsClient.sendMessage(NUMBER, TO, new Text('Yes.'))) as { messages: { id: string }[] };
    await eventually(async () => {
      for (const { raw, signature } of posts.splice(0)) await jsClient.post(JSON.parse(raw), raw, signature);
      expect(heard).toContainEqual([NUMBER, `Citizen ${CITIZEN.slice(-4)}`, 'Is it open?']);
      expect(heard).toContainEqual(['delivered', sent.messages[0]?.id]);
    });
  });

  it('notices a webhook that somebody else signed', async () => {
    await writes('Hello?');
    await eventually(() => expect(posts.length).toBeGreaterThan(0));
    const { raw } = posts[0] as Post;
    await expect(jsClient.post(JSON.parse(raw), raw, `sha256=${'0'.repeat(64)}`)).rejects.toThrow();
  });
});

describe('@kapso/whatsapp-cloud-api 0.3', () => {
  it.each(Object.entries(KAPSO_MESSAGES))('sends %s', async (_kind, send) => {
    expect(await send(kapso.messages)).toMatchObject(ACCEPTED);
  });

  it('answers, reacts and marks as read with the typing indicator', async () => {
    const wamid = await writes('Where do I go?');
    expect(await kapso.messages.sendText({ ...base, body: 'To pier 4.', contextMessageId: wamid })).toMatchObject(
      ACCEPTED,
    );
    expect(await kapso.messages.sendReaction({ ...base, reaction: { messageId: wamid, emoji: '🙏' } })).toMatchObject(
      ACCEPTED,
    );
    const read = { phoneNumberId: NUMBER, messageId: wamid, typingIndicator: { type: 'text' } } as const;
    expect(await kapso.messages.markRead(read)).toEqual({ success: true });
  });

  it('gets refusals in the form that it expects', async () => {
    const refused = kapso.messages.sendTemplate({
      ...base,
      template: { name: 'unknown', language: { code: 'en_GB' } },
    });
    await expect(refused).rejects.toMatchObject({ code: 132001 });
  });

  it('verifies and reads messages and statuses', async () => {
    const seen = { messages: [] as unknown[], statuses: [] as unknown[] };
    const wamid = await writes('Is it open?');
    const { messages } = await kapso.messages.sendText({ ...base, body: 'Yes.' });
    await eventually(() => {
      for (const { raw, signature } of posts.splice(0)) {
        expect(verifySignature({ appSecret: APP_SECRET, rawBody: raw, signatureHeader: signature })).toBe(true);
        const read = normalizeWebhook(JSON.parse(raw));
        seen.messages.push(...read.messages.map(({ id, type, text }) => [id, type, text?.body]));
        seen.statuses.push(...read.statuses.map(({ id, status }) => [id, status]));
      }
      expect(seen.messages).toContainEqual([wamid, 'text', 'Is it open?']);
      expect(seen.statuses).toContainEqual([messages[0]?.id, 'delivered']);
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReminder, aTemplate, aText, bodyComponent, CITIZEN, SimulatorRig } from './testing/simulator-rig.js';

const positional = (...texts: string[]) => ({
  type: 'body',
  parameters: texts.map((text) => ({ type: 'text', text })),
});

const button = (index: number, sub_type: string, parameter: object) => ({
  type: 'button',
  sub_type,
  index: String(index),
  parameters: [parameter],
});

const ACCEPTED = [
  { label: 'a text', body: aText() },
  { label: 'a text without a type', body: aText({ type: undefined }) },
  { label: 'a number with punctuation', body: aText({ to: '+44 (7700) 900-123' }) },
  { label: 'a number without +', body: aText({ to: CITIZEN }) },
  { label: 'a user id', body: aText({ to: undefined, recipient: 'US.30481726559013842217' }) },
  { label: 'unknown extra fields', body: aText({ something_new: { a: 1 } }) },
  { label: '4096 characters of which each is an emoji', body: aText({ text: { body: '🙂'.repeat(4_096) } }) },
  {
    label: 'a template with named values in any order',
    body: aTemplate('clinic_reminder', [bodyComponent({ day: 'Sat' }, { name: 'F' })]),
  },
  { label: 'a template with positional values', body: aTemplate('appointment', [positional('Nadia', '24 Nov')]) },
  { label: 'component types in capitals', body: aTemplate('appointment', [{ ...positional('a', 'b'), type: 'BODY' }]) },
  { label: 'a template without values', body: aTemplate('plain') },
  {
    label: 'an image header',
    body: aTemplate('with_image', [
      { type: 'header', parameters: [{ type: 'image', image: { link: 'https://example.gov/a.png' } }] },
    ]),
  },
  {
    label: 'a URL button and no payload for the quick reply',
    body: aTemplate('with_buttons', [button(0, 'url', { type: 'text', text: 't/55210' })]),
  },
];

const REFUSED = [
  { label: 'no JSON', body: '{"messaging_product":', status: 400, code: 100, text: 'Invalid JSON' },
  { label: 'a list', body: '[]', status: 400, code: 100, text: 'Invalid JSON' },
  {
    label: 'no product',
    body: aText({ messaging_product: undefined }),
    status: 400,
    code: 100,
    text: 'The parameter messaging_product is required.',
  },
  { label: 'an unknown type', body: aText({ type: 'hologram' }), status: 400, code: 100, text: 'got "hologram"' },
  {
    label: 'a type that is no text',
    body: aText({ type: 7 }),
    status: 400,
    code: 100,
    text: 'Param type must be one of',
  },
  {
    label: 'no content',
    body: aText({ text: undefined }),
    status: 400,
    code: 131008,
    text: 'The parameter text is required.',
  },
  {
    label: 'content that is no object',
    body: aText({ text: 'Hello' }),
    status: 400,
    code: 100,
    text: 'must be a JSON object',
  },
  {
    label: 'no recipient',
    body: aText({ to: undefined }),
    status: 400,
    code: 131008,
    text: 'The parameter to is required.',
  },
  {
    label: 'letters as a number',
    body: aText({ to: 'Fatima' }),
    status: 400,
    code: 131009,
    text: 'Recipient phone number is not valid.',
  },
  {
    label: 'a number as JSON number',
    body: aText({ to: 447700900123 }),
    status: 400,
    code: 131009,
    text: 'not a string',
  },
  { label: 'its own number', body: aText({ to: '+1 555 010 0200' }), status: 400, code: 131021, text: 'the sender' },
  {
    label: 'a malformed user id',
    body: aText({ to: undefined, recipient: '@fatima' }),
    status: 400,
    code: 131009,
    text: 'user ID',
  },
  {
    label: 'a group',
    body: aText({ recipient_type: 'group', to: 'Y2FwaV9' }),
    status: 500,
    code: 131000,
    text: 'Something went wrong',
  },
  {
    label: 'an empty text',
    body: aText({ text: { body: '' } }),
    status: 400,
    code: 131008,
    text: "The parameter text['body'] is required.",
  },
  {
    label: 'a long text',
    body: aText({ text: { body: 'x'.repeat(4_097) } }),
    status: 400,
    code: 100,
    text: "Param text['body'] must be at most 4096 characters long.",
  },
  {
    label: 'long callback data',
    body: aText({ biz_opaque_callback_data: 'x'.repeat(513) }),
    status: 400,
    code: 100,
    text: 'at most 512 characters',
  },
  {
    label: 'media without id or link',
    body: aText({ type: 'image', image: {} }),
    status: 400,
    code: 131008,
    text: "image['id']",
  },
  {
    label: 'a caption on audio',
    body: aText({ type: 'audio', audio: { id: '1', caption: 'x' } }),
    status: 400,
    code: 100,
    text: "audio['caption'] is not allowed",
  },
  {
    label: 'a latitude of 91',
    body: aText({ type: 'location', location: { latitude: '91', longitude: '7' } }),
    status: 400,
    code: 131009,
    text: 'coordinate',
  },
  {
    label: 'four buttons',
    body: aText({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'x' },
        action: { buttons: [1, 2, 3, 4].map((id) => ({ reply: { id: `${id}`, title: `${id}` } })) },
      },
    }),
    status: 400,
    code: 100,
    text: '1 to 3 items',
  },
  {
    label: 'an unknown template',
    body: aTemplate('no_such'),
    status: 404,
    code: 132001,
    text: 'template name (no_such) does not exist in en',
  },
  {
    label: 'another language',
    body: aReminder({ template: { name: 'clinic_reminder', language: { code: 'fr' } } }),
    status: 404,
    code: 132001,
    text: 'template name (clinic_reminder) does not exist in fr',
  },
  {
    label: 'no language',
    body: aReminder({ template: { name: 'clinic_reminder' } }),
    status: 400,
    code: 131008,
    text: "template['language']['code']",
  },
  {
    label: 'a template in review',
    body: aTemplate('pending'),
    status: 404,
    code: 132001,
    text: 'does not exist in en',
  },
  {
    label: 'a paused template',
    body: aTemplate('paused'),
    status: 400,
    code: 132015,
    text: 'Template is paused due to low quality and cannot be sent.',
  },
  { label: 'a disabled template', body: aTemplate('disabled'), status: 400, code: 132016, text: 'disabled' },
  {
    label: 'too few values',
    body: aTemplate('appointment', [positional('Nadia')]),
    status: 400,
    code: 132000,
    text: 'body: number of localizable_params (1) does not match the expected number of params (2)',
  },
  {
    label: 'values for a template without',
    body: aTemplate('plain', [positional('x')]),
    status: 400,
    code: 132000,
    text: 'body: number of localizable_params (1) does not match the expected number of params (0)',
  },
  {
    label: 'no header value',
    body: aTemplate('with_text_header'),
    status: 400,
    code: 132000,
    text: 'header: number of localizable_params (0)',
  },
  {
    label: 'names for a positional template',
    body: aTemplate('appointment', [bodyComponent({ a: 'x' }, { b: 'y' })]),
    status: 400,
    code: 132012,
    text: 'expected POSITIONAL, received NAMED',
  },
  {
    label: 'no names for a named template',
    body: aTemplate('clinic_reminder', [positional('x', 'y')]),
    status: 400,
    code: 100,
    text: 'Parameter name is missing or empty',
  },
  {
    label: 'a name that the template has not',
    body: aTemplate('clinic_reminder', [bodyComponent({ name: 'x' }, { date: 'y' })]),
    status: 400,
    code: 100,
    text: '(date) does not exist',
  },
  {
    label: 'a value without a text',
    body: aTemplate('appointment', [{ type: 'body', parameters: [{ type: 'text' }, { type: 'text', text: 'x' }] }]),
    status: 400,
    code: 100,
    text: "Parameter 'text' is mandatory for component parameter type 'text'",
  },
  {
    label: 'an empty value',
    body: aTemplate('appointment', [positional('', 'x')]),
    status: 400,
    code: 132018,
    text: 'cannot be empty',
  },
  {
    label: 'a line break in a value',
    body: aTemplate('appointment', [positional('a\nb', 'x')]),
    status: 400,
    code: 132018,
    text: 'new-line/tab characters',
  },
  {
    label: 'five spaces in a value',
    body: aTemplate('appointment', [positional('a     b', 'x')]),
    status: 400,
    code: 132018,
    text: '4 consecutive spaces',
  },
  {
    label: 'values that are too long',
    body: aTemplate('appointment', [positional('x'.repeat(1_100), 'y')]),
    status: 400,
    code: 132005,
    text: 'at most 1024',
  },
  {
    label: 'no image for an image header',
    body: aTemplate('with_image'),
    status: 400,
    code: 132012,
    text: 'header: Format mismatch, expected IMAGE, received UNKNOWN',
  },
  {
    label: 'a text for an image header',
    body: aTemplate('with_image', [{ type: 'header', parameters: [{ type: 'text', text: 'x' }] }]),
    status: 400,
    code: 132012,
    text: 'expected IMAGE, received TEXT',
  },
  {
    label: 'no value for a URL button',
    body: aTemplate('with_buttons'),
    status: 400,
    code: 131008,
    text: 'buttons: Button at index 0 of type Url requires a parameter',
  },
  {
    label: 'a button that is not there',
    body: aTemplate('with_buttons', [button(5, 'url', { type: 'text', text: 'x' })]),
    status: 400,
    code: 131009,
    text: 'no button at index 5',
  },
  {
    label: 'a one-time code to a user id',
    body: aTemplate('code', [positional('1', '2')], { to: undefined, recipient: 'US.304' }),
    status: 400,
    code: 131062,
    text: 'need a phone number',
  },
  {
    label: 'an unknown message as read',
    body: { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.x' },
    status: 400,
    code: 131009,
    text: 'message_id',
  },
];

describe('POST /{number}/messages', () => {
  let rig: SimulatorRig;

  beforeAll(async () => {
    rig = await SimulatorRig.start();
    // One citizen gets all of these, far more than the pair rate allows.
    await rig.control('POST', 'profile', { name: 'default', limits: false });
  });

  afterAll(() => rig.close());

  it.each(ACCEPTED)('accepts $label', async ({ body }) => {
    const answer = await rig.send(body);
    expect(answer.body).toMatchObject({
      messaging_product: 'whatsapp',
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
    });
    expect(answer.status).toBe(200);
  });

  it.each(REFUSED)('refuses $label', async ({ body, status, code, text }) => {
    const answer = await rig.send(body);
    expect(answer.text).toContain(JSON.stringify(text).slice(1, -1));
    expect(answer.body).toMatchObject({ error: { type: 'OAuthException', code, fbtrace_id: expect.any(String) } });
    expect(answer.status).toBe(status);
  });

  it('answers as documented: input, wa_id, and message_status for templates only', async () => {
    const text = await rig.send(aText({ to: '+44 7700 900123' }));
    expect(text.body['contacts']).toEqual([{ input: '+44 7700 900123', wa_id: CITIZEN }]);
    expect((text.body['messages'] as object[])[0]).not.toHaveProperty('message_status');
    const template = await rig.send(aReminder());
    expect(template.body['messages']).toEqual([{ id: expect.any(String), message_status: 'accepted' }]);
  });

  it('answers with the user id and without wa_id to a BSUID, and lets to win over recipient', async () => {
    const hidden = await rig.send(aText({ to: undefined, recipient: 'US.304' }));
    expect(hidden.body['contacts']).toEqual([{ input: 'US.304', user_id: 'US.304' }]);
    const both = await rig.send(aText({ recipient: 'US.304' }));
    expect(both.body['contacts']).toEqual([{ input: `+${CITIZEN}`, wa_id: CITIZEN }]);
  });

  it('forms ids as Meta does, with the phone inside, each once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => rig.send(aText())));
    const ids = answers.map(({ body }) => (body['messages'] as { id: string }[])[0]?.id ?? '');
    expect(new Set(ids).size).toBe(20);
    const bytes = Buffer.from(ids[0]?.slice('wamid.'.length) ?? '', 'base64').toString('latin1');
    expect(bytes).toMatch(new RegExp(`^\\x1c\\x18.${CITIZEN}\\x15\\x02\\x00\\x11\\x18\\x12[0-9A-F]{18}\\x00$`, 's'));
  });
});

describe("Meta's limits", () => {
  let rig: SimulatorRig;

  beforeAll(async () => {
    rig = await SimulatorRig.start();
  });

  afterAll(() => rig.close());

  it('refuses the 81st message of a second with 130429', async () => {
    const sends = Array.from({ length: 500 }, (_, i) => rig.send(aText({ to: `+4477009${10_000 + i}` })));
    const refused = (await Promise.all(sends)).filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.body).toMatchObject({
      error: { code: 130429, error_data: { details: 'Cloud API message throughput has been reached.' } },
    });
  });

  it('refuses the 46th message to one citizen with 131056, and one more after 6 seconds', async () => {
    await rig.control('POST', 'clock', { advanceMs: 600_000 });
    const sends = await Promise.all(Array.from({ length: 46 }, () => rig.send(aText())));
    expect(sends.filter(({ status }) => status === 200)).toHaveLength(45);
    await rig.control('POST', 'clock', { advanceMs: 6_000 });
    expect((await rig.send(aText())).status).toBe(200);
    expect((await rig.send(aText())).body).toMatchObject({ error: { code: 131056 } });
  });

  it('lifts both in the bench profile and still checks', async () => {
    await rig.control('POST', 'profile', { name: 'bench' });
    const sends = await Promise.all(Array.from({ length: 200 }, () => rig.send(aReminder())));
    expect(sends.every(({ status }) => status === 200)).toBe(true);
    expect((await rig.send(aTemplate('appointment'))).body).toMatchObject({ error: { code: 132000 } });
  });
});

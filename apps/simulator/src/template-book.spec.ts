import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from './json.js';
import { aWorld, SimulatorRig, WABA } from './testing/simulator-rig.js';

const FIXTURES = new URL('../../../test/fixtures/whatsapp/templates/', import.meta.url);
const fixtures = readdirSync(FIXTURES).map(
  (file) => [file, JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8')) as JsonObject] as const,
);
const DAY_MS = 86_400_000;

let rig: SimulatorRig;
beforeAll(async () => {
  rig = await SimulatorRig.startListening();
});
afterAll(() => rig.close());

let nth = 0;
const aName = () => `notice_${++nth}`;
const body = (text: string, samples: readonly string[] = []) => ({
  type: 'BODY',
  text,
  ...(samples.length > 0 && { example: { body_text: [samples] } }),
});
const notice = (parts: JsonObject = {}): JsonObject => ({
  name: aName(),
  language: 'en',
  category: 'UTILITY',
  components: [body(`The office number ${nth} is open today.`)],
  ...parts,
});
const create = (template: JsonObject) => rig.graph('POST', `${WABA}/message_templates`, template);
const made = async (template: JsonObject = notice()) => {
  const { status, body: answer, text } = await create(template);
  if (status !== 200) throw new Error(text);
  return String(answer['id']);
};
const decide = (id: string, decision: JsonObject) => rig.control('POST', `templates/${id}/decision`, decision);
const statusOf = async (id: string) => (await rig.graph('GET', `${id}?fields=status,rejected_reason`)).body['status'];
const errorOf = ({ body: answer }: { body: JsonObject }) => answer['error'] as JsonObject;
const told = (id: string) =>
  (rig.receiver.values() as unknown as JsonObject[]).filter((value) => value['message_template_id'] === Number(id));

describe('templates of the simulator', () => {
  it.each(fixtures)('takes %s', async (file, fixture) => {
    if (file.startsWith('edit')) {
      const components = [body('Hello {{1}}, your visit is on {{2}} at our centre.', ['Nadia', '24 Nov'])];
      const id = await made(notice({ components }));
      await decide(id, { event: 'APPROVED' });
      expect((await rig.graph('POST', id, fixture)).body).toEqual({ success: true });
      expect(await statusOf(id)).toBe('PENDING');
      return;
    }
    const edge = file.startsWith('upsert') ? 'upsert_message_templates' : 'message_templates';
    const { status, body: answer } = await rig.graph('POST', `${WABA}/${edge}`, { ...fixture, name: aName() });
    expect(status).toBe(200);
    if (edge === 'message_templates') expect(answer).toMatchObject({ id: expect.stringMatching(/^\d+$/) });
    else expect(answer['data']).toHaveLength(3);
  });

  it.each<[number | undefined, string, JsonObject]>([
    [2388299, 'a variable at the end', { components: [body('We expect you on {{1}}.', ['Monday'])] }],
    [2388299, 'a variable at the start', { components: [body('{{1}}, we expect you here.', ['Ann'])] }],
    [2388293, 'too many variables', { components: [body('A {{1}} b {{2}} c', ['1', '2'])] }],
    [2388072, 'a gap in the numbers', { components: [body('Come {{1}} to the {{3}} of the city.', ['1', '3'])] }],
    [2388040, 'a long body', { components: [body('a'.repeat(1025))] }],
    [2388040, 'a long footer', { components: [body('Open.'), { type: 'FOOTER', text: 'a'.repeat(61) }] }],
    [2388073, 'a variable in the footer', { components: [body('Open.'), { type: 'FOOTER', text: 'By {{1}}' }] }],
    [2388047, 'a header without a sample', { components: [{ type: 'HEADER', format: 'IMAGE' }, body('Open.')] }],
    [undefined, 'a body without samples', { components: [body('Come on {{1}} to the office.')] }],
    [undefined, 'a name with capitals', { name: 'Notice' }],
    [undefined, 'no body', { components: [] }],
    [undefined, 'another category', { category: 'ALERT' }],
    [
      undefined,
      'quick replies among others',
      {
        components: [
          body('Open.'),
          {
            type: 'BUTTONS',
            buttons: [
              { type: 'QUICK_REPLY', text: 'A' },
              { type: 'PHONE_NUMBER', text: 'B', phone_number: '+441632960001' },
              { type: 'QUICK_REPLY', text: 'C' },
            ],
          },
        ],
      },
    ],
    [undefined, 'words in a one-time code', { category: 'AUTHENTICATION', components: [body('Your code')] }],
  ])('refuses with %s %s', async (subcode, _, parts) => {
    const answer = await create(notice(parts));
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({
      code: 100,
      message: 'Invalid parameter',
      error_user_title: expect.any(String),
    });
    expect(errorOf(answer)['error_subcode']).toBe(subcode);
  });

  it('takes a name in a language once, and keeps it for thirty days after an approved one is deleted', async () => {
    const template = notice();
    const id = await made(template);
    expect(errorOf(await create(template))['error_subcode']).toBe(2388024);
    await decide(id, { event: 'APPROVED' });
    expect((await rig.graph('DELETE', `${WABA}/message_templates?hsm_id=${id}&name=${template['name']}`)).status).toBe(
      200,
    );
    expect(errorOf(await create(template))['error_subcode']).toBe(2388023);
    await rig.control('POST', 'clock', { advanceMs: 30 * DAY_MS });
    expect((await create(template)).status).toBe(200);
  });

  it('reviews by what it reads', async () => {
    const fine = await made();
    const fraud = await made(notice({ components: [body('Please reply with your card number today.')] }));
    const offer = await create(notice({ components: [body('We have a special offer for you this week.')] }));
    expect(offer.body).toMatchObject({ status: 'PENDING', category: 'MARKETING' });
    await rig.control('POST', 'clock', { advanceMs: 60_000 });
    expect([await statusOf(fine), await statusOf(fraud)]).toEqual(['APPROVED', 'REJECTED']);
    await expect
      .poll(() => told(fraud))
      .toMatchObject([{ event: 'REJECTED', reason: 'SCAM', message_template_language: 'en' }]);
  });

  it('allows one edit of an approved template a day, and any of a rejected one', async () => {
    const id = await made();
    const edit = (text: string) => rig.graph('POST', id, { components: [body(text)] });
    expect(errorOf(await edit('Not while it is pending.'))['error_subcode']).toBe(2388039);
    await decide(id, { event: 'APPROVED' });
    expect((await edit('The office is open on Sunday.')).status).toBe(200);
    await decide(id, { event: 'APPROVED' });
    expect(errorOf(await edit('The office is open on Monday.'))['error_subcode']).toBe(2388039);
    await decide(id, { event: 'REJECTED', reason: 'INVALID_FORMAT' });
    expect((await edit('The office is open on Tuesday.')).status).toBe(200);
  });

  it('pauses for quality three hours, six hours, then for good', async () => {
    const id = await made();
    await decide(id, { event: 'APPROVED' });
    const rate = () => rig.control('POST', `templates/${id}/quality`, { score: 'RED' });
    await rate();
    expect(await statusOf(id)).toBe('PAUSED');
    await rig.control('POST', 'clock', { advanceMs: 3 * 3_600_000 });
    expect(await statusOf(id)).toBe('APPROVED');
    await rate();
    await rig.control('POST', 'clock', { advanceMs: 3 * 3_600_000 });
    expect(await statusOf(id)).toBe('PAUSED');
    await rig.control('POST', 'clock', { advanceMs: 3 * 3_600_000 });
    await rate();
    expect(await statusOf(id)).toBe('DISABLED');
  });

  it('announces another category a day ahead', async () => {
    const id = await made();
    await decide(id, { event: 'APPROVED' });
    await rig.control('POST', `templates/${id}/category`, { category: 'MARKETING' });
    const category = async () => (await rig.graph('GET', id)).body['category'];
    expect(await category()).toBe('UTILITY');
    await rig.control('POST', 'clock', { advanceMs: DAY_MS });
    expect(await category()).toBe('MARKETING');
  });

  it('lists one-time codes with words and an address', async () => {
    const buttons = [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }];
    const components = [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'BUTTONS', buttons },
    ];
    const id = await made(notice({ category: 'AUTHENTICATION', components }));
    const [first, last] = (await rig.graph('GET', id)).body['components'] as JsonObject[];
    expect(first?.['text']).toMatch(/^\*\{\{1\}\}\* is your verification code\. For your security/);
    expect(last?.['buttons']).toMatchObject([{ type: 'URL', url: expect.stringContaining('otp_type=COPY_CODE') }]);
  });

  it('keeps what was made here when the world is put again', async () => {
    const id = await made();
    await rig.control('PUT', 'world', { wabas: aWorld()['wabas'] });
    expect(await statusOf(id)).toBe('PENDING');
  });
});

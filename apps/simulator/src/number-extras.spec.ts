import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITIZEN, NUMBER, SimulatorRig } from './testing/simulator-rig.js';

let rig: SimulatorRig;

beforeAll(async () => {
  rig = await SimulatorRig.start();
});
afterAll(() => rig.close());

const save = (body: object) => rig.graph('POST', `${NUMBER}/message_qrdls`, body);
const block = (method: string, ...users: object[]) =>
  rig.graph(method, `${NUMBER}/block_users`, { messaging_product: 'whatsapp', block_users: users });
const starters = (body: object) => rig.graph('POST', `${NUMBER}/conversational_automation`, body);

describe('Short links', () => {
  it('are made, listed, changed and deleted', async () => {
    const made = await save({ prefilled_message: 'Report a leak', generate_qr_image: 'SVG' });
    const { code } = made.body;
    expect(made.body).toEqual({
      code,
      prefilled_message: 'Report a leak',
      deep_link_url: `https://wa.me/message/${code}`,
      qr_image_url: expect.stringContaining('.svg'),
    });
    await save({ code, prefilled_message: 'Report a burst pipe' });
    const one = await rig.graph('GET', `${NUMBER}/message_qrdls/${code}?fields=code,prefilled_message`);
    expect(one.body).toEqual({ data: [{ code, prefilled_message: 'Report a burst pipe' }] });
    expect((await rig.graph('DELETE', `${NUMBER}/message_qrdls/${code}`)).body).toEqual({ success: true });
    expect((await rig.graph('GET', `${NUMBER}/message_qrdls`)).body).toEqual({ data: [] });
  });

  it.each([
    ['no text', {}, 131_008],
    ['a text that is too long', { prefilled_message: 'x'.repeat(141) }, 100],
    ['a picture of another kind', { prefilled_message: 'x', generate_qr_image: 'GIF' }, 100],
    ['a code that is not', { prefilled_message: 'x', code: 'NOTHING' }, 100],
  ])('refuse %s', async (_, body, code) => {
    expect((await save(body)).body).toMatchObject({ error: { code } });
  });

  it('refuse a field that is not', async () => {
    const { status, body } = await rig.graph('GET', `${NUMBER}/message_qrdls?fields=scans`);
    expect([status, body]).toEqual([400, { error: expect.objectContaining({ code: 100 }) }]);
  });
});

describe('Blocked users', () => {
  it('are only those who wrote within a day; the others are told beside them', async () => {
    await rig.control('POST', 'inbound', { from: `+${CITIZEN}`, phoneNumberId: NUMBER, text: 'Hello' });
    const { status, body } = await block('POST', { user: `+${CITIZEN}` }, { user: '+447700900999' });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      block_users: {
        added_users: [{ input: `+${CITIZEN}`, wa_id: CITIZEN }],
        failed_users: [{ input: '+447700900999', errors: [{ code: 131_047 }] }],
      },
      error: { code: 139_100 },
    });
    expect((await rig.graph('GET', `${NUMBER}/block_users`)).body).toMatchObject({ data: [{ wa_id: CITIZEN }] });
    const again = await block('DELETE', { user: `+${CITIZEN}` });
    expect([again.status, again.body['block_users']]).toEqual([
      200,
      { removed_users: [{ input: `+${CITIZEN}`, wa_id: CITIZEN }] },
    ]);
  });

  it('must be named', async () => {
    expect((await block('POST')).body).toMatchObject({ error: { code: 131_008 } });
  });
});

describe('Conversation starters', () => {
  it.each([
    ['five prompts', { prompts: ['a', 'b', 'c', 'd', 'e'] }],
    ['a prompt of 81 characters', { prompts: ['x'.repeat(81)] }],
    ['a command of two words', { commands: [{ command_name: 'two words', command_description: 'x' }] }],
    ['a command without a description', { commands: [{ command_name: 'waste' }] }],
  ])('refuse %s', async (_, body) => {
    expect((await starters(body)).body).toMatchObject({ error: { code: 100 } });
  });

  it('stand with the number', async () => {
    await starters({ prompts: ['Report a leak'] });
    const { body } = await rig.graph('GET', `${NUMBER}?fields=conversational_automation`);
    expect(body).toMatchObject({ conversational_automation: { prompts: ['Report a leak'] } });
  });
});

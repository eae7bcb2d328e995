import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWebhook, webhookClass } from './webhook-parser.js';

const FIXTURES = new URL('../../../test/fixtures/whatsapp/webhooks/', import.meta.url);
const fixtureNames = readdirSync(FIXTURES).filter((name) => name.endsWith('.json'));

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8'));
}

const EXPECTED = [
  { name: 'messages.status.sent_utility', statuses: ['sent'], messages: [], webhookClass: 1 },
  { name: 'messages.status.sent_with_biz_opaque_callback_data', statuses: ['sent'], messages: [], webhookClass: 1 },
  { name: 'messages.status.delivered_bsuid_only', statuses: ['delivered'], messages: [], webhookClass: 1 },
  { name: 'messages.status.failed_131026', statuses: ['failed'], messages: [], webhookClass: 1 },
  { name: 'messages.status.played', statuses: ['played'], messages: [], webhookClass: 1 },
  { name: 'messages.inbound.text_identity_check', statuses: [], messages: ['text'], webhookClass: 0 },
  { name: 'messages.inbound.button_template_quick_reply', statuses: [], messages: ['button'], webhookClass: 0 },
  { name: 'messages.inbound.system_user_changed_number', statuses: [], messages: ['system'], webhookClass: 0 },
  { name: 'messages.inbound.unsupported', statuses: [], messages: ['unsupported'], webhookClass: 0 },
  { name: 'user_preferences.resume', statuses: [], messages: [], webhookClass: 0 },
  { name: 'message_template_status_update.paused', statuses: [], messages: [], webhookClass: 1 },
];

describe(parseWebhook, () => {
  it.each(fixtureNames)('reads %s', (name) => {
    const changes = parseWebhook(fixture(name.replace('.json', '')));
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(change.wabaId).toMatch(/^\d+$/);
  });

  it.each(EXPECTED)(
    'finds the statuses and messages of $name',
    ({ name, statuses, messages, webhookClass: expected }) => {
      const changes = parseWebhook(fixture(name));
      expect(changes.flatMap((change) => change.statuses.map((status) => status.status))).toEqual(statuses);
      expect(changes.flatMap((change) => change.messages.map((message) => message.type))).toEqual(messages);
      expect(webhookClass(changes)).toBe(expected);
    },
  );

  it('routes each change of a batch by its own phone number', () => {
    const changes = parseWebhook(fixture('messages.batched_mixed'));
    expect(changes.map((change) => change.phoneNumberId)).toEqual(expect.arrayContaining([expect.any(String)]));
    expect(changes.flatMap((change) => change.statuses).length).toBeGreaterThan(0);
    expect(webhookClass(changes)).toBe(0);
  });

  it('keeps the callback data, the pricing and the errors of a status', () => {
    const [sent] = parseWebhook(fixture('messages.status.sent_with_biz_opaque_callback_data'));
    expect(sent?.statuses[0]?.biz_opaque_callback_data).toBe('tenant=health;msg=01JD9Z');
    expect(sent?.statuses[0]?.pricing?.category).toEqual(expect.any(String));
    const [failed] = parseWebhook(fixture('messages.status.failed_131026'));
    expect(failed?.statuses[0]?.errors?.[0]?.code).toBe(131026);
  });

  it('leaves out what has no id or status and keeps it in value', () => {
    const value = {
      metadata: { phone_number_id: '331' },
      statuses: [{ id: 'wamid.1' }, { status: 'sent' }, null, 7, { id: 'wamid.2', status: 'teleported', new_field: 1 }],
      messages: [{ from: '1555' }, { id: '', type: 'text' }, { id: 'wamid.3', type: 'hologram' }],
    };
    const [change] = parseWebhook({ entry: [{ id: '215', changes: [{ field: 'messages', value }] }] });
    expect(change?.statuses).toEqual([{ id: 'wamid.2', status: 'teleported', new_field: 1 }]);
    expect(change?.messages).toEqual([{ id: 'wamid.3', type: 'hologram' }]);
    expect(change?.value).toBe(value);
  });

  it('takes an id that came as a number', () => {
    const body = { entry: [{ id: 215, changes: [{ field: 'x', value: { metadata: { phone_number_id: 331 } } }] }] };
    expect(parseWebhook(body)).toMatchObject([{ wabaId: '215', phoneNumberId: '331', field: 'x' }]);
  });

  it.each([
    null,
    undefined,
    7,
    'text',
    [],
    {},
    { entry: null },
    { entry: {} },
    { entry: [null, 3, []] },
    { entry: [{ id: '1', changes: 'no' }] },
    { entry: [{ changes: [null] }] },
  ])('finds no change in %j', (body) => {
    expect(parseWebhook(body)).toEqual([]);
  });

  it('survives a change without field or value', () => {
    expect(parseWebhook({ entry: [{ changes: [{}] }] })).toMatchObject([
      { wabaId: null, field: '', phoneNumberId: null, statuses: [], messages: [], value: null },
    ]);
  });

  it('never throws, whatever JSON comes', () => {
    const keys = ['entry', 'changes', 'value', 'statuses', 'messages', 'metadata', 'id', 'status', 'field'];
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(null, 1, true, 'wamid.1'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('tree')),
      ),
    }));
    fc.assert(
      fc.property(tree, (body) => {
        expect([0, 1]).toContain(webhookClass(parseWebhook(body)));
      }),
    );
  });
});

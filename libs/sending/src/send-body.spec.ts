import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Addressee } from '#libs/contacts';
import type { SendableTemplate } from '#libs/templates';
import { parseCallbackData } from '#libs/whatsapp';
import type { MessageContent } from './message-content.js';
import { type SendBodyInput, toSendBody } from './send-body.js';

const MESSAGE_ID = '0193f000-0000-7000-8000-000000000001';
const TEXT: MessageContent = { type: 'text', text: { body: 'Your result is there.', previewUrl: true } };

const TEMPLATE: SendableTemplate = {
  id: '0193f000-0000-7000-8000-000000000003',
  wabaId: '1029384756',
  name: 'clinic_reminder',
  language: 'en',
  category: 'UTILITY',
  status: 'APPROVED',
  heldUntil: null,
  version: 1,
  parameterFormat: 'NAMED',
  components: [{ type: 'BODY', text: 'Hello {{name}}, we expect you on {{day}}.' }],
};
const REMINDER: MessageContent = {
  type: 'template',
  template: { name: 'clinic_reminder', language: 'en', variables: { name: 'Fatima', day: 'Saturday' } },
};

function anAddressee(parts: Partial<Addressee> = {}): Addressee {
  return {
    contactId: '0193f000-0000-7000-8000-000000000002',
    phone: '+447700900123',
    userId: null,
    salt: Buffer.alloc(16),
    language: null,
    suppressionHmacs: [],
    ...parts,
  };
}

function bodyOf(parts: Partial<SendBodyInput> = {}) {
  return toSendBody({ messageId: MESSAGE_ID, attempt: 2, content: TEXT, addressee: anAddressee(), ...parts });
}

describe(toSendBody, () => {
  it('makes the text that Meta documents', () => {
    const file = new URL('../../../test/fixtures/whatsapp/send/text_with_callback_data.json', import.meta.url);
    const documented = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const body: Record<string, unknown> = { ...bodyOf() };
    for (const [field, value] of Object.entries(documented)) expect(typeof body[field], field).toBe(typeof value);
    expect(body).toMatchObject({ type: 'text', text: { body: 'Your result is there.', preview_url: true } });
  });

  it('shows no preview unless it was asked for', () => {
    const content: MessageContent = { type: 'text', text: { body: 'https://example.org' } };
    expect(bodyOf({ content })).toMatchObject({ text: { preview_url: false } });
  });

  it('carries the attempt, and nothing personal, in its callback data', () => {
    const { biz_opaque_callback_data: callback = '' } = bodyOf();
    expect(parseCallbackData(callback)).toEqual({ messageId: MESSAGE_ID, attempt: 2 });
    expect(callback.length).toBeLessThanOrEqual(512);
  });

  it('makes a template with its values', () => {
    expect(bodyOf({ content: REMINDER, template: TEMPLATE })).toMatchObject({
      type: 'template',
      template: {
        name: 'clinic_reminder',
        language: { code: 'en' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', parameter_name: 'name', text: 'Fatima' },
              { type: 'text', parameter_name: 'day', text: 'Saturday' },
            ],
          },
        ],
      },
    });
  });

  it('writes to the phone of somebody who shows both phone and user id', () => {
    const body = bodyOf({ addressee: anAddressee({ userId: 'GB.1' }) });
    expect(body).toMatchObject({ to: '+447700900123' });
    expect(body).not.toHaveProperty('recipient');
  });

  it('writes to the user id of somebody who hides the phone', () => {
    const body = bodyOf({ addressee: anAddressee({ phone: null, userId: 'GB.1' }) });
    expect(body).toMatchObject({ recipient: 'GB.1' });
    expect(body).not.toHaveProperty('to');
  });

  it.each([
    ['a template that is not there', REMINDER],
    ['what a citizen wrote', { type: 'inbound', kind: 'text', raw: {} } as const],
  ])('refuses to send %s', (_label, content) => {
    expect(() => bodyOf({ content })).toThrow(/cannot be sent/);
  });
});

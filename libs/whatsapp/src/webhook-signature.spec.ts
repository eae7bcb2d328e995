import { describe, expect, it } from 'vitest';
import { isWebhookSignatureValid, signWebhook } from './webhook-signature.js';

const SECRET = 'app_secret_demo';

const VECTORS = [
  {
    body: '{"object":"whatsapp_business_account","entry":[]}',
    header: 'sha256=15f5f853c9b72e8d4321bf752419290d8503a489587fd5a5fad64982f2b22abc',
  },
  {
    body: '{"t":"caf\\u00e9"}',
    header: 'sha256=c8dacdfc9e4308cfcfe7ad080d5aa4b5e5d5ddd697baf2190276963e03e05211',
  },
];

describe('webhook signature', () => {
  it.each(VECTORS)('signs $body as documented', ({ body, header }) => {
    expect(signWebhook(Buffer.from(body), SECRET)).toBe(header);
    expect(isWebhookSignatureValid(Buffer.from(body), header, [SECRET])).toBe(true);
  });

  it('covers the bytes as they were sent, not the text they stand for', () => {
    expect(isWebhookSignatureValid(Buffer.from('{"t":"café"}'), VECTORS[1]?.header, [SECRET])).toBe(false);
  });

  it('accepts the old and the new secret while it is being replaced', () => {
    const body = Buffer.from('{}');
    expect(isWebhookSignatureValid(body, signWebhook(body, 'old'), ['new', 'old'])).toBe(true);
    expect(isWebhookSignatureValid(body, signWebhook(body, 'new'), ['new', 'old'])).toBe(true);
    expect(isWebhookSignatureValid(body, signWebhook(body, 'other'), ['new', 'old'])).toBe(false);
  });

  it('refuses everything without a secret, also what an empty secret signed', () => {
    const body = Buffer.from('{}');
    expect(isWebhookSignatureValid(body, signWebhook(body, ''), [''])).toBe(false);
    expect(isWebhookSignatureValid(body, signWebhook(body, ''), [])).toBe(false);
  });

  it.each([
    undefined,
    '',
    'sha256=',
    'sha256=zz',
    'sha1=15f5f853c9b72e8d4321bf752419290d8503a489',
    '15f5f853c9b72e8d4321bf752419290d8503a489587fd5a5fad64982f2b22abc',
    `sha256=${'é'.repeat(64)}`,
    `sha256=${'a'.repeat(63)}`,
    `sha256=${'a'.repeat(65)}`,
  ])('refuses the header %j without throwing', (header) => {
    expect(isWebhookSignatureValid(Buffer.from('{}'), header, [SECRET])).toBe(false);
  });
});

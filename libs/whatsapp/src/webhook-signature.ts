import { createHmac, timingSafeEqual } from 'node:crypto';

const HEADER_FORM = /^sha256=([0-9a-f]{64})$/;

/**
 * The value of `X-Hub-Signature-256`: HMAC-SHA256 of the bytes as they were sent. Parsing and serialising again changes
 * the escapes of non-ASCII characters and breaks it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
 */
export function signWebhook(rawBody: Buffer, secret: string): string {
  return `sha256=${digest(rawBody, secret).toString('hex')}`;
}

/** True when one of the secrets made the header; several are valid while a secret is being replaced. */
export function isWebhookSignatureValid(
  rawBody: Buffer,
  header: string | undefined,
  secrets: readonly string[],
): boolean {
  const match = typeof header === 'string' ? HEADER_FORM.exec(header) : null;
  if (!match) return false;
  const given = Buffer.from(match[1] ?? '', 'hex');
  let isValid = false;
  for (const secret of secrets) {
    // Every secret is tried, so that the time does not tell which one fits; an empty one would let anybody sign.
    if (secret !== '' && timingSafeEqual(digest(rawBody, secret), given)) isValid = true;
  }
  return isValid;
}

function digest(rawBody: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update(rawBody).digest();
}

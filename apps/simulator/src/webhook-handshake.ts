import { randomInt } from 'node:crypto';
import { request } from 'undici';

const ANSWER_TIMEOUT_MS = 5_000;

/**
 * `GET {callback}?hub.mode=subscribe&hub.challenge=…&hub.verify_token=…` must be answered with 200 and the challenge.
 * Returns what is wrong, or null. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
 */
export async function handshakeProblem(callback: string, verifyToken: string): Promise<string | null> {
  const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
  const query = `hub.mode=subscribe&hub.challenge=${challenge}&hub.verify_token=${encodeURIComponent(verifyToken)}`;
  const url = `${callback}${callback.includes('?') ? '&' : '?'}${query}`;
  try {
    const { statusCode, body } = await request(url, {
      headersTimeout: ANSWER_TIMEOUT_MS,
      bodyTimeout: ANSWER_TIMEOUT_MS,
    });
    const text = await body.text();
    if (statusCode === 200 && text === challenge) return null;
    return `The handshake was answered with ${statusCode} and not with the challenge.`;
  } catch (error) {
    return `The handshake was not answered: ${(error as Error).message}`;
  }
}

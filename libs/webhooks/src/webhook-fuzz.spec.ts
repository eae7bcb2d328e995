import fc from 'fast-check';
import { describe, it } from 'vitest';
import {
  isWebhookSignatureValid,
  readInboundContent,
  readSurroundings,
  readWebhook,
  readWebhookEvents,
  referencedMessage,
  signWebhook,
  spokenText,
  type WebhookChange,
  webhookClass,
} from '#libs/whatsapp';
import { mutatedBytes, mutatedTrees, WEBHOOK_BODIES } from './mutated-webhooks.builder.js';

const SECRETS = ['one', 'other'];
/** Over both properties. */
const RUNS = 20_000;

/** Everything that is made of a body before the first statement is run. */
function understand(raw: Buffer): readonly WebhookChange[] {
  const changes = readWebhook(raw);
  webhookClass(changes);
  for (const change of changes) {
    readWebhookEvents(change);
    for (const message of change.messages) {
      const content = readInboundContent(message);
      spokenText(content);
      readSurroundings(message);
      referencedMessage(message);
      // Sealed as JSON and shown as JSON.
      JSON.stringify(content);
    }
  }
  return changes;
}

const first = Buffer.from(WEBHOOK_BODIES[0] ?? '');
const whole = signWebhook(first, 'one');

describe('a webhook that nobody foresaw', () => {
  it('with odd values in any place is read, whatever they are', () => {
    fc.assert(
      fc.property(mutatedTrees, (text) => {
        const raw = Buffer.from(text);
        understand(raw);
        return isWebhookSignatureValid(raw, signWebhook(raw, 'other'), SECRETS);
      }),
      { numRuns: RUNS / 2 },
    );
  }, 60_000);

  it('with broken bytes is read or is no JSON, and its signature does not hold for the whole one', () => {
    fc.assert(
      fc.property(mutatedBytes, (raw) => {
        try {
          understand(raw);
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
        }
        return isWebhookSignatureValid(raw, whole, SECRETS) === raw.equals(first);
      }),
      { numRuns: RUNS / 2 },
    );
  }, 60_000);
});

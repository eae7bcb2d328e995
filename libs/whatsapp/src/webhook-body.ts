import { parseWebhook } from './webhook-parser.js';
import type { WebhookChange } from './webhook-types.js';

/** How the null character and halves of surrogate pairs are written in JSON. Whole pairs match too and stay as they are. */
const ESCAPED = /\\u(?:0000|[dD][89a-fA-F])/;

/** What Postgres stores neither as text nor as JSON: the null character and half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/**
 * The changes of a webhook as it came over the wire. Characters that cannot be stored become U+FFFD: one such text would
 * otherwise keep everything that came in the same body from being processed.
 * @throws SyntaxError for what is no JSON
 */
export function readWebhook(raw: Buffer): WebhookChange[] {
  const text = raw.toString('utf8');
  return parseWebhook(ESCAPED.test(text) ? JSON.parse(text, storable) : JSON.parse(text));
}

function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(UNSTORABLE, '\ufffd') : value;
}

import { toWireId } from '#libs/kernel';
import { type InboundMessage, readInboundContent, readSurroundings } from '#libs/whatsapp';
import type { InboundBody } from './message-content.js';

/**
 * What a citizen said, as the API and callbacks give it: what its kind has, the text where it has words, what stands around it,
 * and the message that it is about.
 *
 * `{ "type": "button_reply", "text": { "body": "Confirm" }, "choice": { "id": "appt:88213", "title": "Confirm" },
 * "about": "msg_…" }`
 */
export function inboundView({ text, about, raw }: InboundBody): Record<string, unknown> {
  const message = raw as InboundMessage;
  return {
    ...(text !== undefined && { text: { body: text } }),
    ...readInboundContent(message),
    ...readSurroundings(message),
    ...(about && { about: toWireId('message', about) }),
  };
}

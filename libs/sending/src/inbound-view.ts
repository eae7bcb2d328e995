import { toWireId } from '#libs/kernel';
import type { MessageMedia } from '#libs/media';
import { type InboundMessage, readInboundContent, readSurroundings } from '#libs/whatsapp';
import type { InboundBody } from './message-content.js';

/**
 * What a citizen said, as the API and callbacks give it: what its kind has, the text where it has words, what stands around it,
 * and the message that it is about.
 *
 * `{ "type": "button_reply", "text": { "body": "Confirm" }, "choice": { "id": "appt:88213", "title": "Confirm" },
 * "about": "msg_…" }`
 */
export function inboundView(
  { text, about, raw }: InboundBody,
  files: readonly MessageMedia[] = [],
): Record<string, unknown> {
  const message = raw as InboundMessage;
  return {
    ...(text !== undefined && { text: { body: text } }),
    ...readInboundContent(message),
    ...readSurroundings(message),
    ...(files.length > 0 && { files: files.map(fileView) }),
    ...(about && { about: toWireId('message', about) }),
  };
}

/** Fetched by `GET /v1/media/{id}` once it is `clean`. */
function fileView({ id, state, refusal, kind, mimeType, sizeBytes }: MessageMedia): Record<string, unknown> {
  return { id: toWireId('media', id), state, refusal, kind, mimeType, sizeBytes };
}

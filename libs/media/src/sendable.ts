import type { DomainError, Uuid } from '#libs/kernel';
import { mediaNotClean, mediaTooLarge, mediaUnknown, mediaWrongKind } from './media.errors.js';
import type { SendableFacts } from './media.repository.js';
import { type SendableKind, STATIC_STICKER_BYTES } from './media-rules.js';

/** Why a file may not be sent as this, or null. `field` is where the request names it. */
export function sendingFault(
  id: Uuid,
  facts: SendableFacts | undefined,
  kind: SendableKind,
  field: string,
): DomainError | null {
  if (!facts) return mediaUnknown(id, field);
  if (facts.state !== 'clean') return mediaNotClean(id, facts.state, field);
  if (!isOfKind(facts, kind)) return mediaWrongKind(id, facts.kind, kind, field);
  // Everything else was measured when it came in; only a picture that moves may be a larger sticker.
  const isLarge = kind === 'sticker' && !facts.isAnimated && (facts.sizeBytes ?? 0) > STATIC_STICKER_BYTES;
  return isLarge ? mediaTooLarge(field, STATIC_STICKER_BYTES, 'A sticker that does not move') : null;
}

function isOfKind({ kind, isVoice }: SendableFacts, wanted: SendableKind): boolean {
  return wanted === 'voice' ? kind === 'audio' && isVoice : kind === wanted;
}

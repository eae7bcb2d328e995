import type { SealPlace } from '#libs/crypto';
import type { Uuid } from '#libs/kernel';

/** What a sealed detail is bound to: it opens in its own row and nowhere else. */
export function detailPlace(agencyId: Uuid, eventId: Uuid): SealPlace {
  return { table: 'audit.details', column: 'sealed', rowId: eventId, agencyId };
}

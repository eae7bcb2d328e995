import type { SealPlace } from '#libs/crypto';
import type { Uuid } from '#libs/kernel';

/** Where a message's sealed body stands; part of what it is sealed with, so that it cannot be moved. */
export function bodyPlace(agencyId: Uuid, messageId: Uuid): SealPlace {
  return { table: 'messages', column: 'body_sealed', rowId: messageId, agencyId };
}

import type { SealPlace } from '#libs/crypto';
import type { Uuid } from '#libs/kernel';

/** Where address and values of a mail are sealed. */
export function mailPlace(agencyId: Uuid, id: Uuid): SealPlace {
  return { table: 'mails', column: 'content_sealed', rowId: id, agencyId };
}

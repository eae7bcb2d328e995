import type { SealPlace } from '#libs/crypto';
import { PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';

/** Where a raw webhook body stands, sealed with the platform's key: one body may speak of several agencies. */
export function rawPlace(id: Uuid): SealPlace {
  return { table: 'webhook_inbox', column: 'raw_sealed', rowId: id, agencyId: PLATFORM_AGENCY_ID };
}

import type { Permission } from './permissions.js';

/** What a key may be given. */
export const KEY_SCOPES = [
  'messages:send',
  'messages:override-quiet-hours',
  'messages:read',
  'contacts:write',
  'contacts:read',
  'consents:write',
  'consents:read',
  'purposes:write',
  'purposes:read',
  'templates:read',
  'templates:write',
  'audit:read',
] as const satisfies readonly Permission[];

/** Everything that may be allowed. The scopes of an API key are taken from the same list. */
export const PERMISSIONS = [
  'messages:send',
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
  'platform:agencies',
  'platform:audit',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

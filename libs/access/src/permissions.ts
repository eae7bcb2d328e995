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

export function isPermission(text: string): text is Permission {
  return (PERMISSIONS as readonly string[]).includes(text);
}

/** What a key of a department may be given: never the platform's own permissions. */
export const KEY_SCOPES: readonly Permission[] = PERMISSIONS.filter(
  (permission) => !permission.startsWith('platform:'),
);

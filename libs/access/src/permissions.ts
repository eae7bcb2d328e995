/** What a key of a department may be given, and most of what roles are made of. */
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
  'media:read',
  'media:write',
  'audit:read',
] as const;

/** What only people do. */
const PEOPLES_PERMISSIONS = [
  // One's own profile, factors and sessions: every person has it, no key.
  'account:self',
  'home:read',
  'people:read',
  'people:write',
  'departments:read',
  'departments:write',
  'api-keys:read',
  'api-keys:write',
  'api-keys:write-live',
  'callbacks:read',
  'callbacks:write',
  'agency:read',
  'agency:write',
  'numbers:read',
  'numbers:write',
  'switches:read',
  'switches:write',
  // Never of what one wrote oneself.
  'templates:approve',
  'go-live:read',
  'go-live:request',
  'platform:agencies',
  'platform:go-live',
  'platform:break-glass',
  'platform:switches',
  'platform:audit',
] as const;

/** Everything that may be allowed. */
export const PERMISSIONS = [...KEY_SCOPES, ...PEOPLES_PERMISSIONS] as const;

export type Permission = (typeof PERMISSIONS)[number];

export function isPermission(text: string): text is Permission {
  return (PERMISSIONS as readonly string[]).includes(text);
}

// What the console knows of roles and permissions, from libs/access. It may import nothing of the server, so it gets the tables.

export const CONSOLE_ACCESS = 'apps/console/src/session/access-tables.ts';

const HEADER = '// Made from libs/access by `npm run generated:write`; do not edit.\n';

const list = (names) => `[\n${names.map((name) => `  '${name}',\n`).join('')}]`;

const nested = (names) => `[${names.map((name) => `\n    '${name}',`).join('')}\n  ]`;

/** Needs a build. */
export async function consoleAccess() {
  const { PERMISSIONS, KEY_SCOPES, ROLES, grantableRoles } = await import('../dist/libs/access/src/index.js');
  const { newId, PLATFORM_AGENCY_ID } = await import('../dist/libs/kernel/src/index.js');
  const roles = Object.entries(ROLES).map(
    ([role, permissions]) => `  ${role}: ${nested([...new Set(permissions)])},\n`,
  );
  return [
    HEADER,
    '/** What a person may be allowed to do. */',
    `export const PERMISSIONS = ${list(PERMISSIONS)} as const;\n`,
    'export type Permission = (typeof PERMISSIONS)[number];\n',
    '/** What a key may be given. */',
    `export const KEY_SCOPES = ${list(KEY_SCOPES)} as const satisfies readonly Permission[];\n`,
    '/** What each role lets a person do. */',
    `export const ROLE_PERMISSIONS: Readonly<Record<string, readonly Permission[]>> = {\n${roles.join('')}};\n`,
    '/** The roles that people of an agency are given. */',
    `export const AGENCY_ROLES = ${list(grantableRoles(newId()))} as const;\n`,
    '/** The roles that people of the platform are given. */',
    `export const PLATFORM_ROLES = ${list(grantableRoles(PLATFORM_AGENCY_ID))} as const;\n`,
  ].join('\n');
}

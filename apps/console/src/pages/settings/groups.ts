/** Groups and the roles they give, as lines of "group = role". */
export const linesOf = (groupRoles: Readonly<Record<string, string>>): string =>
  Object.entries(groupRoles)
    .map(([group, role]) => `${group} = ${role}`)
    .join('\n');

/** Reads the lines; undefined when one of them names no role. */
export function groupRolesOf(text: string, roles: readonly string[]): Record<string, string> | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const pairs = lines.map((line) => {
    const at = line.lastIndexOf('=');
    return [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 1).trim()] as const;
  });
  if (pairs.some(([group, role]) => !group || !roles.includes(role))) return undefined;
  return Object.fromEntries(pairs);
}

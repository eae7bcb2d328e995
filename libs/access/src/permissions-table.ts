import { PERMISSIONS } from './permissions.js';
import { permissionsOf, ROLES, type Role } from './roles.js';

const YES = '✓';
const NO = '';

/** Who may do what, as a table in Markdown: a line for each permission, a column for each role. */
export function renderPermissionsTable(): string {
  const roles = Object.keys(ROLES) as Role[];
  const held = roles.map((role) => permissionsOf([role]));
  const head = ['permission', ...roles.map((role) => `\`${role}\``)];
  const lines = PERMISSIONS.map((permission) => [
    `\`${permission}\``,
    ...held.map((permissions) => (permissions.has(permission) ? YES : NO)),
  ]);
  const widths = head.map((_, column) => Math.max(3, ...[head, ...lines].map((line) => (line[column] ?? '').length)));
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...lines.map(row)].join('\n');
}

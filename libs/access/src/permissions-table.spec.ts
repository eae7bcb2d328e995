import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from './permissions.js';
import { renderPermissionsTable } from './permissions-table.js';
import { ROLES } from './roles.js';

describe(renderPermissionsTable, () => {
  const [head = '', , ...lines] = renderPermissionsTable().split('\n');
  const cellsOf = (line: string) => line.split('|').slice(1, -1);

  it('has a line for each permission and a column for each role', () => {
    expect(lines).toHaveLength(PERMISSIONS.length);
    expect(cellsOf(head)).toHaveLength(Object.keys(ROLES).length + 1);
  });

  it('ticks what the roles hold, and nothing else', () => {
    const ticks = lines.join('').split('✓').length - 1;
    expect(ticks).toBe(Object.values(ROLES).reduce((sum, permissions) => sum + new Set(permissions).size, 0));
    const line = lines.find((one) => one.includes('`people:write`')) ?? '';
    const column = cellsOf(head).findIndex((cell) => cell.trim() === '`agency_admin`');
    expect(cellsOf(line)[column]?.trim()).toBe('✓');
  });
});

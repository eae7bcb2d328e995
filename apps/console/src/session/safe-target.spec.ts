import { describe, expect, it } from 'vitest';
import { safeTarget } from './safe-target.js';

describe('where one goes after signing in', () => {
  it('is the page that was asked for', () => {
    expect(safeTarget('/a/health/team?on=2026-11-01')).toBe('/a/health/team?on=2026-11-01');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', null])(
    'is never %s',
    (to) => {
      expect(safeTarget(to)).toBe('/');
    },
  );
});

import { describe, expect, it } from 'vitest';
import { pseudo } from './pseudo.js';

describe('the language for tests', () => {
  it('is longer and accented, and can still be read', () => {
    expect(pseudo('Save changes')).toBe('[Sáṽé çħáñğéš ~~~~~]');
  });

  it('leaves names that are filled in as they are', () => {
    expect(pseudo('Copy {{label}}')).toContain('{{label}}');
  });
});

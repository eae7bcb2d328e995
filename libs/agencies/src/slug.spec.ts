import { describe, expect, it } from 'vitest';
import { isSlug } from './slug.js';

describe(isSlug, () => {
  it.each(['a', '7', 'city-health', 'a--b', 'x'.repeat(63)])('accepts %s', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(['', '-', '-a', 'a-', 'City', 'city_health', 'city health', 'é', 'x'.repeat(64), 'a\n'])(
    'refuses %j',
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );
});

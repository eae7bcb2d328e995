import { describe, expect, it } from 'vitest';
import { timeOfId } from './entry-id.js';

describe(timeOfId, () => {
  it('reads the time of a UUIDv7', () => {
    // 01930000-0000-7000-8000-000000000001
    expect(timeOfId('aud_01jc000000e008000000000001')).toBe(0x0193_0000_0000);
  });

  it.each(['aud_', 'aud_81jc000000e008000000000001', '41'])('does not know %s', (id) => {
    expect(timeOfId(id)).toBeUndefined();
  });
});

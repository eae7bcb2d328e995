import { describe, expect, it } from 'vitest';
import { PLATFORM_AGENCY_ID } from '#libs/kernel';
import { originOf } from './origin.js';

describe(originOf, () => {
  it('names the log of an agency, and that of the platform', () => {
    const agencyId = '01930000-0000-7000-8000-000000000001';
    expect(originOf('example.org', agencyId)).toBe(`audit.example.org/agency/${agencyId}`);
    expect(originOf('example.org', PLATFORM_AGENCY_ID)).toBe('audit.example.org/platform');
  });
});

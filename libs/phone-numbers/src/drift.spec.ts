import { describe, expect, it } from 'vitest';
import { driftOf, mergeDrift, type SeenNumber } from './drift.js';
import type { NumberDetails } from './number-details.js';

const KNOWN = {
  verifiedName: 'City Health',
  displayPhoneNumber: '+44 1632 960001',
  metaStatus: 'CONNECTED',
  nameStatus: 'APPROVED',
  requestedName: null,
  qualityRating: 'GREEN',
  messagingLimit: 'TIER_2K',
  throughputLevel: 'STANDARD',
  hearsWebhooks: true,
  profile: { about: 'City Health', websites: ['https://health.example.org/'], pictureUrl: 'https://a.example/1' },
} as unknown as NumberDetails;

function seen(facts: object = {}, rest: Partial<SeenNumber> = {}): SeenNumber {
  return {
    facts: { ...KNOWN, ...facts } as unknown as SeenNumber['facts'],
    profile: KNOWN.profile ?? {},
    hearsWebhooks: true,
    ...rest,
  };
}

describe(driftOf, () => {
  it('finds nothing where Meta says what is known, and the picture has another address', () => {
    expect(driftOf(KNOWN, seen({}, { profile: { ...KNOWN.profile, pictureUrl: 'https://a.example/2' } }))).toEqual([]);
  });

  it('names each difference with both values', () => {
    const profile = { ...KNOWN.profile, about: 'City Clinic' };
    expect(driftOf(KNOWN, seen({ qualityRating: 'RED' }, { profile, hearsWebhooks: false }))).toEqual([
      { field: 'quality', ours: 'GREEN', theirs: 'RED' },
      { field: 'webhooks', ours: 'subscribed', theirs: 'not-subscribed' },
      { field: 'profile.about', ours: 'City Health', theirs: 'City Clinic' },
    ]);
  });

  it('takes no notice of what was never known', () => {
    const fresh = { ...KNOWN, qualityRating: null, hearsWebhooks: null, profile: null };
    expect(driftOf(fresh, seen({ qualityRating: 'RED' }, { hearsWebhooks: false }))).toEqual([]);
  });

  it('expects another name while one is being decided about', () => {
    const waiting = { ...KNOWN, requestedName: 'City Clinic' };
    expect(driftOf(waiting, seen({ verifiedName: 'City Clinic' }))).toEqual([]);
  });
});

describe(mergeDrift, () => {
  const red = { field: 'quality', ours: 'GREEN', theirs: 'RED' };

  it('keeps what was known at first', () => {
    const later = { field: 'quality', ours: 'RED', theirs: 'YELLOW' };
    expect(mergeDrift([red], [later])).toEqual([{ field: 'quality', ours: 'GREEN', theirs: 'YELLOW' }]);
  });

  it('forgets what came back to it', () => {
    expect(mergeDrift([red], [{ field: 'quality', ours: 'RED', theirs: 'GREEN' }])).toEqual([]);
  });
});

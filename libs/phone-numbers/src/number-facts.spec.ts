import { describe, expect, it } from 'vitest';
import type { NumberFields } from '#libs/whatsapp';
import type { NumberDetails } from './number-details.js';
import { entriesOf, factsAfterUpgrade, factsOf } from './number-facts.js';

function aNumber(parts: Partial<NumberDetails> = {}): NumberDetails {
  return {
    id: '01a203be-1431-7321-b8b8-0a225abda2e9',
    phoneNumberId: '331020410093245',
    portfolioId: '01a203be-1431-7321-b8b8-0a225abda2ea',
    wabaId: '215589313241560',
    mode: 'live',
    displayPhoneNumber: '+44 1632 960001',
    verifiedName: 'City Health Department',
    messagesPerSecond: 80,
    heldReason: null,
    heldUntil: null,
    bulkHeldReason: null,
    bulkHeldUntil: null,
    createdAt: new Date(0),
    state: 'connected',
    codeRequestedAt: null,
    codeMethod: null,
    hasPin: true,
    metaStatus: 'CONNECTED',
    nameStatus: 'APPROVED',
    requestedName: null,
    requestedNameStatus: null,
    qualityRating: 'GREEN',
    throughputLevel: 'STANDARD',
    messagingLimit: 'TIER_2K',
    isOfficial: false,
    hearsWebhooks: true,
    profile: null,
    refreshedAt: null,
    tokenState: 'valid',
    tokenCheckedAt: null,
    tokenExpiresAt: null,
    codes: { asked: 0, freeAt: null },
    registrations: { left: 10, freeAt: null },
    drift: [],
    driftFoundAt: null,
    lastAttempt: null,
    ...parts,
  };
}

function fields(parts: Partial<NumberFields> = {}): NumberFields {
  return {
    id: '331020410093245',
    displayPhoneNumber: '+44 1632 960001',
    verifiedName: 'City Health Department',
    status: 'CONNECTED',
    codeVerificationStatus: 'VERIFIED',
    nameStatus: 'APPROVED',
    newDisplayName: null,
    newNameStatus: null,
    qualityRating: 'GREEN',
    throughputLevel: 'STANDARD',
    messagingLimit: 'TIER_2K',
    isOfficial: false,
    isPinEnabled: true,
    ...parts,
  };
}

const typesOf = (known: NumberDetails, answer: NumberFields) =>
  entriesOf(known, factsOf(known, answer)).map(({ type }) => type);

describe(factsOf, () => {
  it('keeps a requested name until it is in force', () => {
    const waiting = aNumber({ requestedName: 'City Health', requestedNameStatus: 'PENDING_REVIEW' });
    const approved = fields({ newDisplayName: 'City Health', newNameStatus: 'APPROVED' });
    expect(factsOf(waiting, approved)).toMatchObject({ requestedName: 'City Health', requestedNameStatus: 'APPROVED' });
    expect(factsOf(waiting, fields())).toMatchObject({ requestedNameStatus: 'PENDING_REVIEW' });
    const inForce = fields({ verifiedName: 'City Health' });
    expect(factsOf(waiting, inForce)).toMatchObject({ requestedName: null, requestedNameStatus: null });
  });

  it.each([
    ['STANDARD', 80, 'HIGH', 1_000],
    ['HIGH', 1_000, 'STANDARD', 80],
    ['STANDARD', 20, 'STANDARD', 20],
    [null, 80, 'HIGH', 1_000],
    [null, 5_000, 'STANDARD', 5_000],
    ['STANDARD', 80, 'NOT_APPLICABLE', 80],
    ['STANDARD', 80, null, 80],
  ])(
    'takes the pace from the level: %s at %s a second, now %s: %s',
    (throughputLevel, messagesPerSecond, level, pace) => {
      const known = aNumber({ throughputLevel, messagesPerSecond });
      expect(factsOf(known, fields({ throughputLevel: level })).messagesPerSecond).toBe(pace);
    },
  );
});

describe(factsAfterUpgrade, () => {
  it('raises the pace and leaves the rest for Meta to say', () => {
    const known = aNumber({ qualityRating: 'RED' });
    expect(factsAfterUpgrade(known)).toMatchObject({
      messagesPerSecond: 1_000,
      throughputLevel: 'HIGH',
      qualityRating: 'RED',
      state: 'connected',
    });
  });

  it('raises a number that nobody ever asked about, but not a pace that a person has set', () => {
    expect(factsAfterUpgrade(aNumber({ throughputLevel: null })).messagesPerSecond).toBe(1_000);
    expect(factsAfterUpgrade(aNumber({ throughputLevel: null, messagesPerSecond: 20 })).messagesPerSecond).toBe(20);
  });

  it('changes nothing the second time', () => {
    const upgraded = aNumber({ throughputLevel: 'HIGH', messagesPerSecond: 1_000 });
    expect(factsAfterUpgrade(upgraded)).toMatchObject({ throughputLevel: 'HIGH', messagesPerSecond: 1_000 });
  });
});

describe(entriesOf, () => {
  it('tells nothing when nothing changed, or was known before', () => {
    expect(typesOf(aNumber(), fields())).toEqual([]);
    expect(typesOf(aNumber({ qualityRating: null, nameStatus: null }), fields())).toEqual([]);
    expect(typesOf(aNumber({ qualityRating: 'UNKNOWN' }), fields())).toEqual([]);
  });

  it('tells each change once', () => {
    expect(typesOf(aNumber({ state: 'registered' }), fields())).toEqual(['agency.number.connected']);
    expect(typesOf(aNumber(), fields({ status: 'DISCONNECTED' }))).toEqual(['agency.number.disconnected']);
    expect(typesOf(aNumber(), fields({ qualityRating: 'RED' }))).toEqual(['agency.number.quality_changed']);
    expect(typesOf(aNumber(), fields({ throughputLevel: 'HIGH' }))).toEqual(['agency.number.throughput_changed']);
    const waiting = aNumber({ requestedName: 'X', requestedNameStatus: 'PENDING_REVIEW' });
    const declined = fields({ newDisplayName: 'X', newNameStatus: 'DECLINED' });
    expect(typesOf(waiting, declined)).toEqual(['agency.number.name_decided']);
  });
});

import { describe, expect, it } from 'vitest';
import { type RiskFacts, riskOf, riskWeight } from './number-risk.js';

const NOW = new Date('2026-11-23T12:00:00Z');
const FINE: RiskFacts = {
  state: 'connected',
  metaStatus: 'CONNECTED',
  nameStatus: 'APPROVED',
  qualityRating: 'GREEN',
  hearsWebhooks: true,
  tokenState: 'valid',
  tokenExpiresAt: null,
  heldReason: null,
  heldUntil: null,
  bulkHeldUntil: null,
  driftFoundAt: null,
  refreshedAt: NOW,
};
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

describe(riskOf, () => {
  it.each<[string, Partial<RiskFacts>, string, readonly string[]]>([
    ['nothing is wrong', {}, 'none', []],
    ['the token expired', { tokenState: 'expired' }, 'high', ['token-unusable']],
    ['the token ended, and Meta was not asked since', { tokenExpiresAt: inDays(-1) }, 'high', ['token-unusable']],
    ['the token ends in six days', { tokenExpiresAt: inDays(6) }, 'medium', ['token-ends-soon']],
    ['the token ends in a month', { tokenExpiresAt: inDays(30) }, 'none', []],
    ['nobody hears its webhooks', { hearsWebhooks: false }, 'high', ['deaf']],
    ['it was not asked yet who hears them', { hearsWebhooks: null }, 'none', []],
    ['Meta was never asked', { refreshedAt: null }, 'low', ['not-asked']],
    ['quality is medium', { qualityRating: 'YELLOW' }, 'low', ['quality-medium']],
    ['a hold has ended', { heldReason: 'pace', heldUntil: inDays(-1) }, 'none', []],
    ['its circuit is open', { heldReason: 'circuit-open' }, 'high', ['held']],
    ['several things', { qualityRating: 'RED', driftFoundAt: NOW }, 'high', ['quality-low', 'drift']],
  ])('says when %s', (_, facts, risk, reasons) => {
    expect(riskOf({ ...FINE, ...facts }, NOW)).toEqual({ risk, reasons });
  });

  it('weighs what stops a number more than what annoys', () => {
    const stopped = riskOf({ ...FINE, tokenState: 'invalid' }, NOW);
    const annoyed = riskOf({ ...FINE, qualityRating: 'YELLOW', driftFoundAt: NOW }, NOW);
    expect(riskWeight(stopped)).toBeGreaterThan(riskWeight(annoyed));
  });
});

/**
 * Citizens whom all numbers of a portfolio together may write to first in 24 hours. Unknown tiers and `TIER_UNLIMITED` are
 * not in the table: without a limit that we know, Meta's own refusals count.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messaging-limits
 */
const TIERS: Readonly<Record<string, number>> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_1K: 1_000,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
};

export function limitOf(tier: string | null): number | null {
  return TIERS[tier ?? ''] ?? null;
}

/** What is left for everything but alerts. */
export function withoutReserve(limit: number, reservePercent: number): number {
  return limit - Math.ceil((limit * reservePercent) / 100);
}

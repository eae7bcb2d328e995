/**
 * Meta's steps of the messaging limit. Webhooks up to v23 name the step, later ones the number of citizens:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messaging-limits
 */
const TIERS: Readonly<Record<string, string>> = {
  '50': 'TIER_50',
  '250': 'TIER_250',
  '1000': 'TIER_1K',
  '2000': 'TIER_2K',
  '10000': 'TIER_10K',
  '100000': 'TIER_100K',
  '-1': 'TIER_UNLIMITED',
};

/** `TIER_10K` for "TIER_10K" as for 10000; undefined for what is no limit. */
export function tierOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value);
  return TIERS[text] ?? (/^TIER_[A-Z0-9_]{1,40}$/.test(text) ? text : undefined);
}

import type { WebhookChange } from '#libs/whatsapp';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput */
const FIELD = 'phone_number_quality_update';
const EVENT = 'THROUGHPUT_UPGRADE';

/**
 * The digits of the numbers whose throughput Meta has upgraded, each once.
 *
 * `{"field":"phone_number_quality_update","value":{"display_phone_number":"15550100200","event":"THROUGHPUT_UPGRADE",
 * "max_daily_conversations_per_business":"TIER_UNLIMITED"}}`
 */
export function upgradedNumbers(changes: readonly WebhookChange[]): string[] {
  const digits = changes.flatMap(({ field, value }) => (field === FIELD ? digitsOf(value) : []));
  return [...new Set(digits)];
}

function digitsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { event, display_phone_number: displayed } = value as Readonly<Record<string, unknown>>;
  if (event !== EVENT || (typeof displayed !== 'string' && typeof displayed !== 'number')) return [];
  const digits = String(displayed).replaceAll(/\D/g, '');
  return digits === '' ? [] : [digits];
}

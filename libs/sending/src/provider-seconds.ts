/**
 * Seconds since 1970, or NaN. Meta writes them as text, but they come from outside: an object in their place could make the
 * conversion throw, and stop everybody else's statuses in the same batch.
 */
export function providerSeconds(timestamp: unknown): number {
  return typeof timestamp === 'string' || typeof timestamp === 'number' ? Number(timestamp) : Number.NaN;
}

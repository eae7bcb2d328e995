/** The end of a day as it is typed (2026-11-03); undefined for today, for days to come and for what is no day. */
export function endOfDay(day: string | undefined, now = new Date()): string | undefined {
  const end = new Date(`${day}T23:59:59.999`);
  return Number.isNaN(end.getTime()) || end > now ? undefined : end.toISOString();
}

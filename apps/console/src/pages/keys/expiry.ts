const DAY_MS = 86_400_000;
const LONGEST_DAYS = 365;

const two = (number: number): string => String(number).padStart(2, '0');

const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The longest that a key may live, as a day. */
export const lastDay = (now = new Date()): string => dayOf(new Date(now.getTime() + (LONGEST_DAYS - 1) * DAY_MS));

/** A key ends when its last day begins; undefined for what is no day, is over, or is more than a year away. */
export function expiryOf(day: string, now = new Date()): string | undefined {
  const at = new Date(`${day}T00:00:00`);
  const ahead = at.getTime() - now.getTime();
  return ahead > 0 && ahead <= LONGEST_DAYS * DAY_MS ? at.toISOString() : undefined;
}

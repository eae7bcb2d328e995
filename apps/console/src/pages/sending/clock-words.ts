import { useTranslation } from 'react-i18next';
import { useLocaleTag } from '../../kit/index.js';

/** As the API names them; the first one is a Monday. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Day = (typeof DAYS)[number];

/** Any Monday: only its place in the week counts. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

export const dayName = (locale: string, day: Day): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + DAYS.indexOf(day) * DAY_MS);

/** `22:00` as the person's clock shows it; `24:00` is midnight. */
export function clockTime(locale: string, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1, hours, minutes),
  );
}

/** "Every day", or the days by their names. */
export function useDaysWords(): (days: readonly Day[]) => string {
  const { t } = useTranslation('sending');
  const locale = useLocaleTag();
  return (days) => {
    if (days.length === DAYS.length) return t('quiet.everyDay');
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(days.map((day) => dayName(locale, day)));
  };
}

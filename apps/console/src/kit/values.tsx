import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeLanguage } from '../i18n/languages.js';
import { timeZone } from '../session/time-zone.js';
import { Button } from './button.js';

/** Names of dates and numbers in the person's language; never written by hand. */
export function useLocaleTag(): string {
  const { i18n } = useTranslation();
  return describeLanguage(i18n.language).locale;
}

const STEPS = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 7],
] as const;

/** "4 minutes ago"; undefined beyond a week, where a date says more. */
export function relativeTime(locale: string, at: number, now: number): string | undefined {
  let amount = (at - now) / 1000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(amount) < size)
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(amount), unit);
    amount /= size;
  }
  return undefined;
}

const EXACT: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
const TO_THE_SECOND: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'medium' };

export interface TimeProps {
  at: string;
  /** `relative` with the exact time to be seen on hover; `exact` first where it counts; `date` without the hour. */
  show?: 'relative' | 'exact' | 'seconds' | 'date' | 'hour';
}

const FORMATS: Record<NonNullable<TimeProps['show']>, Intl.DateTimeFormatOptions> = {
  relative: EXACT,
  exact: EXACT,
  seconds: TO_THE_SECOND,
  date: { dateStyle: 'medium' },
  hour: { timeStyle: 'short' },
};

export function Time({ at, show = 'relative' }: TimeProps) {
  const locale = useLocaleTag();
  const date = new Date(at);
  const zone = timeZone();
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(date);
  const relative = show === 'relative' ? relativeTime(locale, date.getTime(), Date.now()) : undefined;
  return (
    <time dateTime={at} title={`${format(TO_THE_SECOND)} (${zone})`}>
      <bdi>{relative ?? format(FORMATS[show])}</bdi>
    </time>
  );
}

export interface NumProps {
  value: number;
  unit?: string;
  style?: 'decimal' | 'percent';
}

/** A number as the person's language writes it. */
export function Num({ value, unit, style = 'decimal' }: NumProps) {
  const locale = useLocaleTag();
  const options: Intl.NumberFormatOptions = unit
    ? { style: 'unit', unit, unitDisplay: 'long' }
    : { style, maximumFractionDigits: style === 'percent' ? 1 : 2 };
  return <bdi>{new Intl.NumberFormat(locale, options).format(value)}</bdi>;
}

/** Names, template words and what citizens write: they keep their own direction. */
export function Name({ children }: { children: ReactNode }) {
  return <bdi>{children}</bdi>;
}

/** Keys, hashes, addresses and phone numbers: left to right in every language. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <bdi dir="ltr" className="font-mono text-[0.9375em] break-all">
      {children}
    </bdi>
  );
}

const SHOWN_MS = 3_000;

/** A code with a button that copies it and says so in words. */
export function Copyable({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('common');
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-control border border-line-soft bg-sunken px-3 py-2">
      <span className="min-w-0 grow">
        <Code>{text}</Code>
      </span>
      <Button
        icon={isCopied ? Check : Copy}
        aria-label={isCopied ? t('copied') : t('copyThis', { label })}
        onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {isCopied ? t('copied') : t('copy')}
      </Button>
      <span role="status" className="sr-only">
        {isCopied ? t('copied') : ''}
      </span>
    </div>
  );
}

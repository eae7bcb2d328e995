import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { describeLanguage } from '../i18n/languages.js';
import { ApiError, codeOf } from './problem.js';

export interface ErrorWords {
  /** What happened. */
  title: string;
  /** What to do now. */
  advice: string;
  /** What to tell whoever helps. */
  reference?: string;
}

const STATUS_CODE: Record<number, string> = {
  401: 'session-ended',
  403: 'forbidden',
  404: 'not-found',
  429: 'too-many-requests',
};

const MINUTE = 60;

/** How long to wait, rounded up, in words: nobody reckons with 892 seconds. */
function waitInWords(seconds: number, locale: string): string {
  const unit = seconds < MINUTE ? 'second' : 'minute';
  const count = Math.ceil(unit === 'second' ? seconds : seconds / MINUTE);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** Words for a code; where there are none, for its status, else general ones. */
export function errorWords(t: TFunction<'errors'>, error: unknown, locale: string): ErrorWords {
  const status = error instanceof ApiError ? error.status : 0;
  const names = [codeOf(error), STATUS_CODE[status], status >= 500 ? 'server' : undefined, 'unknown'];
  const code = names.find((name) => name && t(`${name}.title`, { defaultValue: '' }) !== '') ?? 'unknown';
  const problem = error instanceof ApiError ? error.problem : undefined;
  const seconds = error instanceof ApiError ? (error.retryAfter ?? MINUTE) : MINUTE;
  const values = { ...problem, wait: waitInWords(seconds, locale) };
  return {
    title: t(`${code}.title`, values),
    advice: t(`${code}.advice`, values),
    // Whoever mistyped needs no reference; whoever met a fault of ours does.
    ...(problem?.requestId && (status >= 500 || code === 'unknown')
      ? { reference: t('reference', { id: problem.requestId }) }
      : {}),
  };
}

export function useErrorWords(error: unknown): ErrorWords {
  const { t, i18n } = useTranslation('errors');
  return errorWords(t, error, describeLanguage(i18n.language).locale);
}

/** Words for what is wrong with one field. */
export const wordsForField = (t: TFunction<'errors'>, code: string): string => t([`fields.${code}`, 'fields.invalid']);

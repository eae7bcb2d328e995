import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
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

/** Words for a code; where there are none, for its status, else general ones. */
export function errorWords(t: TFunction<'errors'>, error: unknown): ErrorWords {
  const status = error instanceof ApiError ? error.status : 0;
  const names = [codeOf(error), STATUS_CODE[status], status >= 500 ? 'server' : undefined, 'unknown'];
  const code = names.find((name) => name && t(`${name}.title`, { defaultValue: '' }) !== '') ?? 'unknown';
  const problem = error instanceof ApiError ? error.problem : undefined;
  const values = { ...problem, seconds: error instanceof ApiError ? (error.retryAfter ?? 60) : 60 };
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
  const { t } = useTranslation('errors');
  return errorWords(t, error);
}

/** Words for what is wrong with one field. */
export const wordsForField = (t: TFunction<'errors'>, code: string): string => t([`fields.${code}`, 'fields.invalid']);

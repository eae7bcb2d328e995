import { useTranslation } from 'react-i18next';
import type { Finding } from './types.js';

/** A finding in the person's language; a rule that this page does not know yet keeps the API's words. */
export function useFindingWords(): (finding: Finding) => string {
  const { t } = useTranslation('templates');
  return ({ code, values, message, advice }) =>
    t(`lint.${code}`, { ...values, defaultValue: `${message} ${advice}`, interpolation: { escapeValue: false } });
}

import { useLocaleTag } from '../../kit/index.js';
import { LANGUAGE_CODES } from './language-codes.js';
import { languageWords } from './language-name.js';

/** Choices of languages, by their names in the reader's own. */
export function useLanguageChoices() {
  const locale = useLocaleTag();
  return LANGUAGE_CODES.map((value) => ({ value, label: `${languageWords(locale, value)} (${value})` })).toSorted(
    (a, b) => a.label.localeCompare(b.label, locale),
  );
}

import type { Choice } from '../../kit/index.js';

/** Languages in which WhatsApp writes and speaks the code. */
const CODES = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'id', 'it', 'pt', 'ru', 'sw', 'tr', 'ur', 'zh'];

export function languageChoices(locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return CODES.map((code) => ({ value: code, label: names.of(code) ?? code }));
}

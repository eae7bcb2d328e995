import { Code, Name, useLocaleTag } from '../../kit/index.js';

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ps', 'prs', 'ur']);

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.split('_')[0] ?? '') ? 'rtl' : 'ltr';

/** Meta writes `pt_BR`; a language that nobody knows keeps its code. */
export function languageWords(locale: string, code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code.replaceAll('_', '-')) ?? code;
  } catch {
    return code;
  }
}

export function LanguageName({ code }: { code: string }) {
  const words = languageWords(useLocaleTag(), code);
  return words === code ? <Code>{code}</Code> : <Name>{words}</Name>;
}

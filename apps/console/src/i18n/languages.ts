/** The console's languages, each with its own name for itself. */
export const LANGUAGES = [
  { code: 'en', name: 'English', locale: 'en-GB', direction: 'ltr' },
  { code: 'fr', name: 'Français', locale: 'fr-FR', direction: 'ltr' },
  { code: 'ar', name: 'العربية', locale: 'ar-AE', direction: 'rtl' },
  { code: 'pt', name: 'Português', locale: 'pt-BR', direction: 'ltr' },
] as const;

/** Longer, accented words that show what is not translated or does not fit; for tests only. */
export const PSEUDO = { code: 'en-XA', name: 'Pseudo', locale: 'en-GB', direction: 'ltr' } as const;

export type Language = (typeof LANGUAGES)[number]['code'] | typeof PSEUDO.code;

export const isLanguage = (code: string): code is Language =>
  code === PSEUDO.code || LANGUAGES.some((language) => language.code === code);

export const describeLanguage = (code: string): (typeof LANGUAGES)[number] | typeof PSEUDO =>
  code === PSEUDO.code ? PSEUDO : (LANGUAGES.find((language) => language.code === code) ?? LANGUAGES[0]);

import { createInstance, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { describeLanguage, isLanguage, type Language, PSEUDO } from './languages.js';
import { pseudo } from './pseudo.js';

type Words = Record<string, unknown>;

/** One chunk for each language and area; only what a page needs is loaded. */
const FILES = import.meta.glob<Words>('./locales/*/*.json', { import: 'default' });

const pseudoWords = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([key, word]) => [
      key,
      typeof word === 'string' ? pseudo(word) : pseudoWords(word as Words),
    ]),
  );

async function loadWords(language: string, area: string): Promise<Words> {
  const source = language === PSEUDO.code ? 'en' : language;
  const words = (await FILES[`./locales/${source}/${area}.json`]?.()) ?? {};
  return language === PSEUDO.code ? pseudoWords(words) : words;
}

/** Words every page needs. */
const ALWAYS = ['common', 'errors', 'shell'] as const;

export const i18n = createInstance().use(initReactI18next);

async function addArea(language: string, area: string): Promise<void> {
  if (i18n.hasResourceBundle(language, area)) return;
  i18n.addResourceBundle(language, area, (await loadWords(language, area)) as ResourceKey);
}

const areas = new Set<string>(ALWAYS);

/** Loads the words of an area in the language of now; a route does it before it is shown. */
export async function loadArea(area: string): Promise<void> {
  areas.add(area);
  await addArea(i18n.language, area);
}

function applyToDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = describeLanguage(language).direction;
}

export async function changeLanguage(language: Language): Promise<void> {
  await Promise.all([...areas].map((area) => addArea(language, area)));
  await i18n.changeLanguage(language);
  applyToDocument(language);
}

/** The person's own choice, else what the browser asks for, else English. */
export function preferredLanguage(kept: string | undefined): Language {
  const wanted = [kept ?? '', ...navigator.languages.map((tag) => tag.split('-')[0] ?? '')];
  return wanted.find(isLanguage) ?? 'en';
}

export async function startI18n(language: Language): Promise<void> {
  await i18n.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    ns: [...ALWAYS],
    // An area's words are looked up first, then what all pages share.
    fallbackNS: 'common',
    resources: { [language]: {} },
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  await Promise.all(ALWAYS.map((area) => addArea(language, area)));
  applyToDocument(language);
}

export { useTranslation } from 'react-i18next';

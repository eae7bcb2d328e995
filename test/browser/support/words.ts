import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCALES = join(process.cwd(), 'apps/console/src/i18n/locales');

interface CommonWords {
  readonly broken: string;
  readonly forbidden: { readonly title: string };
  readonly notFound: { readonly title: string };
}

/** What the headings of pages say that could not be shown, in a language. */
export function refusalsIn(language: string): string[] {
  const words = JSON.parse(readFileSync(join(LOCALES, language, 'common.json'), 'utf8')) as CommonWords;
  return [words.broken, words.forbidden.title, words.notFound.title];
}

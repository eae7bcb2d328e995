import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const HERE = join(import.meta.dirname, 'locales');
const OTHERS = ['fr', 'ar', 'pt'];
/** What a language needs for counting differs: the same word in more or fewer forms. */
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Words = { [key: string]: string | Words };

const read = (language: string, area: string): Words =>
  JSON.parse(readFileSync(join(HERE, language, area), 'utf8')) as Words;

const keysOf = (words: Words, before = ''): string[] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [before + key] : keysOf(word, `${before}${key}.`),
  );

const wordsOf = (words: Words): string[] =>
  Object.values(words).flatMap((word) => (typeof word === 'string' ? [word] : wordsOf(word)));

const withoutPlurals = (keys: readonly string[]): string[] =>
  [...new Set(keys.map((key) => key.replace(PLURAL, '')))].sort();

const pluralForms = (keys: readonly string[], key: string): string[] =>
  keys
    .filter((other) => other.replace(PLURAL, '') === key && other !== key)
    .map((other) => PLURAL.exec(other)?.[1] ?? '');

const namesIn = (text: string): string[] => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? '').sort();

const AREAS = readdirSync(join(HERE, 'en'));

describe.each(OTHERS)('the words in %s', (language) => {
  it('are there for every area', () => {
    expect(readdirSync(join(HERE, language)).sort()).toEqual([...AREAS].sort());
  });

  it.each(AREAS)('say everything that %s says in English', (area) => {
    expect(withoutPlurals(keysOf(read(language, area)))).toEqual(withoutPlurals(keysOf(read('en', area))));
  });

  it.each(AREAS)('count in %s in every form the language has', (area) => {
    const keys = keysOf(read(language, area));
    const counted = keys.filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''));
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const key of new Set(counted))
      expect(pluralForms(keys, key), key).toEqual(expect.arrayContaining([...needed]));
  });

  it.each(AREAS)('leave no word of %s empty', (area) => {
    expect(wordsOf(read(language, area)).filter((word) => word.trim() === '')).toEqual([]);
  });

  it.each(AREAS)('fill in the same names in %s', (area) => {
    const english = new Map(keysOf(read('en', area)).map((key) => [key, at(read('en', area), key)]));
    const words = read(language, area);
    for (const [key, text] of english) {
      const translated = at(words, key);
      if (translated !== undefined && !PLURAL.test(key)) expect(namesIn(translated), key).toEqual(namesIn(text ?? ''));
    }
  });
});

function at(words: Words, key: string): string | undefined {
  let found: string | Words | undefined = words;
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  return typeof found === 'string' ? found : undefined;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance, type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { describeLanguage } from '../i18n/languages.js';
import { ApiError } from './problem.js';
import { errorWords } from './words.js';

const LOCALES = join(import.meta.dirname, '../i18n/locales');

async function wordsIn(language: string): Promise<TFunction<'errors'>> {
  const errors = JSON.parse(readFileSync(join(LOCALES, language, 'errors.json'), 'utf8')) as Record<string, unknown>;
  const i18n = createInstance();
  await i18n.init({ lng: language, ns: ['errors'], defaultNS: 'errors', resources: { [language]: { errors } } });
  return i18n.getFixedT(language, 'errors');
}

async function adviceIn(language: string, seconds?: number): Promise<string> {
  const locked = new ApiError({ status: 429, code: 'too-many-attempts' }, seconds);
  const { advice } = errorWords(await wordsIn(language), locked, describeLanguage(language).locale);
  // Some languages keep a number and its unit on one line.
  return advice.replaceAll('\u00a0', ' ');
}

describe(errorWords, () => {
  it.each([
    ['en', 'Wait 15 minutes,'],
    ['fr', 'Attendez 15 minutes,'],
    ['ar', 'انتظر 15 دقيقة،'],
    ['pt', 'Espere 15 minutos '],
  ])('says in %s how many minutes an account rests', async (language, wait) => {
    expect(await adviceIn(language, 892)).toContain(wait);
  });

  it.each([
    [60, 'Wait 1 minute,'],
    [61, 'Wait 2 minutes,'],
    [59, 'Wait 59 seconds,'],
    [1, 'Wait 1 second,'],
    [undefined, 'Wait 1 minute,'],
  ])('says of %s seconds "%s"', async (seconds, wait) => {
    expect(await adviceIn('en', seconds)).toContain(wait);
  });
});

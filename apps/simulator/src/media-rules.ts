import { assertLength } from './field-checks.js';
import { invalid, invalidValue, missing } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';

/** Limits: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/document-messages */
const CAPTION = 1_024;
const FILENAME = 240;

/** Which words each kind of file may carry. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  image: ['caption'],
  video: ['caption'],
  document: ['caption', 'filename'],
  audio: [],
  sticker: [],
};

const MOST: Readonly<Record<string, number>> = { caption: CAPTION, filename: FILENAME };

/** A file by id or by link, with the words that its kind may carry. `name` is its place, as `image` or `header['image']`. */
export function checkMedia(kind: string, media: unknown, name: string): void {
  if (!isObject(media)) throw missing(name);
  checkSource(media, name);
  for (const [word, most] of Object.entries(MOST)) {
    const value = media[word];
    if (value === undefined || value === null) continue;
    if (!WORDS[kind]?.includes(word)) throw invalid(`Param ${name}['${word}'] is not allowed.`);
    if (typeof value !== 'string') throw invalid(`Param ${name}['${word}'] must be a string.`);
    assertLength(value, most, `${name}['${word}']`);
  }
  checkVoice(kind, media, name);
}

function checkSource(media: JsonObject, name: string): void {
  if (isText(media['id'])) return;
  const { link } = media;
  if (!isText(link)) throw missing(`${name}['id'] or ${name}['link']`);
  if (!URL.canParse(link) || !/^https?:/.test(link)) throw invalidValue(`Param ${name}['link'] is not a valid URL.`);
}

function checkVoice(kind: string, { voice }: JsonObject, name: string): void {
  if (voice === undefined || kind !== 'audio') return;
  if (typeof voice !== 'boolean') throw invalid(`Param ${name}['voice'] must be a boolean.`);
}

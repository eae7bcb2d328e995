import { assertLength, checkTexts, readList, type TextRule } from './field-checks.js';
import { invalid, invalidValue, missing } from './graph-error.js';
import { checkInteractive } from './interactive-rules.js';
import { isObject, isText, type JsonObject } from './json.js';

/** Limits: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages */
const CAPTION = 1_024;
const FILENAME = 240;

const TEXTS: Readonly<Record<string, readonly TextRule[]>> = {
  text: [{ path: ['text', 'body'], max: 4_096 }],
  image: [{ path: ['image', 'caption'], max: CAPTION, optional: true }],
  video: [{ path: ['video', 'caption'], max: CAPTION, optional: true }],
  document: [
    { path: ['document', 'caption'], max: CAPTION, optional: true },
    { path: ['document', 'filename'], max: FILENAME, optional: true },
  ],
  reaction: [{ path: ['reaction', 'message_id'], max: 512 }],
  pin: [{ path: ['pin', 'message_id'], max: 512 }],
};

const MORE_CHECKS: Readonly<Record<string, (body: JsonObject) => void>> = {
  image: (body) => checkMedia('image', body),
  video: (body) => checkMedia('video', body),
  document: (body) => checkMedia('document', body),
  audio: checkMediaWithoutCaption('audio'),
  sticker: checkMediaWithoutCaption('sticker'),
  location: checkLocation,
  contacts: checkContacts,
  reaction: checkReaction,
  interactive: (body) => checkInteractive(body['interactive'] as JsonObject),
};

const TYPES = [
  'audio',
  'contacts',
  'document',
  'image',
  'interactive',
  'location',
  'pin',
  'reaction',
  'sticker',
  'template',
  'text',
  'video',
];

/** The type of the message, once its content object is known to be there. */
export function readType(body: JsonObject): string {
  const type = body['type'] ?? 'text';
  if (typeof type !== 'string' || !TYPES.includes(type.toLowerCase())) {
    throw invalid(`Param type must be one of {${TYPES.join(', ').toUpperCase()}} - got "${String(type)}".`);
  }
  const content = body[type.toLowerCase()];
  if (content === undefined || content === null) throw missing(type.toLowerCase());
  if (type !== 'contacts' && !isObject(content)) throw invalid(`Param ${type} must be a JSON object.`);
  return type.toLowerCase();
}

/** Step 9 of the order of checks: what each kind of message may hold. */
export function checkContent(type: string, body: JsonObject): void {
  const texts = TEXTS[type];
  if (texts) checkTexts(body, texts);
  MORE_CHECKS[type]?.(body);
}

function checkMedia(type: string, body: JsonObject): void {
  const media = body[type] as JsonObject;
  if (isText(media['id'])) return;
  const link = media['link'];
  if (!isText(link)) throw missing(`${type}['id'] or ${type}['link']`);
  if (!URL.canParse(link) || !/^https?:/.test(link)) throw invalidValue(`Param ${type}['link'] is not a valid URL.`);
}

function checkMediaWithoutCaption(type: string): (body: JsonObject) => void {
  return (body) => {
    checkMedia(type, body);
    if ((body[type] as JsonObject)['caption'] !== undefined) throw invalid(`Param ${type}['caption'] is not allowed.`);
  };
}

function checkLocation(body: JsonObject): void {
  const location = body['location'] as JsonObject;
  checkCoordinate(location, 'latitude', 90);
  checkCoordinate(location, 'longitude', 180);
}

function checkCoordinate(location: JsonObject, field: string, max: number): void {
  const value = location[field];
  if (value === undefined || value === null || value === '') throw missing(`location['${field}']`);
  // Strings in the documents, numbers in the wild: Graph takes both.
  if (!(Math.abs(Number(value)) <= max)) throw invalidValue(`Param location['${field}'] is not a valid coordinate.`);
}

/** Meta's limit of contact cards per message. */
const MAX_CONTACTS = 257;

function checkContacts(body: JsonObject): void {
  for (const card of readList(body['contacts'], 'contacts', [1, MAX_CONTACTS])) {
    if (!isObject(card['name']) || !isText(card['name']['formatted_name']))
      throw missing("contacts['name']['formatted_name']");
  }
}

function checkReaction(body: JsonObject): void {
  const emoji = (body['reaction'] as JsonObject)['emoji'];
  if (typeof emoji !== 'string') throw missing("reaction['emoji']");
  assertLength(emoji, 16, "reaction['emoji']");
}

import { assertLength, checkTexts, readList, type TextRule } from './field-checks.js';
import { invalid, invalidValue, missing } from './graph-error.js';
import { checkInteractive } from './interactive-rules.js';
import { isObject, isText, type JsonObject } from './json.js';
import { checkMedia } from './media-rules.js';

/** Limits: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages */
const TEXTS: Readonly<Record<string, readonly TextRule[]>> = {
  text: [{ path: ['text', 'body'], max: 4_096 }],
  reaction: [{ path: ['reaction', 'message_id'], max: 512 }],
  pin: [{ path: ['pin', 'message_id'], max: 512 }],
};

const MORE_CHECKS: Readonly<Record<string, (body: JsonObject) => void>> = {
  image: checkFile('image'),
  video: checkFile('video'),
  document: checkFile('document'),
  audio: checkFile('audio'),
  sticker: checkFile('sticker'),
  text: checkPreview,
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

function checkFile(kind: string): (body: JsonObject) => void {
  return (body) => checkMedia(kind, body[kind], kind);
}

function checkPreview(body: JsonObject): void {
  const preview = (body['text'] as JsonObject)['preview_url'];
  if (preview !== undefined && typeof preview !== 'boolean')
    throw invalid("Param text['preview_url'] must be a boolean.");
}

function checkLocation(body: JsonObject): void {
  const location = body['location'] as JsonObject;
  checkCoordinate(location, 'latitude', 90);
  checkCoordinate(location, 'longitude', 180);
  for (const field of ['name', 'address'])
    if (location[field] !== undefined && typeof location[field] !== 'string')
      throw invalid(`Param location['${field}'] must be a string.`);
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
    const { name } = card;
    if (!isObject(name) || !isText(name['formatted_name'])) throw missing("contacts['name']['formatted_name']");
    if (!NAME_PARTS.some((part) => isText(name[part]))) throw missing("contacts['name']['first_name']");
  }
}

/** Besides the formatted name there must be one of these. */
const NAME_PARTS = ['first_name', 'last_name', 'middle_name', 'suffix', 'prefix'];

function checkReaction(body: JsonObject): void {
  const emoji = (body['reaction'] as JsonObject)['emoji'];
  if (typeof emoji !== 'string') throw missing("reaction['emoji']");
  assertLength(emoji, 16, "reaction['emoji']");
}

import { createHash } from 'node:crypto';
import { GraphFailure, invalid } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import type { NumberLives } from './number-life.js';
import type { UploadSessions } from './upload-sessions.js';
import type { WorldNumber } from './world.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles */
const LENGTHS: Readonly<Record<string, number>> = { about: 139, address: 256, description: 512, email: 128 };
const MAX_WEBSITES = 2;
const WEBSITE_CHARACTERS = 256;
const VERTICALS = new Set(
  'OTHER AUTO BEAUTY APPAREL EDU ENTERTAIN EVENT_PLAN FINANCE GROCERY GOVT HOTEL HEALTH NONPROFIT PROF_SERVICES RETAIL TRAVEL RESTAURANT ALCOHOL ONLINE_GAMBLING PHYSICAL_GAMBLING OTC_DRUGS'.split(
    ' ',
  ),
);
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);
const READABLE = ['about', 'address', 'description', 'email', 'profile_picture_url', 'websites', 'vertical'];

/** `/{number}/whatsapp_business_profile`. */
export class BusinessProfiles {
  constructor(
    private readonly lives: NumberLives,
    private readonly sessions: Pick<UploadSessions, 'findHandle'>,
  ) {}

  get(number: WorldNumber, fields: string | null): JsonObject {
    const { profile } = this.lives.of(number);
    const names = fields ? fields.split(',').map((field) => field.trim()) : [];
    const unknown = names.find((name) => !READABLE.includes(name) && name !== 'messaging_product');
    if (unknown !== undefined) {
      throw new GraphFailure(100, { message: `(#100) Tried accessing nonexisting field (${unknown})` });
    }
    const shown = names.filter((name) => Object.hasOwn(profile, name)).map((name) => [name, profile[name]]);
    return { data: [{ ...Object.fromEntries(shown), messaging_product: 'whatsapp' }] };
  }

  change(number: WorldNumber, body: unknown): JsonObject {
    if (!isObject(body) || body['messaging_product'] !== 'whatsapp') {
      throw new GraphFailure(100, { message: '(#100) The parameter messaging_product is required.' });
    }
    const { messaging_product: _, profile_picture_handle: handle, ...changes } = body;
    for (const [field, value] of Object.entries(changes)) assertField(field, value);
    const life = this.lives.of(number);
    life.profile = { ...life.profile, ...changes, ...(handle !== undefined && this.readPicture(handle)) };
    return { success: true };
  }

  private readPicture(handle: unknown): JsonObject {
    const file = isText(handle) ? this.sessions.findHandle(handle) : null;
    if (!file) throw invalid('Param profile_picture_handle is not a handle of an upload.');
    if (!PICTURES.has(file.mimeType)) throw invalid('The profile picture must be a JPEG or PNG.');
    const name = createHash('sha256').update(file.bytes).digest('hex').slice(0, 16);
    return { profile_picture_url: `https://pps.whatsapp.net/v/${name}.jpg` };
  }
}

function assertField(field: string, value: unknown): void {
  const max = LENGTHS[field];
  if (field === 'websites') assertWebsites(value);
  else if (field === 'vertical') assertVertical(value);
  else if (max === undefined) throw invalid(`Unexpected key "${field}" on param.`);
  else assertText(field, value, max);
}

function assertVertical(value: unknown): void {
  if (!isText(value) || !VERTICALS.has(value)) throw invalid('Param vertical must be one of the listed values.');
}

function assertText(field: string, value: unknown, max: number): void {
  if (typeof value !== 'string') throw invalid(`Param ${field} must be a string.`);
  if ([...value].length > max) throw invalid(`Param ${field} must be at most ${max} characters long.`);
  if (field === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) throw invalid('Param email is not an address.');
  if (field === 'about' && value === '') throw invalid('Param about must not be empty.');
}

function assertWebsites(value: unknown): void {
  if (!Array.isArray(value) || value.length > MAX_WEBSITES) {
    throw invalid(`Param websites must be an array of at most ${MAX_WEBSITES} addresses.`);
  }
  const isAddress = (one: unknown) => isText(one) && one.length <= WEBSITE_CHARACTERS && /^https?:\/\//.test(one);
  if (!value.every(isAddress)) throw invalid('Param websites must hold http or https addresses.');
}

import { randomBytes } from 'node:crypto';
import { GraphFailure, invalid, missing } from './graph-error.js';
import { isObject, type JsonObject } from './json.js';
import type { NumberLife, NumberLives } from './number-life.js';
import type { WorldNumber } from './world.js';

export interface ShortLink {
  readonly code: string;
  prefilledMessage: string;
  /** The format of its picture, once one was asked for. */
  image: 'SVG' | 'PNG' | null;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes */
const PREFILLED_CHARACTERS = 140;
const MOST_CODES = 2_000;
const FORMATS = ['SVG', 'PNG'];
const CODE_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const CODE_CHARACTERS = 14;
const READABLE = ['code', 'prefilled_message', 'deep_link_url', 'qr_image_url'];

/** `/{number}/message_qrdls`: links that open a chat with a text already written, as addresses and as QR codes. */
export class ShortLinks {
  constructor(private readonly lives: NumberLives) {}

  list(number: WorldNumber, fields: string | null): JsonObject {
    assertReadable(fields);
    return { data: this.lives.of(number).shortLinks.map((link) => pick(link, fields)) };
  }

  get(number: WorldNumber, code: string, fields: string | null): JsonObject {
    assertReadable(fields);
    return { data: [pick(this.find(number, code), fields)] };
  }

  /** With a code it changes that one. */
  save(number: WorldNumber, body: unknown): JsonObject {
    if (!isObject(body)) throw new GraphFailure(100, { message: '(#100) Invalid JSON' });
    const prefilledMessage = readMessage(body['prefilled_message']);
    const image = readFormat(body['generate_qr_image']);
    const { code } = body;
    if (code === undefined) return toNode(this.create(number, { prefilledMessage, image }));
    if (typeof code !== 'string') throw invalid('Param code must be a string.');
    const link = this.find(number, code);
    link.prefilledMessage = prefilledMessage;
    link.image = image ?? link.image;
    return toNode(link);
  }

  remove(number: WorldNumber, code: string): JsonObject {
    const link = this.find(number, code);
    const { shortLinks } = this.lives.of(number);
    shortLinks.splice(shortLinks.indexOf(link), 1);
    return { success: true };
  }

  private create(number: WorldNumber, link: Omit<ShortLink, 'code'>): ShortLink {
    const { shortLinks }: NumberLife = this.lives.of(number);
    if (shortLinks.length >= MOST_CODES) throw invalid(`A phone number has at most ${MOST_CODES} QR codes.`);
    const made: ShortLink = { ...link, code: newCode() };
    shortLinks.push(made);
    return made;
  }

  private find(number: WorldNumber, code: string): ShortLink {
    const link = this.lives.of(number).shortLinks.find((one) => one.code === code);
    if (!link) throw invalid('The QR code does not exist.');
    return link;
  }
}

function readMessage(text: unknown): string {
  if (text === undefined || text === null || text === '') throw missing('prefilled_message');
  if (typeof text !== 'string') throw invalid('Param prefilled_message must be a string.');
  if ([...text].length <= PREFILLED_CHARACTERS) return text;
  throw invalid(`Param prefilled_message must be at most ${PREFILLED_CHARACTERS} characters long.`);
}

function readFormat(format: unknown): ShortLink['image'] {
  if (format === undefined) return null;
  if (typeof format === 'string' && FORMATS.includes(format)) return format as 'SVG' | 'PNG';
  throw invalid('Param generate_qr_image must be one of {SVG, PNG}.');
}

function newCode(): string {
  return [...randomBytes(CODE_CHARACTERS)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');
}

function toNode({ code, prefilledMessage, image }: ShortLink): JsonObject {
  return {
    code,
    prefilled_message: prefilledMessage,
    deep_link_url: `https://wa.me/message/${code}`,
    ...(image && { qr_image_url: `https://scontent.xx.fbcdn.net/qr/${code}.${image.toLowerCase()}` }),
  };
}

/** One unknown field refuses the whole request, as Graph does. */
function assertReadable(fields: string | null): void {
  for (const name of fields?.split(',') ?? []) {
    if (!READABLE.includes(name.trim().replace(/\.format\((SVG|PNG)\)$/, ''))) {
      throw new GraphFailure(100, { message: `(#100) Tried accessing nonexisting field (${name})` });
    }
  }
}

/** `qr_image_url.format(SVG)` asks for the picture in a format. */
function pick(link: ShortLink, fields: string | null): JsonObject {
  if (!fields) return toNode(link);
  const names = fields.split(',').map((field) => field.trim());
  const image = /qr_image_url\.format\((SVG|PNG)\)/.exec(fields)?.[1] as ShortLink['image'] | undefined;
  const whole = toNode({ ...link, image: image ?? link.image });
  return Object.fromEntries(
    names.map((name) => name.replace(/\..*$/, '')).flatMap((name) => (name in whole ? [[name, whole[name]]] : [])),
  );
}

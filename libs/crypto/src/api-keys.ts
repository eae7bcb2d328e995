import { createHmac, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { randomBase62, toBase62 } from './base62.js';

export type ApiKeyMode = 'live' | 'test';

export interface ParsedApiKey {
  readonly mode: ApiKeyMode;
  /** `bf_live_` and the 8 characters after it: not secret, finds the stored row. */
  readonly prefix: string;
}

const ID_LENGTH = 8;
const SECRET_LENGTH = 32;
const CHECKSUM_LENGTH = 6;

/** For secret scanners: matches a key inside any text. `parseApiKey` then tells a real key from a look-alike. */
export const API_KEY_PATTERN = /\bbf_(?:live|test)_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}\b/;

const WHOLE_KEY = /^(bf_(live|test)_[0-9A-Za-z]{8})_[0-9A-Za-z]{38}$/;
const KEY_LENGTH = 'bf_live_'.length + ID_LENGTH + 1 + SECRET_LENGTH + CHECKSUM_LENGTH;

/** A new key: `secret` is shown once and never stored, `prefix` finds its row. */
export function newApiKey(mode: ApiKeyMode): { secret: string; prefix: string } {
  const prefix = `bf_${mode}_${randomBase62(ID_LENGTH)}`;
  const body = `${prefix}_${randomBase62(SECRET_LENGTH)}`;
  return { secret: body + checksum(body), prefix };
}

/** Mode and prefix of a well-formed key, or null. The checksum spares the database a look-up for each typo. */
export function parseApiKey(text: string): ParsedApiKey | null {
  if (typeof text !== 'string' || text.length !== KEY_LENGTH) return null;
  const [, prefix, mode] = WHOLE_KEY.exec(text) ?? [];
  if (!prefix || !mode) return null;
  const body = text.slice(0, -CHECKSUM_LENGTH);
  return text.endsWith(checksum(body)) ? { mode: mode as ApiKeyMode, prefix } : null;
}

/** What is stored of a key. Keyed, so that a stolen table cannot be tested against guesses without the pepper. */
export function hashApiKey(pepper: Buffer, secret: string): Buffer {
  return createHmac('sha256', pepper).update(secret, 'utf8').digest();
}

export function isSameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function checksum(body: string): string {
  return toBase62(crc32(body), CHECKSUM_LENGTH);
}

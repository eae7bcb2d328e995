import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import { type SealBreak, SealBrokenError, sealMisplaced } from './crypto.errors.js';

/** Where a sealed value stands. The blob opens only there. */
export interface SealPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
  readonly agencyId: string;
}

export interface SealKey {
  readonly kid: number;
  readonly key: Buffer;
}

const FORM = 0x01;
const KID_AT = 1;
const NONCE_AT = 5;
const TEXT_AT = 17;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';
const TAG_LENGTH = { authTagLength: TAG_BYTES } as const;

/** `0x01 ‖ kid(4, big-endian) ‖ nonce(12, random) ‖ ciphertext ‖ tag(16)`, AES-256-GCM bound to its place. */
export function seal(key: SealKey, place: SealPlace, plaintext: Buffer | string): Buffer {
  // Also refuses "7", which a bigint column hands out: the blob would seal and its key would never be found again.
  if (key.kid >>> 0 !== key.kid) throw new RangeError('A kid is a whole number of 32 bits');
  const text = typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext;
  const blob = Buffer.allocUnsafe(TEXT_AT + text.length + TAG_BYTES);
  blob[0] = FORM;
  blob.writeUInt32BE(key.kid, KID_AT);
  drawNonce(blob);
  const cipher = createCipheriv(ALGORITHM, key.key, blob.subarray(NONCE_AT, TEXT_AT), TAG_LENGTH);
  cipher.setAAD(placeAad(place, key.kid));
  cipher.update(text).copy(blob, TEXT_AT);
  cipher.final();
  cipher.getAuthTag().copy(blob, blob.length - TAG_BYTES);
  return blob;
}

const NONCE_BYTES = TEXT_AT - NONCE_AT;
/** Nonces are no secrets, so many are drawn at once; each is used once. */
const nonces = Buffer.alloc(512 * NONCE_BYTES);
let drawn = nonces.length;

function drawNonce(blob: Buffer): void {
  if (drawn === nonces.length) {
    randomFillSync(nonces);
    drawn = 0;
  }
  nonces.copy(blob, NONCE_AT, drawn, drawn + NONCE_BYTES);
  drawn += NONCE_BYTES;
}

/** The plaintext, or `SealBrokenError` when a bit, the key or the place differs. */
export function open(keyForKid: (kid: number) => Buffer, place: SealPlace, blob: Buffer): Buffer {
  if (!isSealed(blob)) throw broken('form', place);
  const kid = blob.readUInt32BE(KID_AT);
  const decipher = createDecipheriv(
    ALGORITHM,
    keyOrBroken(keyForKid, kid, place),
    blob.subarray(NONCE_AT, TEXT_AT),
    TAG_LENGTH,
  );
  decipher.setAAD(placeAad(place, kid));
  decipher.setAuthTag(blob.subarray(blob.length - TAG_BYTES));
  const text = decipher.update(blob.subarray(TEXT_AT, blob.length - TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw broken('tag', place);
  }
  return text;
}

/** The id of the key that sealed a blob, to load that key before opening a batch. */
export function kidOf(blob: Buffer): number {
  if (!isSealed(blob)) throw new SealBrokenError('form', 'unknown place');
  return blob.readUInt32BE(KID_AT);
}

function isSealed(blob: Buffer): boolean {
  return blob.length >= TEXT_AT + TAG_BYTES && blob[0] === FORM;
}

/** A part with the separator inside could make two places read the same, so it is refused. */
function placeAad({ table, column, rowId, agencyId }: SealPlace, kid: number): Buffer {
  if (table.includes('|') || column.includes('|') || rowId.includes('|') || agencyId.includes('|')) {
    throw sealMisplaced('A part of the place of a sealed value contains "|".');
  }
  return Buffer.from(`${table}|${column}|${rowId}|${agencyId}|${kid}`, 'utf8');
}

/** An altered key id reads like a missing key, and both mean that the blob does not open. */
function keyOrBroken(keyForKid: (kid: number) => Buffer, kid: number, place: SealPlace): Buffer {
  try {
    return keyForKid(kid);
  } catch (error) {
    throw broken('key', place, error);
  }
}

function broken(reason: SealBreak, { table, column, rowId }: SealPlace, cause?: unknown): SealBrokenError {
  return new SealBrokenError(reason, `${table}.${column} ${rowId}`, cause);
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { masterKeyInvalid, wrappedKeyBroken } from './crypto.errors.js';

const FORM = 0x01;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const KEY_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** `0x01 ‖ length of id(1) ‖ key id ‖ nonce(12) ‖ ciphertext ‖ tag(16)`: the id inside lets old master keys stay readable. */
export function wrapKey(keyId: string, key: Buffer, dek: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(wrapAad(keyId, context));
  const id = Buffer.from(keyId, 'ascii');
  return Buffer.concat([
    Buffer.from([FORM, id.length]),
    id,
    nonce,
    cipher.update(dek),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

export function unwrapKey(keyForId: (keyId: string) => Buffer, wrapped: Buffer, context: string): Buffer {
  const { keyId, nonce, ciphertext, tag } = splitWrapped(wrapped);
  const decipher = createDecipheriv('aes-256-gcm', keyForId(keyId), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(wrapAad(keyId, context));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    throw wrappedKeyBroken();
  }
}

/** The 32 bytes of a master key written in base64, or a refusal that names where it came from and never the key. */
export function decodeMasterKey(source: string, text: unknown): Buffer {
  if (typeof text !== 'string') throw masterKeyInvalid(source, 'the key is not text');
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== text.trim()) {
    throw masterKeyInvalid(source, 'a master key is 32 random bytes in base64 (44 characters)');
  }
  return key;
}

export function isKeyId(text: unknown): text is string {
  return typeof text === 'string' && KEY_ID.test(text);
}

function wrapAad(keyId: string, context: string): Buffer {
  return Buffer.from(`belfry-wrap-v1|${keyId}|${context}`);
}

function splitWrapped(wrapped: Buffer) {
  const idLength = wrapped[1] ?? 0;
  const nonceAt = 2 + idLength;
  const ciphertextAt = nonceAt + NONCE_BYTES;
  const tagAt = wrapped.length - TAG_BYTES;
  const keyId = wrapped.toString('latin1', 2, nonceAt);
  if (wrapped[0] !== FORM || tagAt < ciphertextAt || !isKeyId(keyId)) throw wrappedKeyBroken();
  return {
    keyId,
    nonce: wrapped.subarray(nonceAt, ciphertextAt),
    ciphertext: wrapped.subarray(ciphertextAt, tagAt),
    tag: wrapped.subarray(tagAt),
  };
}

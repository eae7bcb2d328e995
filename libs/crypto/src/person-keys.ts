import { createHmac, randomBytes } from 'node:crypto';

const SALT_BYTES = 16;
/** The purpose of the key, and the number of its only block. */
const INFO = Buffer.from('belfry-person-v1\x01', 'latin1');

/**
 * The key of one contact. It exists only while the salt does: deleting the salt makes every copy unreadable. HKDF-SHA-256 of
 * one block, by hand: `hkdfSync` takes twice as long, and each message needs a key. https://www.rfc-editor.org/rfc/rfc5869
 */
export function personKey(dek: Buffer, salt: Buffer): Buffer {
  // An empty or short salt would give many people one key, and nothing would be left to delete.
  if (salt.length !== SALT_BYTES) throw new RangeError('A person salt is 16 bytes');
  const extracted = createHmac('sha256', salt).update(dek).digest();
  return createHmac('sha256', extracted).update(INFO).digest();
}

export function newPersonSalt(): Buffer {
  return randomBytes(SALT_BYTES);
}

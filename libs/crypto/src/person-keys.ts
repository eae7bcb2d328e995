import { hkdfSync, randomBytes } from 'node:crypto';

const SALT_BYTES = 16;
const KEY_BYTES = 32;
const INFO = 'belfry-person-v1';

/** The key of one contact. It exists only while the salt does: deleting the salt makes every copy unreadable. */
export function personKey(dek: Buffer, salt: Buffer): Buffer {
  // An empty or short salt would give many people one key, and nothing would be left to delete.
  if (salt.length !== SALT_BYTES) throw new RangeError('A person salt is 16 bytes');
  return Buffer.from(hkdfSync('sha256', dek, salt, INFO, KEY_BYTES));
}

export function newPersonSalt(): Buffer {
  return randomBytes(SALT_BYTES);
}

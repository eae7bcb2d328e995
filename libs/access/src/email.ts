import { blindIndex } from '#libs/crypto';

/** One @ with something on both sides and a dot after it: whether a mailbox exists, only a mail can tell. */
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@.]{2,63}$/;

/** One form for each address: people write theirs in different cases. */
export function normaliseEmail(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

/** The keyed fingerprint by which an address is found. */
export function emailIndex(indexKey: Buffer, normalised: string): Buffer {
  return blindIndex(indexKey, 'email-v1', normalised);
}

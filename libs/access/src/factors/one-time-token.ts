import { createHash, randomBytes } from 'node:crypto';

/** A random text that only its receiver has: 256 bits, so that a plain hash of it may be stored. */
export function newToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/**
 * Signatures of Standard Webhooks 1.0: `v1a` is Ed25519, whose public half anybody may hold; `v1` is HMAC-SHA256 with a
 * shared secret. https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const SIGNATURE_SCHEMES = ['v1a', 'v1'] as const;
export type SignatureScheme = (typeof SIGNATURE_SCHEMES)[number];

export interface SigningSecret {
  /** `whsk_…` (seed and public key) or `whsec_…`. */
  readonly secret: string;
  /** `whpk_…`; null for `v1`, where both sides hold the same secret. */
  readonly publicKey: string | null;
}

const PRIVATE_PREFIX = 'whsk_';
const PUBLIC_PREFIX = 'whpk_';
const SHARED_PREFIX = 'whsec_';
/** The specification asks for 24 to 64 bytes. */
const SHARED_BYTES = 32;
const KEY_BYTES = 32;

/** PKCS #8 of an Ed25519 seed. https://www.rfc-editor.org/rfc/rfc8410#section-7 */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export function newSigningSecret(scheme: SignatureScheme): SigningSecret {
  if (scheme === 'v1') {
    return { secret: SHARED_PREFIX + randomBytes(SHARED_BYTES).toString('base64'), publicKey: null };
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY_BYTES);
  const open = publicKey.export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  return {
    secret: PRIVATE_PREFIX + Buffer.concat([seed, open]).toString('base64'),
    publicKey: PUBLIC_PREFIX + open.toString('base64'),
  };
}

export interface SignedContent {
  /** `webhook-id` */
  readonly id: string;
  /** `webhook-timestamp`: seconds since 1970 */
  readonly timestamp: number;
  readonly body: string;
}

/** The value of `webhook-signature`: one signature for each secret, separated by spaces. */
export function signatureHeader(content: SignedContent, secrets: readonly string[]): string {
  const signed = Buffer.from(`${content.id}.${content.timestamp}.${content.body}`);
  return secrets.map((secret) => signatureWith(secret, signed)).join(' ');
}

function signatureWith(secret: string, content: Buffer): string {
  if (secret.startsWith(SHARED_PREFIX)) {
    const key = Buffer.from(secret.slice(SHARED_PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  }
  return `v1a,${sign(null, content, privateKeyOf(secret)).toString('base64')}`;
}

function privateKeyOf(secret: string) {
  const seed = Buffer.from(secret.slice(PRIVATE_PREFIX.length), 'base64').subarray(0, KEY_BYTES);
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
}

/** The public half of a secret as receivers are given it. */
export function publicKeyOf(secret: string): string | null {
  if (!secret.startsWith(PRIVATE_PREFIX)) return null;
  const spki = createPublicKey(privateKeyOf(secret)).export({ format: 'der', type: 'spki' });
  return PUBLIC_PREFIX + spki.subarray(-KEY_BYTES).toString('base64');
}

import { createHash } from 'node:crypto';
import { wrappingKeyUnknown } from './crypto.errors.js';
import type { KeyProvider } from './key-provider.js';
import { decodeMasterKey, unwrapKey, wrapKey } from './key-wrap.js';

/** One master key from an environment variable, for development: process listings and crash reports show environments. */
export class EnvKeyProvider implements KeyProvider {
  readonly name = 'env';
  readonly currentKeyId: string;
  private readonly key: Buffer;

  constructor(base64Key: string) {
    this.key = decodeMasterKey('The master key in the environment', base64Key);
    // A fingerprint as the id, so that data wrapped by another value is refused by name instead of as damage.
    this.currentKeyId = `env-${createHash('sha256').update(this.key).digest('hex').slice(0, 8)}`;
  }

  async wrap(dek: Buffer, context: string): Promise<Buffer> {
    return wrapKey(this.currentKeyId, this.key, dek, context);
  }

  async unwrap(wrapped: Buffer, context: string): Promise<Buffer> {
    return unwrapKey((keyId) => this.keyFor(keyId), wrapped, context);
  }

  private keyFor(keyId: string): Buffer {
    if (keyId !== this.currentKeyId) throw wrappingKeyUnknown(keyId);
    return this.key;
  }
}

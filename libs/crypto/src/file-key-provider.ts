import { wrappingKeyUnknown } from './crypto.errors.js';
import type { KeyProvider } from './key-provider.js';
import { unwrapKey, wrapKey } from './key-wrap.js';
import { type MasterKeys, readMasterKeyFile } from './master-key-file.js';

/** Master keys from a file that only its owner may read. Rotation adds a key and moves `current`; old ones stay. */
export class FileKeyProvider implements KeyProvider {
  readonly name = 'file';

  private constructor(private readonly masterKeys: MasterKeys) {}

  static async fromFile(path: string): Promise<FileKeyProvider> {
    return new FileKeyProvider(await readMasterKeyFile(path));
  }

  get currentKeyId(): string {
    return this.masterKeys.currentKeyId;
  }

  async wrap(dek: Buffer, context: string): Promise<Buffer> {
    return wrapKey(this.currentKeyId, this.keyFor(this.currentKeyId), dek, context);
  }

  async unwrap(wrapped: Buffer, context: string): Promise<Buffer> {
    return unwrapKey((keyId) => this.keyFor(keyId), wrapped, context);
  }

  private keyFor(keyId: string): Buffer {
    const key = this.masterKeys.keys.get(keyId);
    if (!key) throw wrappingKeyUnknown(keyId);
    return key;
  }
}

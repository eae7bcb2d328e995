/**
 * Holds the key-encryption keys that wrap each agency's data keys. Asynchronous, so that a hardware module or a cloud key
 * service, where the key never leaves the device, fits behind it.
 */
export interface KeyProvider {
  readonly name: 'env' | 'file';
  /** The key that `wrap` uses now; `unwrap` also reads what older ones wrapped. */
  readonly currentKeyId: string;
  /** `context` names what the key is for; `unwrap` with another context fails. */
  wrap(dek: Buffer, context: string): Promise<Buffer>;
  unwrap(wrapped: Buffer, context: string): Promise<Buffer>;
}

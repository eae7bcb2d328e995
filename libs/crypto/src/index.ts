export { AgencyKeys, type DataKey } from './agency-keys.js';
export {
  API_KEY_PATTERN,
  type ApiKeyMode,
  hashApiKey,
  isSameHash,
  newApiKey,
  type ParsedApiKey,
  parseApiKey,
} from './api-keys.js';
export { blindIndex } from './blind-index.js';
export { type SealBreak, SealBrokenError } from './crypto.errors.js';
export {
  DATA_KEY_CLASSES,
  type DataKeyClass,
  type DataKeyRow,
  type DataKeyState,
  type DataKeyStore,
} from './data-keys.js';
export { EnvKeyProvider } from './env-key-provider.js';
export { FileKeyProvider } from './file-key-provider.js';
export type { KeyProvider } from './key-provider.js';
export { KeyRing, type KeyRingOptions } from './key-ring.js';
export { createMasterKeyFile } from './master-key-file.js';
export { DUMMY_PASSWORD_HASH, hashPassword, verifyAgainstNothing, verifyPassword } from './passwords.js';
export { newPersonSalt, personKey } from './person-keys.js';
export { kidOf, open, type SealKey, type SealPlace, seal } from './seal.js';
export {
  type ByteRange,
  openStream,
  SEALED_CHUNK_BYTES,
  type StreamKey,
  sealedSize,
  sealStream,
} from './sealed-stream.js';
export { FieldSealer } from './sealer.js';

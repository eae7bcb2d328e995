import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0x00]);

/** The leaf of an entry in the log's Merkle tree. https://www.rfc-editor.org/rfc/rfc6962#section-2.1 */
export function leafHash(entry: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(entry).digest();
}

import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { AuditRecordError } from './audit.errors.js';
import { assertPlainJson, type JsonObject } from './plain-json.js';

const LABEL = Buffer.from('belfry-audit-detail-v1\0', 'utf8');
const NONCE_BYTES = 32;
/** The same limit as that of an entry's column: a record of an action, not an archive. */
const MAX_BYTES = 60_000;

/** A detail ready to be sealed: its canonical text, and the nonce without which nobody can guess it from the commitment. */
export interface CommittedDetail {
  readonly text: string;
  readonly nonce: Buffer;
  readonly commit: string;
}

export function commitDetail(detail: JsonObject, nonce: Buffer = randomBytes(NONCE_BYTES)): CommittedDetail {
  assertPlainJson(detail);
  const text = canonicalize(detail) ?? '';
  if (Buffer.byteLength(text) > MAX_BYTES) throw new AuditRecordError('detail', `is longer than ${MAX_BYTES} bytes`);
  return { text, nonce, commit: detailCommitment(text, nonce) };
}

/** What an entry says of its detail: enough to prove it later, nothing to read. */
export function detailCommitment(text: string, nonce: Buffer): string {
  return createHash('sha256').update(LABEL).update(nonce).update(text, 'utf8').digest('base64');
}

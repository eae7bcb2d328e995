import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isFingerprintOf, recordOf } from './exact-record.js';

const RECORD = '{"type":"auth.logout","name":"é"}';
const ENTRY = Buffer.from(RECORD).toString('base64');
const HASH = createHash('sha256')
  .update(Buffer.concat([Buffer.from([0]), Buffer.from(RECORD)]))
  .digest('base64');

describe('the exact record of an entry', () => {
  it('is read as it was written', () => {
    expect(recordOf(ENTRY)).toBe(RECORD);
  });

  it('belongs to its fingerprint, and nothing else does', async () => {
    expect(await isFingerprintOf(HASH, ENTRY)).toBe(true);
    expect(await isFingerprintOf(HASH, Buffer.from(`${RECORD} `).toString('base64'))).toBe(false);
  });
});

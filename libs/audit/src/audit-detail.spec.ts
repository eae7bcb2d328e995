import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AuditRecordError } from './audit.errors.js';
import { commitDetail, detailCommitment } from './audit-detail.js';

describe(commitDetail, () => {
  const nonce = Buffer.alloc(32, 7);

  it('commits to label, nonce and canonical detail', () => {
    const { text, commit } = commitDetail({ b: 1, a: 'é' }, nonce);
    expect(text).toBe('{"a":"é","b":1}');
    const bytes = Buffer.concat([Buffer.from('belfry-audit-detail-v1'), Buffer.from([0]), nonce, Buffer.from(text)]);
    expect(commit).toBe(createHash('sha256').update(bytes).digest('base64'));
    expect(detailCommitment(text, nonce)).toBe(commit);
  });

  it('hides equal details behind fresh nonces', () => {
    const [first, second] = [commitDetail({ a: 1 }), commitDetail({ a: 1 })];
    expect(first.nonce).toHaveLength(32);
    expect(first.commit).not.toBe(second.commit);
  });

  it('refuses what has no one canonical form, and what is too long', () => {
    expect(() => commitDetail({ price: 0.1 })).toThrow(AuditRecordError);
    expect(() => commitDetail({ text: 'x'.repeat(60_000) })).toThrow(AuditRecordError);
  });
});

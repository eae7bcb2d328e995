import { createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { newSigningSecret, publicKeyOf, signatureHeader } from './signatures.js';

/** SubjectPublicKeyInfo of an Ed25519 key. https://www.rfc-editor.org/rfc/rfc8410#section-4 */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** A stranger's way to verify: the public key alone. */
function isSigned(header: string, content: string, publicKey: string): boolean {
  const key = createPublicKey({
    key: Buffer.concat([SPKI_HEAD, Buffer.from(publicKey.replace('whpk_', ''), 'base64')]),
    format: 'der',
    type: 'spki',
  });
  return header
    .split(' ')
    .filter((one) => one.startsWith('v1a,'))
    .some((one) => verify(null, Buffer.from(content), key, Buffer.from(one.slice(4), 'base64')));
}

describe(signatureHeader, () => {
  it('makes the signature that the libraries of Standard Webhooks expect', () => {
    const content = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
    expect(signatureHeader(content, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('is verified by the library of the standard, and by it alone with the right secret', () => {
    const { secret } = newSigningSecret('v1');
    const [id, timestamp, body] = ['evt_1', Math.floor(Date.now() / 1000), '{"type":"message.sent"}'];
    const signature = signatureHeader({ id, timestamp, body }, [secret]);
    const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
    expect(new Webhook(secret).verify(body, headers)).toEqual({ type: 'message.sent' });
    expect(() => new Webhook(newSigningSecret('v1').secret).verify(body, headers)).toThrow();
  });

  it('signs with Ed25519 so that the public key alone verifies it', () => {
    const { secret, publicKey } = newSigningSecret('v1a');
    const header = signatureHeader({ id: 'evt_1', timestamp: 1, body: '{}' }, [secret]);
    expect(publicKey).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
    expect(publicKeyOf(secret)).toBe(publicKey);
    expect(isSigned(header, 'evt_1.1.{}', publicKey ?? '')).toBe(true);
    for (const forged of ['evt_2.1.{}', 'evt_1.2.{}', 'evt_1.1.{ }'])
      expect(isSigned(header, forged, publicKey ?? '')).toBe(false);
  });

  it('carries the signatures of both secrets during a rotation', () => {
    const [old, fresh] = [newSigningSecret('v1a'), newSigningSecret('v1a')];
    const header = signatureHeader({ id: 'evt_1', timestamp: 1, body: '{}' }, [fresh.secret, old.secret]);
    expect(header.split(' ')).toHaveLength(2);
    expect(isSigned(header, 'evt_1.1.{}', old.publicKey ?? '')).toBe(true);
    expect(isSigned(header, 'evt_1.1.{}', fresh.publicKey ?? '')).toBe(true);
  });

  it('gives a shared secret of the length that the specification asks for', () => {
    const { secret, publicKey } = newSigningSecret('v1');
    expect(publicKey).toBeNull();
    expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
  });
});

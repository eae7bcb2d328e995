import { createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { exportSPKI, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { Env } from '#libs/config';
import { type DataKeyRow, EnvKeyProvider, KeyRing } from '#libs/crypto';
import { DomainError, newId, PLATFORM_AGENCY_ID, toWireId } from '#libs/kernel';
import { SessionKeys } from './session-keys.js';
import { SessionTokens, TOKEN_AUDIENCE, TOKEN_TYPE } from './session-tokens.js';

const rows: DataKeyRow[] = [];
const store = {
  list: async () => rows,
  insert: async (row: DataKeyRow) => {
    rows.push(row);
    return true;
  },
};
const keyRing = new KeyRing(new EnvKeyProvider(Buffer.alloc(32, 7).toString('base64')), store);
const sessionKeys = new SessionKeys(keyRing);
const env = Object.assign(new Env(), { PUBLIC_URL: 'https://belfry.example' });
const tokens = new SessionTokens(sessionKeys, env);
const userId = newId();
const sessionId = newId();

type Json = Record<string, unknown>;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);
const claims = (): Json => ({
  iss: env.PUBLIC_URL,
  aud: TOKEN_AUDIENCE,
  sub: toWireId('user', userId),
  iat: now(),
  nbf: now(),
  exp: now() + 600,
  sid: toWireId('session', sessionId),
  epoch: 3,
});

let kid: string;

beforeAll(async () => {
  await keyRing.ensure(PLATFORM_AGENCY_ID, ['session-signing', 'data']);
  kid = (await sessionKeys.current()).kid;
});

/** A token signed with our own key, with parts replaced. */
async function forged(header: Json = {}, payload: Json = {}): Promise<string> {
  const { privateKey } = await sessionKeys.current();
  const text = `${encode({ alg: 'EdDSA', typ: TOKEN_TYPE, kid, ...header })}.${encode({ ...claims(), ...payload })}`;
  return `${text}.${signBytes(null, Buffer.from(text), privateKey).toString('base64url')}`;
}

async function withHmac(algorithm: string, secret: string | Buffer): Promise<string> {
  const text = `${encode({ alg: algorithm, typ: TOKEN_TYPE, kid })}.${encode(claims())}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

const stranger = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

const strangerToken = (header: Json = {}) =>
  new SignJWT({ ...claims() })
    .setProtectedHeader({ alg: 'EdDSA', typ: TOKEN_TYPE, kid, ...header })
    .sign(stranger.privateKey);

const without = (name: string) => () => forged({}, { [name]: undefined });

const ATTACKS: [string, () => Promise<string> | string, string?][] = [
  ['no algorithm', () => `${encode({ alg: 'none', typ: TOKEN_TYPE, kid })}.${encode(claims())}.`],
  ['no algorithm in capitals', () => `${encode({ alg: 'NONE', typ: TOKEN_TYPE, kid })}.${encode(claims())}.`],
  ['no algorithm over a valid signature', () => forged({ alg: 'none' })],
  [
    'HS256 keyed with the public key',
    async () => withHmac('HS256', await exportSPKI((await sessionKeys.current()).publicKey as never)),
  ],
  ['HS256 keyed with nothing', () => withHmac('HS256', '')],
  ['HS256 in the header of a valid token', () => forged({ alg: 'HS256' })],
  [
    'RS256',
    () => new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', typ: TOKEN_TYPE, kid }).sign(rsa.privateKey),
  ],
  ['the newer name of the algorithm', () => forged({ alg: 'Ed25519' })],
  ["a stranger's key", () => strangerToken()],
  ["a stranger's key in jwk", () => strangerToken({ jwk: stranger.publicKey.export({ format: 'jwk' }) })],
  ["a stranger's key at jku", () => strangerToken({ jku: 'https://attacker.example/keys.json' })],
  ["a stranger's certificate at x5u", () => strangerToken({ x5u: 'https://attacker.example/cert.pem' })],
  ["a stranger's certificate in x5c", () => strangerToken({ x5c: ['MIIB'] })],
  ['jku beside a valid signature', () => forged({ jku: 'https://attacker.example/keys.json' })],
  ['another kid', () => forged({ kid: '12345' })],
  [
    'the kid of a key of another class',
    async () => forged({ kid: String(rows.find((row) => row.keyClass === 'data')?.kid) }),
  ],
  ['a kid that is a path', () => forged({ kid: '../../../../dev/null' })],
  ['a kid with SQL', () => forged({ kid: "1' OR '1'='1" })],
  ['a kid that is a number', () => forged({ kid: Number(kid) })],
  ['a kid that is a list', () => forged({ kid: [kid] })],
  ['no kid', () => forged({ kid: undefined })],
  ['__proto__ as kid', () => forged({ kid: '__proto__' })],
  ['a critical extension', () => forged({ crit: ['exp'] })],
  ['an unknown critical extension', () => forged({ crit: ['https://x'], 'https://x': true })],
  ['an unencoded payload', () => forged({ crit: ['b64'], b64: false })],
  ['another type', () => forged({ typ: 'JWT' })],
  ['no type', () => forged({ typ: undefined })],
  ['a content type', () => forged({ cty: 'JWT' })],
  ['another audience', () => forged({}, { aud: 'other-api' })],
  ['an audience that contains ours', () => forged({}, { aud: `${TOKEN_AUDIENCE}-2` })],
  ['no audience', without('aud')],
  ['another issuer', () => forged({}, { iss: 'https://attacker.example' })],
  ['no issuer', without('iss')],
  ['no expiry', without('exp')],
  ['no start', without('nbf')],
  ['no time of issue', without('iat')],
  ['no subject', without('sub')],
  ['no epoch', without('epoch')],
  ['no session', without('sid')],
  ['a session that is a bare UUID', () => forged({}, { sid: sessionId })],
  ['a session of another kind', () => forged({}, { sid: toWireId('user', sessionId) })],
  ['a list of sessions', () => forged({}, { sid: [toWireId('session', sessionId)] })],
  ['an epoch in a text', () => forged({}, { epoch: '3' })],
  ['a subject that is a bare UUID', () => forged({}, { sub: userId })],
  ['a subject of another kind', () => forged({}, { sub: toWireId('apiKey', userId) })],
  ['an expiry in the past', () => forged({}, { exp: now() - 1 }), 'token-expired'],
  ['an expiry in a text', () => forged({}, { exp: '9999999999' })],
  ['a life longer than ten minutes', () => forged({}, { iat: now() - 3600, exp: now() + 3600 }), 'token-expired'],
  ['a start in the future', () => forged({}, { nbf: now() + 60 })],
  ['an issue in the future', () => forged({}, { iat: now() + 3600, exp: now() + 7200 })],
  ['a changed payload', async () => replacePart(await forged(), 1, encode({ ...claims(), epoch: 4 }))],
  [
    'a changed header',
    async () => replacePart(await forged(), 0, encode({ alg: 'EdDSA', typ: TOKEN_TYPE, kid, a: 1 })),
  ],
  ['no signature', async () => replacePart(await forged(), 2, '')],
  ['a shortened signature', async () => (await forged()).slice(0, -10)],
  ['a signature of zeros', async () => replacePart(await forged(), 2, Buffer.alloc(64).toString('base64url'))],
  ['two parts', async () => (await forged()).split('.').slice(0, 2).join('.')],
  ['four parts', async () => `${await forged()}.x`],
  ['five parts, like an encrypted token', () => 'a.b.c.d.e'],
  ['nothing', () => ''],
  ['dots', () => '..'],
  ['no token at all', () => 'not-a-token'],
  ['a header that is no JSON', async () => replacePart(await forged(), 0, 'e30x')],
  ['a header that is null', async () => replacePart(await forged(), 0, encode(null))],
  ['a payload that is a list', async () => replacePart(await forged(), 1, encode([]))],
  ['an endless token', () => 'a'.repeat(1_000_000)],
  ['an endless claim', () => forged({}, { x: 'a'.repeat(10_000) })],
];

function replacePart(token: string, index: number, part: string): string {
  return token.split('.').with(index, part).join('.');
}

describe(SessionTokens.name, () => {
  it('verifies what it issued', async () => {
    const { accessToken, expiresAt } = await tokens.issue({ userId, sessionId, epoch: 3 });
    expect(await tokens.verify(accessToken)).toEqual({ userId, sessionId, epoch: 3 });
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(598_000);
    expect(await tokens.verify(await forged())).toEqual({ userId, sessionId, epoch: 3 });
  });

  it.each(ATTACKS)('refuses a token with %s', async (_label, make, code = 'token-invalid') => {
    const refusal: unknown = await tokens.verify(await make()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code, httpStatus: 401 });
  });

  it('accepts tokens of the key before, until that key is destroyed', async () => {
    const old = (await tokens.issue({ userId, sessionId, epoch: 3 })).accessToken;
    const row = rows.find((candidate) => candidate.keyClass === 'session-signing') as { state: string };
    row.state = 'readable';
    await keyRing.ensure(PLATFORM_AGENCY_ID, ['session-signing']);
    keyRing.forget();
    expect((await sessionKeys.current()).kid).not.toBe(kid);
    expect(await tokens.verify(old)).toEqual({ userId, sessionId, epoch: 3 });
    row.state = 'destroyed';
    keyRing.forget();
    await expect(tokens.verify(old)).rejects.toMatchObject({ code: 'token-invalid' });
  });

  it('reports a key store that fails as a failure and not as a bad token', async () => {
    const { accessToken } = await tokens.issue({ userId, sessionId, epoch: 3 });
    const broken = new SessionTokens({ find: () => Promise.reject(new Error('store is down')) } as never, env);
    await expect(broken.verify(accessToken)).rejects.toThrow('store is down');
  });
});

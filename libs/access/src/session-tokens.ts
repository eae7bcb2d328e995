import { type KeyObject, sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { errors, type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose';
import { Env } from '#libs/config';
import { parseWireId, toWireId, type Uuid } from '#libs/kernel';
import { tokenExpired, tokenInvalid } from './access.errors.js';
import { SessionKeys } from './session-keys.js';

/** What an access token says about its bearer. What the person may do is looked up, never read from it. */
export interface SessionClaims {
  readonly userId: Uuid;
  /** The session must still be open. */
  readonly sessionId: Uuid;
  /** Must equal the person's current epoch; raising that ends every session at once. */
  readonly epoch: number;
}

export interface AccessToken {
  readonly accessToken: string;
  readonly expiresAt: Date;
}

export const TOKEN_TYPE = 'belfry-access+jwt';
export const TOKEN_AUDIENCE = 'belfry-api';
export const TOKEN_LIFE_SECONDS = 600;
const ALGORITHM = 'EdDSA';
const MAX_LENGTH = 2048;

/** A token that brings its own key or asks for an extension is not one of ours. */
const HEADER_NAMES: ReadonlySet<string> = new Set(['alg', 'typ', 'kid']);

/** Access tokens of people: Ed25519, ten minutes, keys from our own set only. */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly keys: SessionKeys,
    private readonly env: Env,
  ) {}

  async issue({ userId, sessionId, epoch }: SessionClaims): Promise<AccessToken> {
    const { kid, privateKey } = await this.keys.current();
    const now = Math.floor(Date.now() / 1000);
    const exp = now + TOKEN_LIFE_SECONDS;
    const whose = { sub: toWireId('user', userId), sid: toWireId('session', sessionId), epoch };
    const claims = { ...whose, iss: this.env.PUBLIC_URL, aud: TOKEN_AUDIENCE, iat: now, nbf: now, exp };
    const accessToken = signed({ alg: ALGORITHM, typ: TOKEN_TYPE, kid }, claims, privateKey);
    return { accessToken, expiresAt: new Date(exp * 1000) };
  }

  /** @throws DomainError `token-expired` or `token-invalid` */
  async verify(token: string): Promise<SessionClaims> {
    if (token.length > MAX_LENGTH) throw tokenInvalid();
    const { payload } = await jwtVerify(token, (header) => this.publicKey(header), {
      algorithms: [ALGORITHM],
      typ: TOKEN_TYPE,
      audience: TOKEN_AUDIENCE,
      issuer: this.env.PUBLIC_URL,
      requiredClaims: ['sub', 'iat', 'nbf', 'exp', 'sid', 'epoch'],
      maxTokenAge: TOKEN_LIFE_SECONDS,
    }).catch((error: unknown) => {
      throw translate(error);
    });
    return claimsOf(payload);
  }

  private async publicKey(header: JWTHeaderParameters) {
    const isPlain = Object.keys(header).every((name) => HEADER_NAMES.has(name));
    const key = isPlain && typeof header.kid === 'string' ? await this.keys.find(header.kid) : null;
    if (!key) throw tokenInvalid();
    return key.publicKey;
  }
}

/**
 * Signs at once: through Web Crypto a signature of 50 µs waits for a thread among those that hash passwords.
 * https://www.rfc-editor.org/rfc/rfc7515#section-7.1
 */
function signed(header: JWTHeaderParameters, claims: JWTPayload, privateKey: KeyObject): string {
  const input = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
}

function claimsOf({ sub, sid, epoch }: JWTPayload): SessionClaims {
  const userId = parseWireId('user', sub ?? '');
  const sessionId = typeof sid === 'string' ? parseWireId('session', sid) : null;
  if (!userId || !sessionId || typeof epoch !== 'number' || !Number.isSafeInteger(epoch)) throw tokenInvalid();
  return { userId, sessionId, epoch };
}

/** A fault of the key store is not the caller's and stays what it is. */
function translate(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return tokenExpired();
  return error instanceof errors.JOSEError || error instanceof TypeError ? tokenInvalid() : error;
}

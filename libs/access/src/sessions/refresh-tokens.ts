import { hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { blindIndex, type DataKey, KeyRing } from '#libs/crypto';
import { PLATFORM_AGENCY_ID, parseWireId, toWireId, type Uuid } from '#libs/kernel';

/** A refresh token says which session it continues and the how-many-eth it is. */
export interface RefreshToken {
  readonly sessionId: Uuid;
  readonly generation: number;
}

const FORM = /^(ses_[0-9a-z]{26})\.([1-9]\d{0,8})\.([A-Za-z0-9_-]{43})$/;

/**
 * Refresh tokens: session and generation under a MAC, so that the table holds nothing that signs anyone in, a made-up token
 * costs no look-up, and any token that was ever given out is recognised when it comes back.
 */
@Injectable()
export class RefreshTokens {
  /** Held by the data key itself: when the key ring lets go of one, the derived one goes with it. */
  private readonly derived = new WeakMap<Buffer, Buffer>();

  constructor(private readonly keyRing: KeyRing) {}

  async issue(token: RefreshToken): Promise<string> {
    const key = await this.keyRing.current(PLATFORM_AGENCY_ID, 'session-signing');
    const named = `${toWireId('session', token.sessionId)}.${token.generation}`;
    return `${named}.${this.macOf(key, named).toString('base64url')}`;
  }

  /** Null for whatever we did not issue. */
  async read(text: string): Promise<RefreshToken | null> {
    const [, wireId = '', generation = '', mac = ''] = FORM.exec(text) ?? [];
    const sessionId = parseWireId('session', wireId);
    if (!sessionId) return null;
    const given = Buffer.from(mac, 'base64url');
    const keys = await this.keyRing.all(PLATFORM_AGENCY_ID, 'session-signing');
    const isOurs = keys.some((key) => isSame(this.macOf(key, `${wireId}.${generation}`), given));
    return isOurs ? { sessionId, generation: Number(generation) } : null;
  }

  private macOf({ key }: DataKey, named: string): Buffer {
    return blindIndex(this.macKeyOf(key), 'refresh-v1', named);
  }

  /** A key of its own: what signs access tokens must not also be what makes refresh tokens. */
  private macKeyOf(key: Buffer): Buffer {
    const known = this.derived.get(key);
    if (known) return known;
    const macKey = Buffer.from(hkdfSync('sha256', key, '', 'belfry-refresh-token-v1', 32));
    this.derived.set(key, macKey);
    return macKey;
  }
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

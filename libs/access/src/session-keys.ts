import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type DataKey, KeyRing } from '#libs/crypto';
import { PLATFORM_AGENCY_ID } from '#libs/kernel';

/** A signing pair; `kid` names it in the header of a token. */
export interface SessionKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** What stands before the 32-byte seed of an Ed25519 key in PKCS #8. https://www.rfc-editor.org/rfc/rfc8410#section-7 */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The platform's Ed25519 pairs, derived from its data keys of class `session-signing`. */
@Injectable()
export class SessionKeys {
  /** Held by the data key itself: when the key ring lets go of one, the pair goes with it. */
  private readonly derived = new WeakMap<Buffer, SessionKey>();

  constructor(private readonly keyRing: KeyRing) {}

  async current(): Promise<SessionKey> {
    return this.derive(await this.keyRing.current(PLATFORM_AGENCY_ID, 'session-signing'));
  }

  /** Only our own set is asked; no token can bring or name a key from elsewhere. */
  async find(kid: string): Promise<SessionKey | null> {
    const keys = await this.keyRing.all(PLATFORM_AGENCY_ID, 'session-signing');
    const key = keys.find((candidate) => String(candidate.kid) === kid);
    return key ? this.derive(key) : null;
  }

  private derive({ kid, key }: DataKey): SessionKey {
    const known = this.derived.get(key);
    if (known) return known;
    const seed = Buffer.from(hkdfSync('sha256', key, '', 'belfry-session-signing-v1', 32));
    const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
    const pair = { kid: String(kid), privateKey, publicKey: createPublicKey(privateKey) };
    this.derived.set(key, pair);
    return pair;
  }
}

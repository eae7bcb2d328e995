import { Injectable } from '@nestjs/common';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { Env } from '#libs/config';
import type { Uuid } from '#libs/kernel';
import type { PasskeyRow } from './passkeys.repository.js';

export interface EnrolledCredential {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
}

/** Some three hundred modules, of which worker and commands never use one: loaded with the first passkey. */
const webauthn = () => import('@simplewebauthn/server');

/** How this installation speaks WebAuthn: its id is the host of PUBLIC_URL. https://www.w3.org/TR/webauthn-3/ */
@Injectable()
export class RelyingParty {
  private readonly origin: string;
  private readonly id: string;

  constructor(env: Env) {
    const url = new URL(env.PUBLIC_URL);
    this.origin = url.origin;
    this.id = url.hostname;
  }

  /** A passkey that can be found without a name (discoverable) and that checks its owner: it is both steps at once. */
  async enrolmentOptions(
    person: { id: Uuid; email: string; name: string },
    held: readonly PasskeyRow[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await webauthn();
    return generateRegistrationOptions({
      rpName: 'Belfry',
      rpID: this.id,
      userID: userHandle(person.id),
      userName: person.email,
      userDisplayName: person.name,
      attestationType: 'none',
      excludeCredentials: held.map(credentialOf),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** Without `held`, any passkey of this installation may answer. */
  async signInOptions(held: readonly PasskeyRow[] = []): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await webauthn();
    return generateAuthenticationOptions({
      rpID: this.id,
      userVerification: 'required',
      allowCredentials: held.map(credentialOf),
    });
  }

  /** Null for an answer that is not one to this challenge, from this installation, by a verified person. */
  async enrolled(response: object, challenge: string): Promise<EnrolledCredential | null> {
    const { verifyRegistrationResponse } = await webauthn();
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.id,
        requireUserVerification: true,
      });
      if (!verified) return null;
      const { credential, credentialBackedUp: backedUp } = registrationInfo;
      return {
        credentialId: Buffer.from(credential.id, 'base64url'),
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        backedUp,
      };
    } catch {
      return null;
    }
  }

  /** What the passkey says about itself when the answer is right, else null. */
  async proved(
    response: object,
    challenge: string,
    key: PasskeyRow,
  ): Promise<{ counter: number; backedUp: boolean } | null> {
    const { verifyAuthenticationResponse } = await webauthn();
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.id,
        requireUserVerification: true,
        credential: { ...credentialOf(key), publicKey: new Uint8Array(key.public_key), counter: Number(key.counter) },
      });
      if (!verified) return null;
      return { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp };
    } catch {
      return null;
    }
  }
}

function credentialOf(key: PasskeyRow) {
  return { id: key.credential_id.toString('base64url'), transports: key.transports };
}

/** The handle under which an authenticator keeps the passkey of a person: their id, which names nobody. */
function userHandle(id: Uuid): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));
}

/** The credential that an answer comes from, or null when it has no such form. */
export function credentialIdOf(response: object): Buffer | null {
  const { id } = response as { id?: unknown };
  return typeof id === 'string' && /^[\w-]{1,1400}$/.test(id) ? Buffer.from(id, 'base64url') : null;
}

import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { PasskeyCancelled } from '../../session/passkey.js';

/** The device holds a passkey for this person already. */
class PasskeyKnown extends Error {
  readonly code = 'passkey-known';
}

/** Has the device make a passkey. Its code is loaded only now. */
export async function makePasskey(options: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const answer = await startRegistration({ optionsJSON }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'InvalidStateError') throw new PasskeyKnown();
    throw new PasskeyCancelled(String(error));
  });
  return answer as unknown as Record<string, unknown>;
}

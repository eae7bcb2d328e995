import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { ApiError } from '../../api/problem.js';

const NAMES: Record<string, string> = { InvalidStateError: 'passkey-known' };

/** Has the device make a passkey. Its code is loaded only now. */
export async function makePasskey(options: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const answer = await startRegistration({ optionsJSON }).catch((error: unknown) => {
    const code = (error instanceof Error && NAMES[error.name]) || 'passkey-cancelled';
    throw new ApiError({ status: 400, code });
  });
  return answer as unknown as Record<string, unknown>;
}

import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';

/** The browser asked and the person (or the browser) said no. */
export class PasskeyCancelled extends Error {
  readonly code = 'passkey-cancelled';
}

export const canUsePasskeys = (): boolean => 'PublicKeyCredential' in window;

/** Asks the device for a passkey. Its code is loaded only now. */
export async function askForPasskey(options: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const answer: AuthenticationResponseJSON = await startAuthentication({ optionsJSON }).catch((error: unknown) => {
    throw new PasskeyCancelled(String(error));
  });
  return answer as unknown as Record<string, unknown>;
}

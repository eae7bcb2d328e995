import { generateSecret, generateURI, verifySync } from 'otplib';

/** https://www.rfc-editor.org/rfc/rfc6238: six digits, thirty seconds, SHA-1, which is what authenticator apps know. */
const PERIOD_SECONDS = 30;

/** Clocks of telephones are a little off: the code before and the one after are taken too. */
const TOLERANCE_SECONDS = 30;

const CODE = /^\d{6}$/;

export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** What the QR code says. https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export function totpUri(secret: string, issuer: string, label: string): string {
  return generateURI({ strategy: 'totp', issuer, label, secret, period: PERIOD_SECONDS });
}

/**
 * The time step of a right code, or null. Steps up to `lastStep` are refused: whoever looks over a shoulder cannot use the
 * code again.
 */
export function totpStep(secret: string, typed: string, lastStep: number, epochSeconds: number): number | null {
  const token = typed.replace(/\s/g, '');
  if (!CODE.test(token)) return null;
  const result = verifySync({
    strategy: 'totp',
    secret,
    token,
    epoch: epochSeconds,
    period: PERIOD_SECONDS,
    epochTolerance: TOLERANCE_SECONDS,
    ...(lastStep > 0 && { afterTimeStep: lastStep }),
  });
  if (!result.valid) return null;
  const delta = 'delta' in result ? result.delta : 0;
  return Math.floor(epochSeconds / PERIOD_SECONDS) + delta;
}

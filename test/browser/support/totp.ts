import { generateSync } from 'otplib';

const PERIOD_MS = 30_000;

/** What an authenticator app shows now, or some periods from now: each code is taken once. */
export function totpCode(secret: string, periods = 0): string {
  return generateSync({ secret, strategy: 'totp', epoch: Math.floor((Date.now() + periods * PERIOD_MS) / 1000) });
}

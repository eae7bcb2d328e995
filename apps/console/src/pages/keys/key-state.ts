const SOON_MS = 14 * 86_400_000;

export type KeyState = 'active' | 'soon' | 'expired' | 'revoked';

export function keyState({ revokedAt, expiresAt }: { revokedAt: string | null; expiresAt: string }): KeyState {
  if (revokedAt) return 'revoked';
  const left = Date.parse(expiresAt) - Date.now();
  if (left <= 0) return 'expired';
  return left < SOON_MS ? 'soon' : 'active';
}

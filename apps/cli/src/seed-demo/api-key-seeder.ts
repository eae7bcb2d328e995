import { ApiKeysService, KEY_SCOPES, KeyLookUps } from '#libs/access';
import { parseWireId } from '#libs/kernel';
import type { Product } from '../product.js';
import type { SeededAgency } from './agency-seeder.js';
import type { DescribedAgency } from './demo-file.js';

const YEAR_MS = 365 * 86_400_000;

/** Whether what an earlier run wrote of an agency belongs to this database: its id is the same and its key is let in. */
export async function isStillValid(product: Product, seeded: SeededAgency, earlier: DescribedAgency): Promise<boolean> {
  if (parseWireId('agency', earlier.id) !== seeded.ctx.agencyId) return false;
  const key = await product
    .get(KeyLookUps)
    .authenticate(earlier.apiKey)
    .catch(() => null);
  return key?.agencyId === seeded.ctx.agencyId && KEY_SCOPES.every((scope) => key.permissions.has(scope));
}

/** @returns the secret of a key with every scope */
export async function createDemoKey(product: Product, { ctx, departmentId }: SeededAgency): Promise<string> {
  const { secret } = await product.get(ApiKeysService).create(ctx, {
    departmentId,
    name: 'Demo',
    mode: 'live',
    scopes: KEY_SCOPES,
    expiresAt: new Date(Date.now() + YEAR_MS),
  });
  return secret;
}

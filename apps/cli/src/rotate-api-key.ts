import { ApiKeysService } from '#libs/access';
import { notFound, parseWireId, toWireId } from '#libs/kernel';
import { contextOfAgency } from './agency-lookup.js';
import type { Product } from './product.js';

export interface WantedRotation {
  readonly agency: string;
  readonly id: string;
  readonly overlapHours: number;
}

/** @returns the wire id of the new key, its secret, and when the old one ends */
export async function rotateApiKey(
  product: Product,
  { agency, id: wireId, overlapHours }: WantedRotation,
): Promise<{ id: string; secret: string; oldExpiresAt: Date }> {
  const id = parseWireId('apiKey', wireId);
  if (!id) throw notFound();
  const ctx = await contextOfAgency(product, agency);
  const { id: newKey, ...rotated } = await product.get(ApiKeysService).rotate(ctx, id, overlapHours);
  return { id: toWireId('apiKey', newKey), ...rotated };
}

import { ApiKeysService } from '#libs/access';
import { notFound, parseWireId } from '#libs/kernel';
import { contextOfAgency } from './agency-lookup.js';
import type { Product } from './product.js';

export async function revokeApiKey(product: Product, agency: string, wireId: string): Promise<void> {
  const id = parseWireId('apiKey', wireId);
  if (!id) throw notFound();
  await product.get(ApiKeysService).revoke(await contextOfAgency(product, agency), id);
}

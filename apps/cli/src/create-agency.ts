import { AgenciesService, type Agency, type NewAgency } from '#libs/agencies';
import { PurposesService } from '#libs/consent';
import { AgencyDatabase } from '#libs/database';
import { platformContext, systemContext } from '#libs/kernel';
import type { Product } from './product.js';

/** An agency with what it needs from its first day: the purpose `reply` lets it answer citizens who write. */
export async function createAgency(product: Product, agency: NewAgency): Promise<Agency> {
  const created = await product.get(AgenciesService).create(platformContext(), agency);
  const purposes = product.get(PurposesService);
  await product.get(AgencyDatabase).agencyTransaction(systemContext(created.id), (tx) => purposes.ensureBuiltIn(tx));
  return created;
}

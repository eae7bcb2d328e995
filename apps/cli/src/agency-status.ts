import { type Agency, AgencyStatusService } from '#libs/agencies';
import { platformContext } from '#libs/kernel';
import { contextOfAgency } from './agency-lookup.js';
import type { Product } from './product.js';

export async function suspendAgency(product: Product, slug: string, reason: string): Promise<Agency> {
  const { agencyId } = await contextOfAgency(product, slug);
  return product.get(AgencyStatusService).suspend(platformContext(), agencyId, reason);
}

export async function reactivateAgency(product: Product, slug: string): Promise<Agency> {
  const { agencyId } = await contextOfAgency(product, slug);
  return product.get(AgencyStatusService).reactivate(platformContext(), agencyId);
}

export async function closeAgency(product: Product, slug: string, reason: string): Promise<Agency> {
  const { agencyId } = await contextOfAgency(product, slug);
  return product.get(AgencyStatusService).close(platformContext(), agencyId, reason);
}

import type { Agency } from '#libs/agencies';
import { platformContext } from '#libs/kernel';
import { AgencyOnboarding, type WantedAgency } from '#libs/onboarding';
import type { Product } from './product.js';

/** An agency with what it needs from its first day. */
export async function createAgency(product: Product, agency: WantedAgency): Promise<Agency> {
  return product.get(AgencyOnboarding).create(platformContext(), agency);
}

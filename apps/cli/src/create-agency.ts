import type { Agency, NewAgency } from '#libs/agencies';
import { platformContext } from '#libs/kernel';
import { AgencyOnboarding } from '#libs/onboarding';
import type { Product } from './product.js';

/** An agency with what it needs from its first day. */
export async function createAgency(product: Product, agency: NewAgency): Promise<Agency> {
  return product.get(AgencyOnboarding).create(platformContext(), agency);
}

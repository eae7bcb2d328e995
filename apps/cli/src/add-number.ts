import { platformContext } from '#libs/kernel';
import { type ListedNumber, type NewPhoneNumber, PhoneNumbersService, PortfoliosService } from '#libs/phone-numbers';
import { contextOfAgency } from './agency-lookup.js';
import type { Product } from './product.js';

/** The portfolio first: a number hangs on it, and several agencies may share one. */
export async function addNumber(
  product: Product,
  agencySlug: string,
  portfolio: { readonly metaPortfolioId: string; readonly name: string },
  number: Omit<NewPhoneNumber, 'portfolioId'>,
): Promise<ListedNumber> {
  const ctx = await contextOfAgency(product, agencySlug);
  const { id } = await product.get(PortfoliosService).ensure(platformContext(), portfolio);
  return product.get(PhoneNumbersService).add(ctx, { ...number, portfolioId: id });
}

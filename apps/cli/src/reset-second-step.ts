import { SecondStepResetsService } from '#libs/access';
import { platformContext } from '#libs/kernel';
import type { Product } from './product.js';

export async function resetSecondStep(product: Product, email: string): Promise<void> {
  await product.get(SecondStepResetsService).reset(platformContext(), email);
}

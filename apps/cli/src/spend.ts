import { readFile } from 'node:fs/promises';
import { DomainError, platformContext } from '#libs/kernel';
import { type DatedPrice, formatMicros, microsOf, parsePriceLine, SpendService } from '#libs/sending';
import { contextOfAgency } from './agency-lookup.js';
import type { Product } from './product.js';

/** All lines or none: a list of prices with a hole in it would be believed. */
export async function importPrices(product: Product, file: string): Promise<number> {
  const prices = pricesIn(await readFile(file, 'utf8'));
  await product.get(SpendService).importPrices(platformContext(), prices);
  return prices.length;
}

export async function setBudget(product: Product, slug: string, monthly: string, currency: string): Promise<string> {
  const monthlyMicros = microsOf(monthly);
  if (monthlyMicros === null || !/^[A-Z]{3}$/.test(currency)) {
    throw refused('--monthly must be an amount such as 1500.00, and --currency three letters such as EUR.');
  }
  const ctx = await contextOfAgency(product, slug);
  const spend = product.get(SpendService);
  await spend.setBudget(ctx, { monthlyMicros, currency });
  const spent = (await spend.spent(ctx))?.spentMicros ?? 0n;
  return `${slug} may spend ${formatMicros(monthlyMicros)} ${currency} a month; ${formatMicros(spent)} are spent in this one`;
}

function pricesIn(text: string): DatedPrice[] {
  const lines = text.split('\n').map((line) => line.trim());
  const prices = new Map<string, DatedPrice>();
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const price = parsePriceLine(line);
    if (!price) throw refused(`Line ${index + 1} is no price: it must look like EUR,44,UTILITY,2026-01-01,0.0159.`);
    prices.set([price.currency, price.callingCode, price.category, price.from].join(), price);
  }
  return [...prices.values()];
}

function refused(detail: string): DomainError {
  return new DomainError('invalid-request', { httpStatus: 400, detail });
}

import { DomainError, parseWireId, platformContext, toWireId } from '#libs/kernel';
import {
  NEXT_STEP,
  type NumberAccount,
  type NumberDetails,
  NumberLinkingService,
  NumberOnboardingService,
  NumberRefreshService,
  PortfoliosService,
  type WantedNumber,
} from '#libs/phone-numbers';
import { contextOfAgency } from './agency-lookup.js';
import type { Product } from './product.js';

/** A number as commands name it: the slug of its agency and its id. */
export interface NamedNumber {
  readonly agency: string;
  readonly number: string;
}

export async function linkNumber(
  product: Product,
  agencySlug: string,
  portfolio: { readonly metaPortfolioId: string; readonly name: string },
  account: Omit<NumberAccount, 'portfolioId'>,
  wanted: WantedNumber,
): Promise<NumberDetails> {
  const ctx = await contextOfAgency(product, agencySlug);
  const { id: portfolioId } = await product.get(PortfoliosService).ensure(platformContext(), portfolio);
  return product.get(NumberLinkingService).link(ctx, { ...account, portfolioId }, wanted);
}

export async function listNumbers(product: Product, agencySlug: string): Promise<NumberDetails[]> {
  return product.get(NumberOnboardingService).list(await contextOfAgency(product, agencySlug));
}

export async function requestCode(
  product: Product,
  named: NamedNumber,
  code: { readonly method: 'sms' | 'voice'; readonly language: string },
): Promise<NumberDetails> {
  const ctx = await contextOfAgency(product, named.agency);
  return product.get(NumberOnboardingService).requestCode(ctx, idOf(named), code);
}

export async function verifyCode(product: Product, named: NamedNumber, code: string): Promise<NumberDetails> {
  const ctx = await contextOfAgency(product, named.agency);
  return product.get(NumberOnboardingService).verifyCode(ctx, idOf(named), code);
}

/** An empty PIN means the one that is kept. */
export async function registerNumber(product: Product, named: NamedNumber, pin: string): Promise<NumberDetails> {
  const ctx = await contextOfAgency(product, named.agency);
  return product.get(NumberOnboardingService).register(ctx, idOf(named), pin === '' ? undefined : pin);
}

export async function deregisterNumber(product: Product, named: NamedNumber): Promise<NumberDetails> {
  const ctx = await contextOfAgency(product, named.agency);
  return product.get(NumberOnboardingService).deregister(ctx, idOf(named));
}

export async function refreshNumber(product: Product, named: NamedNumber): Promise<NumberDetails> {
  const ctx = await contextOfAgency(product, named.agency);
  return product.get(NumberRefreshService).refresh(ctx, idOf(named));
}

/** One line on how a number stands, and one on what to do next. */
export function numberLines(number: NumberDetails): string[] {
  const { id, displayPhoneNumber, verifiedName, state, nameStatus, qualityRating } = number;
  const facts = [
    state,
    nameStatus && `name ${nameStatus.toLowerCase()}`,
    qualityRating && `quality ${qualityRating.toLowerCase()}`,
  ];
  const next = NEXT_STEP[state];
  return [
    `${toWireId('phoneNumber', id)}  ${displayPhoneNumber}  ${verifiedName}  (${facts.filter(Boolean).join(', ')})`,
    ...(next === null ? [] : [`  next: number-${next}`]),
  ];
}

function idOf({ number }: NamedNumber): string {
  const id = parseWireId('phoneNumber', number);
  if (id) return id;
  throw new DomainError('number-unknown', {
    httpStatus: 404,
    detail: `${number} is no id of a number. They begin with num_; list-numbers prints them.`,
  });
}

import { randomBytes } from 'node:crypto';
import { AgenciesService, DepartmentsService } from '#libs/agencies';
import { PurposesService } from '#libs/consent';
import { type AgencyContext, platformContext, systemContext, type Uuid } from '#libs/kernel';
import { PhoneNumbersService, PortfoliosService } from '#libs/phone-numbers';
import { createAgency } from '../create-agency.js';
import type { Product } from '../product.js';
import type { DemoAgency } from './demo-agency.js';

/** What a seeded agency is known by afterwards. */
export interface SeededAgency {
  readonly agency: DemoAgency;
  readonly ctx: AgencyContext;
  readonly departmentId: Uuid;
  /** Of its WhatsApp Business account; the simulator is told the same. */
  readonly accessToken: string;
}

/** The agency with all that does not depend on the simulator. Makes only what is missing. */
export async function seedAgency(product: Product, agency: DemoAgency): Promise<SeededAgency> {
  const ctx = await ensureAgency(product, agency);
  const departmentId = await ensureDepartment(product, ctx, agency.department);
  const accessToken = await ensureNumbers(product, ctx, agency);
  await ensurePurposes(product, ctx, agency);
  return { agency, ctx, departmentId, accessToken };
}

async function ensureAgency(product: Product, agency: DemoAgency): Promise<AgencyContext> {
  const agencies = product.get(AgenciesService);
  const { slug, name, defaultLanguage, timeZone } = agency;
  const known = await agencies.findBySlug(platformContext(), slug);
  const { id } = known ?? (await createAgency(product, { slug, name, defaultLanguage, timeZone, status: 'live' }));
  const ctx = systemContext(id);
  // Makes the keys, should an earlier run have died between the agency and them.
  await agencies.get(ctx);
  return ctx;
}

async function ensureDepartment(product: Product, ctx: AgencyContext, name: string): Promise<Uuid> {
  const departments = product.get(DepartmentsService);
  const { id } = (await departments.findByName(ctx, name)) ?? (await departments.create(ctx, { name }));
  return id;
}

/** @returns the access token of the account, the one in use when there is one */
async function ensureNumbers(product: Product, ctx: AgencyContext, agency: DemoAgency): Promise<string> {
  const numbers = product.get(PhoneNumbersService);
  const [waba] = (await numbers.wabas(ctx)).filter(({ wabaId }) => wabaId === agency.wabaId);
  const accessToken = waba?.accessToken ?? `EAAdemo${randomBytes(24).toString('hex')}`;
  const known = new Set((await numbers.list(ctx)).map((number) => number.phoneNumberId));
  const { id: portfolioId } = await product
    .get(PortfoliosService)
    .ensure(platformContext(), { metaPortfolioId: agency.metaPortfolioId, name: agency.name });
  for (const number of agency.numbers.filter(({ phoneNumberId }) => !known.has(phoneNumberId))) {
    await numbers.add(ctx, { ...number, portfolioId, wabaId: agency.wabaId, accessToken });
  }
  return accessToken;
}

async function ensurePurposes(product: Product, ctx: AgencyContext, { purposes }: DemoAgency): Promise<void> {
  const service = product.get(PurposesService);
  const known = new Set((await service.list(ctx)).map((purpose) => purpose.code));
  for (const purpose of purposes.filter(({ code }) => !known.has(code))) await service.create(ctx, purpose);
}

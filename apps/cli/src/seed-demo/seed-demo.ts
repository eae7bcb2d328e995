import { DemoMark } from '#libs/agencies';
import type { Env } from '#libs/config';
import { DomainError, toWireId } from '#libs/kernel';
import { TemplatesService } from '#libs/templates';
import type { Product } from '../product.js';
import { type SeededAgency, seedAgency } from './agency-seeder.js';
import { createDemoKey, isStillValid } from './api-key-seeder.js';
import { CITY_HEALTH } from './city-health.js';
import { COAST_FLOOD } from './coast-flood.js';
import { ensureSampleContact } from './contact-seeder.js';
import { assertWritable, type DemoFile, type DescribedAgency, readEarlierDemo, writeDemoFile } from './demo-file.js';
import { createPeople, createPlatformAdmin } from './people-seeder.js';
import { putWorld, type WorldWebhook } from './simulator-world.js';

const DEMO_AGENCIES = [CITY_HEALTH, COAST_FLOOD];

export interface SeedDemoRequest {
  readonly simulatorUrl: string;
  readonly apiUrl: string;
  readonly output: string;
}

/** Fills an installation for a first look. A second run changes nothing but the simulator, which forgets between starts. */
export async function seedDemo(product: Product, env: Env, request: SeedDemoRequest): Promise<DemoFile> {
  assertDemo(env);
  const { apiUrl, simulatorUrl, output } = request;
  await assertWritable(output);
  await product.get(DemoMark).set();
  const webhook = webhookOf(env, apiUrl);
  const seeded: SeededAgency[] = [];
  for (const agency of DEMO_AGENCIES) seeded.push(await seedAgency(product, agency));
  await putWorld(simulatorUrl, webhook, seeded);
  const samplePhones = new Map<string, string>();
  for (const { agency, ctx } of seeded) {
    await product.get(TemplatesService).sync(ctx);
    samplePhones.set(agency.slug, await ensureSampleContact(product, ctx, agency.sampleMessage));
  }
  const secrets = await ensureSecrets(product, seeded, output, samplePhones);
  const file: DemoFile = { apiUrl, consoleUrl: `${apiUrl}/`, simulatorUrl, ...secrets, webhook };
  await writeDemoFile(output, file);
  return file;
}

type Secrets = Pick<DemoFile, 'platformAdmin' | 'agencies'>;

/** Keys and passwords of the earlier file where it belongs to this database, new ones elsewhere. */
async function ensureSecrets(
  product: Product,
  seeded: readonly SeededAgency[],
  path: string,
  samplePhones: ReadonlyMap<string, string>,
): Promise<Secrets> {
  const earlier = await readEarlierDemo(path);
  const agencies: DescribedAgency[] = [];
  let hasValid = false;
  for (const one of seeded) {
    const known = earlier.agencies.find(({ slug }) => slug === one.agency.slug);
    const isValid = known !== undefined && (await isStillValid(product, one, known));
    hasValid ||= isValid;
    const secrets = isValid ? known : await createSecrets(product, one);
    agencies.push(describe(one, secrets, samplePhones.get(one.agency.slug)));
  }
  const platformAdmin = hasValid ? earlier.platformAdmin : undefined;
  return { platformAdmin: platformAdmin ?? (await createPlatformAdmin(product)), agencies };
}

type AgencySecrets = Pick<DescribedAgency, 'apiKey' | 'users'>;

async function createSecrets(product: Product, seeded: SeededAgency): Promise<AgencySecrets> {
  const users = await createPeople(product, seeded.ctx, seeded.agency.slug);
  return { apiKey: await createDemoKey(product, seeded), users };
}

function describe({ agency, ctx }: SeededAgency, { apiKey, users }: AgencySecrets, to?: string): DescribedAgency {
  return {
    id: toWireId('agency', ctx.agencyId),
    slug: agency.slug,
    apiKey,
    phoneNumberId: agency.numbers.find(({ mode }) => mode === 'live')?.phoneNumberId ?? '',
    users,
    sampleMessage: { ...agency.sampleMessage, to: to ?? agency.sampleMessage.to },
  };
}

function webhookOf(env: Env, apiUrl: string): WorldWebhook {
  const [appSecret = ''] = env.META_APP_SECRETS;
  return { url: `${apiUrl}/webhooks/whatsapp`, appSecret, verifyToken: env.META_VERIFY_TOKEN };
}

/** Passwords that stand in a file, and numbers that a simulator serves, have no place in an installation for people. */
function assertDemo(env: Env): void {
  if (env.BELFRY_MODE === 'demo') return;
  throw new DomainError('demo-only', {
    httpStatus: 409,
    detail: 'seed-demo runs with BELFRY_MODE=demo only; use create-agency and create-admin in production.',
  });
}

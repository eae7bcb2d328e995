import { randomBytes, randomInt } from 'node:crypto';
import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule } from '#libs/access';
import { AgenciesModule, AgenciesService, PlatformSetup } from '#libs/agencies';
import { ConfigModule, loadEnv } from '#libs/config';
import { AgencyDatabase, type AgencyTx, DatabaseModule } from '#libs/database';
import { type AgencyContext, platformContext, systemContext } from '#libs/kernel';
import { MailModule } from '#libs/mail';
import { Logger, ObservabilityModule } from '#libs/observability';
import {
  type ListedNumber,
  type NewPhoneNumber,
  PhoneNumbersModule,
  PhoneNumbersService,
  PortfoliosService,
} from '#libs/phone-numbers';
import { TemplatesModule } from '#libs/templates';
import { TestDatabase } from '../support/test-database.js';

/** Agencies, numbers and templates wired as in the product, on a database of their own. */
export class PlatformFixture {
  private constructor(
    readonly database: TestDatabase,
    private readonly app: INestApplicationContext,
  ) {}

  static async open(env: Record<string, string> = {}, more: readonly Type[] = []): Promise<PlatformFixture> {
    const database = await TestDatabase.create();
    const app = await NestFactory.createApplicationContext(rootModule(database, env, more), {
      logger: false,
      abortOnError: false,
    });
    await app.get(PlatformSetup).ensure();
    return new PlatformFixture(database, app);
  }

  get<T>(service: Type<T>): T {
    return this.app.get(service);
  }

  async agency(): Promise<AgencyContext> {
    const slug = `a-${randomBytes(6).toString('hex')}`;
    const { id } = await this.get(AgenciesService).create(platformContext(), { slug, name: 'Agency', status: 'live' });
    return systemContext(id);
  }

  async number(ctx: AgencyContext, parts: Partial<NewPhoneNumber> = {}): Promise<ListedNumber> {
    const metaPortfolioId = metaId();
    const { id } = await this.get(PortfoliosService).ensure(platformContext(), { metaPortfolioId, name: 'Portfolio' });
    return this.get(PhoneNumbersService).add(ctx, aNumber({ portfolioId: id, ...parts }));
  }

  within<T>(ctx: AgencyContext, work: (tx: AgencyTx) => Promise<T>): Promise<T> {
    return this.get(AgencyDatabase).agencyTransaction(ctx, work);
  }

  /** Types of the entries that wait in the log of an agency, in order. */
  async entryTypes(agencyId: string): Promise<string[]> {
    const sql = `SELECT convert_from(entry, 'utf8')::json->>'type' AS type FROM audit.staging WHERE agency_id = $1 ORDER BY id`;
    const { rows } = await this.database.admin.query<{ type: string }>(sql, [agencyId]);
    return rows.map(({ type }) => type);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

export function metaId(): string {
  return String(randomInt(1e12, 9e13));
}

export function aNumber(parts: Partial<NewPhoneNumber> & { readonly portfolioId: string }): NewPhoneNumber {
  return {
    phoneNumberId: metaId(),
    wabaId: metaId(),
    displayPhoneNumber: '+44 1632 960001',
    verifiedName: 'Agency',
    accessToken: 'token',
    mode: 'live',
    ...parts,
  };
}

function rootModule(database: TestDatabase, overrides: Record<string, string>, more: readonly Type[]): Type {
  const env = loadEnv([], {
    BELFRY_MODE: 'demo',
    DATABASE_URL: database.appUrl,
    KEY_PROVIDER: 'env',
    MASTER_KEY: randomBytes(32).toString('base64'),
    ...overrides,
  });
  const logger = new Logger({ app: 'test', level: 'silent' });
  const house = [ConfigModule.forRoot(env), ObservabilityModule.forRoot(logger), DatabaseModule];
  @Module({
    imports: [...house, AccessModule, AgenciesModule, MailModule, PhoneNumbersModule, TemplatesModule, ...more],
  })
  class RootModule {}
  return RootModule;
}

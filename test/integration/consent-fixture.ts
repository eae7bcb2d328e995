import { randomBytes } from 'node:crypto';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AgenciesModule, AgenciesService, PlatformSetup } from '#libs/agencies';
import { ConfigModule, Env } from '#libs/config';
import { ConsentModule, PurposesService } from '#libs/consent';
import { ContactsModule } from '#libs/contacts';
import { AgencyDatabase, type AgencyTx, DatabaseModule } from '#libs/database';
import { type AgencyContext, newId, PLATFORM_AGENCY_ID, platformContext, systemContext, type Uuid } from '#libs/kernel';
import { Logger, ObservabilityModule } from '#libs/observability';
import { TestDatabase } from '../support/test-database.js';

/** Contacts and consent on a database of their own. */
export class ConsentFixture {
  readonly database: AgencyDatabase;
  private numbers = 0;

  private constructor(
    readonly db: TestDatabase,
    private readonly app: INestApplicationContext,
  ) {
    this.database = app.get(AgencyDatabase);
  }

  static async open(): Promise<ConsentFixture> {
    const db = await TestDatabase.create();
    const masterKey = randomBytes(32).toString('base64');
    const env = Object.assign(new Env(), { DATABASE_URL: db.appUrl, KEY_PROVIDER: 'env', MASTER_KEY: masterKey });
    const logger = new Logger({ app: 'test', level: 'silent' });
    const module = {
      module: class {},
      imports: [
        ConfigModule.forRoot(env),
        ObservabilityModule.forRoot(logger),
        DatabaseModule,
        AgenciesModule,
        ContactsModule,
        ConsentModule,
      ],
    };
    const app = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
    await app.get(PlatformSetup).ensure();
    return new ConsentFixture(db, app);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.db.drop();
  }

  get<T>(service: Type<T>): T {
    return this.app.get(service);
  }

  /** An agency with the purpose `reply` and a phone number; the context is that of one of its API keys. */
  async agency(): Promise<{ ctx: AgencyContext; numberId: Uuid }> {
    const slug = `a${randomBytes(6).toString('hex')}`;
    const { id: agencyId } = await this.get(AgenciesService).create(platformContext(), { slug, name: slug });
    const ctx: AgencyContext = { ...systemContext(agencyId), actor: { kind: 'api_key', id: newId() } };
    await this.within(ctx, (tx) => this.get(PurposesService).ensureBuiltIn(tx));
    return { ctx, numberId: await this.number(ctx) };
  }

  async number({ agencyId }: AgencyContext): Promise<Uuid> {
    const portfolioId = newId();
    const numberId = newId();
    await this.db.admin.query(
      'INSERT INTO portfolios (agency_id, id, meta_portfolio_id, name) VALUES ($1, $2, $3, $3)',
      [PLATFORM_AGENCY_ID, portfolioId, portfolioId],
    );
    await this.db.admin.query(
      `INSERT INTO phone_numbers (agency_id, id, portfolio_id, meta_phone_number_id, waba_id, display_phone_number,
         verified_name, access_token_sealed) VALUES ($1, $2, $3, $4, '1', '+44 20 7946 0000', 'Clinic', '\\x00')`,
      [agencyId, numberId, portfolioId, String(1000 + this.numbers++)],
    );
    return numberId;
  }

  within<T>(ctx: AgencyContext, work: (tx: AgencyTx) => Promise<T>): Promise<T> {
    return this.database.agencyTransaction(ctx, work);
  }

  /** How many statements the work runs. */
  async statements(work: () => Promise<unknown>): Promise<number> {
    const before = this.database.statementCount;
    await work();
    return this.database.statementCount - before;
  }

  /** Types of the audit entries of an agency, in the order in which they were written. */
  async entries({ agencyId }: AgencyContext, category: string): Promise<string[]> {
    const { rows } = await this.db.admin.query<{ type: string }>(
      `SELECT type FROM (
         SELECT id, convert_from(entry, 'UTF8')::jsonb AS entry, convert_from(entry, 'UTF8')::jsonb ->> 'type' AS type
         FROM audit.staging WHERE agency_id = $1) AS staged WHERE entry ->> 'category' = $2 ORDER BY id`,
      [agencyId, category],
    );
    return rows.map(({ type }) => type);
  }

  async rows<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return (await this.db.admin.query(sql, [...parameters])).rows as T[];
  }
}

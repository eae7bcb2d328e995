import { randomBytes, randomInt } from 'node:crypto';
import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule, type Permission, ROLES, type Role, UsersService } from '#libs/access';
import { AgenciesModule, AgenciesService, DepartmentsService, PlatformSetup } from '#libs/agencies';
import { ConfigModule, loadEnv } from '#libs/config';
import { ConsentModule, EnrolmentService, PurposesService } from '#libs/consent';
import { AgencyDatabase, DatabaseModule } from '#libs/database';
import { type AgencyContext, newId, PLATFORM_AGENCY_ID, platformContext, systemContext, type Uuid } from '#libs/kernel';
import { Logger, ObservabilityModule } from '#libs/observability';
import { GoLiveService, OnboardingModule } from '#libs/onboarding';
import { type NewPhoneNumber, PhoneNumbersModule, PhoneNumbersService, PortfoliosService } from '#libs/phone-numbers';
import { TestDatabase } from '../support/test-database.js';
import { aNumber, metaId } from './platform-fixture.js';

/** The WhatsApp account of an agency's live numbers. */
const LIVE_WABA = '1';

/** Agencies that come to the platform and the people who look after them, on a database of their own. */
export class OnboardingFixture {
  private constructor(
    readonly database: TestDatabase,
    private readonly app: INestApplicationContext,
  ) {}

  static async open(): Promise<OnboardingFixture> {
    const database = await TestDatabase.create();
    const app = await NestFactory.createApplicationContext(rootModule(database), {
      logger: false,
      abortOnError: false,
    });
    await app.get(PlatformSetup).ensure();
    return new OnboardingFixture(database, app);
  }

  get<T>(service: Type<T>): T {
    return this.app.get(service, { strict: false });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** An agency on trial that has nothing yet, and its first admin. */
  async agency(): Promise<AgencyContext> {
    const slug = `a-${randomBytes(6).toString('hex')}`;
    const { id } = await this.get(AgenciesService).create(platformContext(), { slug, name: 'Agency' });
    return this.person('agency_admin', id);
  }

  /** Somebody with this role, as they act there. */
  async person(role: Role, agencyId: Uuid = PLATFORM_AGENCY_ID): Promise<AgencyContext> {
    const email = `${randomBytes(6).toString('hex')}@example.org`;
    const user = await this.get(UsersService).create(platformContext(), {
      email,
      name: role,
      password: 'a long enough password',
    });
    await this.get(UsersService).grantRole(systemContext(agencyId), { userId: user.id, role });
    return personIn(agencyId, user.id, role);
  }

  /** Does everything that the checklist asks for. */
  async complete(ctx: AgencyContext): Promise<void> {
    await this.get(AgenciesService).update(ctx, { legalName: 'City of Harbour', country: 'KE' });
    await this.get(DepartmentsService).create(ctx, { name: 'Clinics' });
    await this.get(PurposesService).create(ctx, {
      code: 'reminders',
      title: 'Reminders',
      category: 'service',
      basis: 'public_task',
    });
    const second = await this.person('agency_admin', ctx.agencyId);
    for (const admin of [ctx, second]) await this.factor(admin.actor.id);
    const numberId = await this.number(ctx);
    await this.template(ctx);
    await this.message(ctx, numberId);
    for (const task of ['agreement', 'privacy-notice'] as const) await this.get(GoLiveService).say(ctx, task, true);
  }

  /** A passkey, as far as the checklist is concerned. */
  async factor(userId: Uuid): Promise<void> {
    await this.database.admin.query(
      `INSERT INTO passkeys (agency_id, id, user_id, name_sealed, credential_id, public_key, counter)
       VALUES ($1, $2, $3, $4, $4, $4, 0)`,
      [PLATFORM_AGENCY_ID, newId(), userId, randomBytes(32)],
    );
  }

  async number(ctx: AgencyContext, parts: Partial<NewPhoneNumber> = {}): Promise<Uuid> {
    const portfolio = await this.get(PortfoliosService).ensure(platformContext(), {
      metaPortfolioId: metaId(),
      name: 'Portfolio',
    });
    const { id } = await this.get(PhoneNumbersService).add(
      ctx,
      aNumber({ portfolioId: portfolio.id, wabaId: LIVE_WABA, ...parts }),
    );
    await this.database.admin.query(`UPDATE phone_numbers SET name_status = 'APPROVED' WHERE id = $1`, [id]);
    return id;
  }

  async template(ctx: AgencyContext, status = 'APPROVED', wabaId = LIVE_WABA): Promise<void> {
    await this.database.admin.query(
      `INSERT INTO templates (agency_id, id, waba_id, name, language, category, status, parameter_format, current_version,
         last_version, meta_template_id, synced_at) VALUES ($1, $2, $5, $3, 'en', 'UTILITY', $4, 'NAMED', 1, 1, '1', now())`,
      [ctx.agencyId, newId(), `t${randomInt(1e9)}`, status, wabaId],
    );
  }

  /** A message of an API key that was delivered. */
  async message(ctx: AgencyContext, numberId: Uuid, state = 'delivered'): Promise<void> {
    const phone = `+4477${randomInt(10_000_000, 99_999_999)}`;
    const { contact } = await this.get(EnrolmentService).put(ctx, { phone });
    await this.database.admin.query(
      `INSERT INTO messages (agency_id, id, direction, mode, phone_number_id, contact_id, actor_kind, actor_id, lane, kind,
         state, state_rank, accepted_at, state_at)
       VALUES ($1, $2, 'outbound', 'live', $3, $4, 'api_key', $5, 2, 'template', $6, 50, now(), now())`,
      [ctx.agencyId, newId(), numberId, contact.id, newId(), state],
    );
  }

  async rows<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return (await this.database.admin.query(sql, [...parameters])).rows as T[];
  }

  /** How many statements the work runs. */
  async statements(work: () => Promise<unknown>): Promise<number> {
    const database = this.get(AgencyDatabase);
    const before = database.statementCount;
    await work();
    return database.statementCount - before;
  }

  /** Types of the entries that wait in the log of an agency, in order. */
  async entryTypes(agencyId: Uuid): Promise<string[]> {
    const rows = await this.rows<{ type: string }>(
      `SELECT convert_from(entry, 'utf8')::json->>'type' AS type FROM audit.staging WHERE agency_id = $1 ORDER BY id`,
      [agencyId],
    );
    return rows.map(({ type }) => type);
  }
}

export function personIn(agencyId: Uuid, id: Uuid, role: Role): AgencyContext {
  const permissions: ReadonlySet<Permission> = new Set(ROLES[role]);
  return { ...systemContext(agencyId), actor: { kind: 'user', id, role }, permissions };
}

function rootModule(database: TestDatabase): Type {
  const env = loadEnv([], {
    BELFRY_MODE: 'demo',
    DATABASE_URL: database.appUrl,
    KEY_PROVIDER: 'env',
    MASTER_KEY: randomBytes(32).toString('base64'),
  });
  const house = [
    ConfigModule.forRoot(env),
    ObservabilityModule.forRoot(new Logger({ app: 'test', level: 'silent' })),
    DatabaseModule,
  ];
  @Module({ imports: [...house, AccessModule, AgenciesModule, ConsentModule, PhoneNumbersModule, OnboardingModule] })
  class RootModule {}
  return RootModule;
}

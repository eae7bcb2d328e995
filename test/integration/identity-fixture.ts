import { randomBytes } from 'node:crypto';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccessGuard, AccessModule, type RecoveryMail, type Role, UsersService } from '#libs/access';
import { AgenciesModule, AgenciesService, PlatformSetup } from '#libs/agencies';
import { ConfigModule, Env } from '#libs/config';
import { DatabaseModule } from '#libs/database';
import { configureHttp } from '#libs/http';
import { type AgencyContext, platformContext, systemContext, type Uuid } from '#libs/kernel';
import { type MailRequest, MailRequests } from '#libs/mail';
import { Logger, ObservabilityModule } from '#libs/observability';
import { AuditApiModule } from '../../apps/api/src/audit-entries/audit-api.module.js';
import { MeApiModule } from '../../apps/api/src/me/me-api.module.js';
import { RecoveriesApiModule } from '../../apps/api/src/recoveries/recoveries-api.module.js';
import { SessionsApiModule } from '../../apps/api/src/sessions/sessions-api.module.js';
import { TestDatabase } from '../support/test-database.js';

export const PUBLIC_URL = 'https://belfry.example';
export const PASSWORD = 'a long enough password';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many routes, looked at field by field
  readonly body: any;
}

/** A browser: keeps its cookie, and says where its page is from. */
export class Browser {
  cookie: string | undefined;
  accessToken: string | undefined;

  constructor(private readonly url: string) {}

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        origin: PUBLIC_URL,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(this.accessToken && { authorization: `Bearer ${this.accessToken}` }),
        ...(this.cookie && { cookie: `__Host-belfry=${this.cookie}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    this.keep(response.headers.get('set-cookie'));
    const answer = { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
    if (typeof answer.body?.accessToken === 'string') this.accessToken = answer.body.accessToken;
    return answer;
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.call('POST', path, body);
  }

  refresh(cookie: string | undefined = this.cookie): Promise<Answer> {
    return this.call('POST', '/v1/sessions/refresh', undefined, {
      'belfry-csrf': '1',
      cookie: `__Host-belfry=${cookie}`,
    });
  }

  signIn(email: string, password: string = PASSWORD): Promise<Answer> {
    return this.post('/v1/sessions', { email, password });
  }

  private keep(setCookie: string | null): void {
    const [, value] = /^__Host-belfry=([^;]*)/.exec(setCookie ?? '') ?? [];
    if (value !== undefined) this.cookie = value === '' ? undefined : value;
  }
}

/** The api's routes of people, on a database of their own. Mails are kept where a test can read them. */
export class IdentityFixture {
  readonly mails: RecoveryMail[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly agency: AgencyContext,
    private readonly app: NestExpressApplication,
    private readonly url: string,
  ) {}

  static async open(mode: 'demo' | 'production'): Promise<IdentityFixture> {
    const database = await TestDatabase.create();
    const mails: RecoveryMail[] = [];
    const app = await startApp(database, mode, mails);
    const url = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
    await app.get(PlatformSetup).ensure();
    const { id } = await app
      .get(AgenciesService)
      .create(platformContext(), { slug: 'health', name: 'Health', status: 'live' });
    const fixture = new IdentityFixture(database, systemContext(id), app, url);
    Object.assign(fixture, { mails });
    return fixture;
  }

  browser(): Browser {
    return new Browser(this.url);
  }

  async person(email: string, role: Role = 'auditor'): Promise<Uuid> {
    const users = this.app.get(UsersService);
    const { id } = await users.create(platformContext(), { email, name: `Name of ${email}`, password: PASSWORD });
    await users.grantRole(this.agency, { userId: id, role });
    return id;
  }

  /** A person with a browser that is signed in. */
  async signedIn(email: string, role: Role = 'auditor'): Promise<Browser> {
    await this.person(email, role);
    const browser = this.browser();
    const { status } = await browser.signIn(email);
    if (status !== 201) throw new Error(`signing in answered ${status}`);
    return browser;
  }

  get<T>(service: new (...args: never[]) => T): T {
    return this.app.get(service);
  }

  async entries(type: string): Promise<Record<string, unknown>[]> {
    const { rows } = await this.database.admin.query<{ entry: string }>(
      "SELECT convert_from(entry, 'UTF8') AS entry FROM audit.staging",
    );
    return rows
      .map(({ entry }) => JSON.parse(entry) as Record<string, unknown>)
      .filter((entry) => entry['type'] === type);
  }

  /** As if so much time had passed for all sessions. */
  async age(interval: string): Promise<void> {
    await this.database.admin.query(
      `UPDATE sessions SET rotated_at = rotated_at - $1::interval, last_used_at = last_used_at - $1::interval,
         ends_at = ends_at - $1::interval, stepped_up_until = stepped_up_until - $1::interval`,
      [interval],
    );
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

async function startApp(
  database: TestDatabase,
  mode: 'demo' | 'production',
  mails: RecoveryMail[],
): Promise<NestExpressApplication> {
  const env = Object.assign(new Env(), {
    BELFRY_MODE: mode,
    PUBLIC_URL,
    DATABASE_URL: database.appUrl,
    KEY_PROVIDER: 'env',
    MASTER_KEY: randomBytes(32).toString('base64'),
  });
  const logger = new Logger({ app: 'test', level: 'silent' });
  const imports = [
    ConfigModule.forRoot(env),
    ObservabilityModule.forRoot(logger),
    DatabaseModule,
    AgenciesModule,
    AccessModule,
    SessionsApiModule,
    MeApiModule,
    RecoveriesApiModule,
    AuditApiModule,
  ];
  const providers = [{ provide: APP_GUARD, useExisting: AccessGuard }];
  const app = await NestFactory.create<NestExpressApplication>(
    { module: class {}, imports, providers },
    { logger, bodyParser: false, abortOnError: false },
  );
  observeMails(app.get(MailRequests, { strict: false }), mails);
  configureHttp(app);
  await app.listen(0, '127.0.0.1');
  return app;
}

/** Keeps what is asked of the mails besides writing it down as the product does. */
function observeMails(requests: MailRequests, mails: RecoveryMail[]): void {
  const add = requests.add.bind(requests);
  requests.add = async (tx, wanted) => {
    await add(tx, wanted);
    for (const { to, language, values } of [wanted].flat() as MailRequest[]) {
      mails.push({ to, language, link: values['link'] ?? '', expiresAt: new Date(values['expires'] ?? 0) });
    }
  };
}

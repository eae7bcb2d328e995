import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client';
import { DirectoryPeople, type OpenedSession, SessionsService, SignInGuard, type SignInMeta } from '#libs/access';
import { AgenciesService } from '#libs/agencies';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { blindIndex, FieldSealer, KeyRing, type SealPlace } from '#libs/crypto';
import { AgencyDatabase, sqlState } from '#libs/database';
import {
  type AgencyContext,
  DomainError,
  parseWireId,
  platformContext,
  systemContext,
  toWireId,
  type Uuid,
} from '#libs/kernel';
import { Logger } from '#libs/observability';
import { type DirectoryPerson, readClaims } from './directory-claims.js';
import { OidcClients } from './oidc-clients.service.js';
import {
  SsoRefused,
  ssoAccountElsewhere,
  ssoDisabled,
  ssoExpired,
  ssoRefused,
  ssoRolesClash,
  ssoUnavailable,
} from './sso.errors.js';
import { SsoRepository, type SsoSettingsRow } from './sso.repository.js';
import { secretPlace } from './sso-settings.service.js';

/** Long enough to find one's second factor. */
export const START_SECONDS = 600;
export const CALLBACK_PATH = '/v1/sso/callback';
const SCOPE = 'openid email profile';
const SUBJECT_LABEL = 'sso-subject-v1';
const EXCLUSION_VIOLATION = '23P01';

export interface StartedSignIn {
  readonly redirectTo: string;
  /** Goes into a cookie: only this browser can finish. */
  readonly browserToken: string;
}

interface Secrets {
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Sign-in through the directory of an agency: authorization code with PKCE, nonce and a state that is good once. */
@Injectable()
export class SsoSignInService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: SsoRepository,
    private readonly clients: OidcClients,
    private readonly agencies: AgenciesService,
    private readonly people: DirectoryPeople,
    private readonly sessions: SessionsService,
    private readonly guard: SignInGuard,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly audit: AuditService,
    private readonly env: Env,
    private readonly logger: Logger,
  ) {}

  /**
   * @throws DomainError `sso-unavailable` alike for an unknown agency and for one without settings, `too-many-attempts`
   * for a network that begins again and again
   */
  async start(slug: string, meta: SignInMeta): Promise<StartedSignIn> {
    this.guard.open(meta);
    const agency = await this.agencies.findBySlug(platformContext(meta.requestId), slug);
    if (!agency || agency.status === 'closed') throw ssoUnavailable();
    const ctx = systemContext(agency.id, meta.requestId);
    const settings = await this.settingsOf(ctx);
    const config = await this.configOf(ctx, settings);
    const secrets: Secrets = { nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const state = `${toWireId('agency', agency.id)}.${randomBytes(32).toString('base64url')}`;
    const browserToken = randomBytes(32).toString('base64url');
    await this.keepStart(ctx, state, browserToken, secrets);
    const redirectTo = buildAuthorizationUrl(config, {
      redirect_uri: `${this.env.PUBLIC_URL}${CALLBACK_PATH}`,
      response_type: 'code',
      scope: SCOPE,
      state,
      nonce: secrets.nonce,
      code_challenge: await calculatePKCECodeChallenge(secrets.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { redirectTo: redirectTo.href, browserToken };
  }

  /** `query` is what the directory sent back. @throws DomainError with the reason to show */
  async finish(query: URLSearchParams, browserToken: string | null, meta: SignInMeta): Promise<OpenedSession> {
    const state = query.get('state') ?? '';
    const agencyId = parseWireId('agency', state.split('.')[0] ?? '');
    if (!agencyId || browserToken === null) throw ssoExpired();
    const ctx = { ...systemContext(agencyId, meta.requestId), ip: meta.ip };
    const secrets = await this.takeStart(ctx, state, browserToken);
    try {
      const settings = await this.settingsOf(ctx);
      const person = readClaims(await this.claimsOf(ctx, settings, query, state, secrets), settings);
      const userId = await this.admit(ctx, settings.issuer, person);
      return await this.sessions.open(userId, ['sso'], meta);
    } catch (error) {
      await this.recordFailure(ctx, error);
      throw error;
    }
  }

  private async settingsOf(ctx: AgencyContext): Promise<SsoSettingsRow> {
    const settings = await this.database.agencyTransaction(ctx, (tx) => this.repository.findSettings(tx));
    if (!settings) throw ssoUnavailable();
    return settings;
  }

  private async configOf({ agencyId }: AgencyContext, settings: SsoSettingsRow): Promise<Configuration> {
    const keys = await this.keyRing.load(agencyId);
    const sealed = settings.clientSecretSealed;
    const secret = sealed && this.sealer.openForAgency(keys, secretPlace(agencyId), sealed).toString('utf8');
    return this.clients.of(settings, secret);
  }

  private async keepStart(ctx: AgencyContext, state: string, browserToken: string, secrets: Secrets): Promise<void> {
    const keys = await this.keyRing.load(ctx.agencyId);
    const place = startPlace(ctx.agencyId);
    await this.database.agencyTransaction(ctx, (tx) =>
      this.repository.addStart(tx, {
        stateHash: hashOf(state),
        browserHash: hashOf(browserToken),
        secretsSealed: this.sealer.sealForAgency(keys, place, JSON.stringify(secrets)),
        lifeSeconds: START_SECONDS,
      }),
    );
  }

  /** Taken out before anything else is done with it, so that a replay finds nothing whatever becomes of the first. */
  private async takeStart(ctx: AgencyContext, state: string, browserToken: string): Promise<Secrets> {
    const start = await this.database.agencyTransaction(ctx, (tx) => this.repository.takeStart(tx, hashOf(state)));
    if (!start || !timingSafeEqual(start.browserHash, hashOf(browserToken))) throw ssoExpired();
    const keys = await this.keyRing.load(ctx.agencyId);
    const text = this.sealer.openForAgency(keys, startPlace(ctx.agencyId), start.secretsSealed).toString('utf8');
    return JSON.parse(text) as Secrets;
  }

  /** Signature, issuer, audience, times and nonce of the ID token are checked by openid-client. */
  private async claimsOf(
    ctx: AgencyContext,
    settings: SsoSettingsRow,
    query: URLSearchParams,
    state: string,
    { nonce, codeVerifier }: Secrets,
  ): Promise<Readonly<Record<string, unknown>>> {
    const config = await this.configOf(ctx, settings);
    const url = new URL(`${this.env.PUBLIC_URL}${CALLBACK_PATH}`);
    url.search = query.toString();
    try {
      const tokens = await authorizationCodeGrant(config, url, {
        pkceCodeVerifier: codeVerifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      return { ...tokens.claims() };
    } catch (error) {
      this.logger.failure('directory not believed', error, { agencyId: ctx.agencyId, requestId: ctx.requestId });
      throw ssoRefused(codeOf(error));
    }
  }

  /** The person of the directory as a person here, with the roles of their groups. */
  private async admit(ctx: AgencyContext, issuer: string, person: DirectoryPerson): Promise<Uuid> {
    const keys = await this.keyRing.all(ctx.agencyId, 'index');
    const subject = `${issuer}\n${person.subject}`;
    const hmacs = keys.map(({ key }) => blindIndex(key, SUBJECT_LABEL, subject));
    const linked = await this.database.agencyTransaction(ctx, (tx) => this.repository.findLink(tx, hmacs));
    const userId = linked ?? (await this.people.findByEmail(person.email)) ?? (await this.people.create(person));
    if (!(await this.people.isActive(userId))) throw ssoDisabled();
    if (await this.people.belongsElsewhere(userId, ctx.agencyId)) throw ssoAccountElsewhere();
    const current = await this.keyRing.current(ctx.agencyId, 'index');
    const link = linked ? null : blindIndex(current.key, SUBJECT_LABEL, subject);
    await this.join(ctx, userId, person, link);
    return userId;
  }

  private async join(ctx: AgencyContext, userId: Uuid, person: DirectoryPerson, link: Buffer | null): Promise<void> {
    try {
      await this.database.agencyTransaction(ctx, async (tx) => {
        if (link && (await this.repository.addLink(tx, link, userId))) {
          const target = { kind: 'user', id: userId };
          await this.audit.record(tx, { type: 'auth.sso.linked', actor: { kind: 'user', id: userId }, target });
        }
        await this.people.alignRoles(tx, userId, person.roles);
      });
    } catch (error) {
      throw sqlState(error) === EXCLUSION_VIOLATION ? ssoRolesClash() : error;
    }
    this.people.forget(userId);
  }

  private async recordFailure(ctx: AgencyContext, error: unknown): Promise<void> {
    if (!(error instanceof DomainError)) return;
    const reason = error.code;
    const detail = error instanceof SsoRefused ? { cause: error.reason } : undefined;
    await this.database.agencyTransaction(ctx, (tx) =>
      this.audit.record(tx, { type: 'auth.login.failed', reason, detail }),
    );
  }
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function startPlace(agencyId: Uuid): SealPlace {
  return { table: 'sso_starts', column: 'secrets_sealed', rowId: agencyId, agencyId };
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : 'unknown';
}

import { Injectable } from '@nestjs/common';
import { AuditService, networkOf } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, newId, notFound, PLATFORM_AGENCY_ID, platformContext, type Uuid } from '#libs/kernel';
import { sessionEnded, signInFailed, signInRequired, tooManyAttempts } from '../access.errors.js';
import { FactorsRepository } from '../factors/factors.repository.js';
import type { AccessToken } from '../session-tokens.js';
import { UsersRepository } from '../users.repository.js';
import type { CurrentSession } from './current-session.js';
import { deviceName } from './device-name.js';
import { LiveSessions } from './live-sessions.service.js';
import { decideRefresh } from './refresh-decision.js';
import { sessionCookie } from './session-cookie.js';
import { LOCK_WINDOW_SECONDS } from './session-limits.js';
import { type NewSession, type SessionRow, SessionsRepository } from './sessions.repository.js';
import { TokenIssuer } from './token-issuer.js';

/** How somebody proved who they are. `invitation` is the link of a mail and proves the mailbox only. */
export type SignInMethod = 'password' | 'totp' | 'recovery-code' | 'passkey' | 'sso' | 'invitation';

/** Whichever of these was used, no further step is due. A provider of single sign-on asks for its own. */
const SECOND_STEPS: ReadonlySet<SignInMethod> = new Set(['totp', 'recovery-code', 'passkey', 'sso']);

/** Where a request of somebody who is not signed in yet comes from. */
export interface SignInMeta {
  readonly requestId?: Uuid;
  readonly ip?: string;
  readonly userAgent?: string;
}

export interface IssuedSession extends AccessToken {
  readonly mustEnrol: boolean;
  /** Whatever happens. */
  readonly endsAt: Date;
}

export interface OpenedSession {
  readonly session: IssuedSession;
  /** The value of `Set-Cookie` with the refresh token. */
  readonly cookie: string;
}

/** One of a person's sessions, for that person. */
export interface OwnSessionRow extends SessionRow {
  /** The one that asks. */
  readonly isCurrent: boolean;
}

interface Issued {
  readonly id: Uuid;
  readonly userId: Uuid;
  readonly epoch: number;
  readonly mustEnrol: boolean;
  readonly endsAt: Date;
  readonly generation: number;
}

/** Sessions of people: opened, continued, listed and ended. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: SessionsRepository,
    private readonly live: LiveSessions,
    private readonly tokens: TokenIssuer,
    private readonly factors: FactorsRepository,
    private readonly users: UsersRepository,
    private readonly audit: AuditService,
  ) {}

  /**
   * Signs a person in who has proved who they are, as `methods` say. Without a second step among them, whoever has one must
   * use it (`sign-in-required`); outside demo mode whoever has none may only enrol one.
   */
  async open(userId: Uuid, methods: readonly SignInMethod[], meta: SignInMeta): Promise<OpenedSession> {
    const ctx = signInContext(userId, meta);
    return this.issue(await this.database.agencyTransaction(ctx, (tx) => this.openIn(tx, userId, methods, meta)));
  }

  /** The same inside the caller's transaction, which is one of the platform. `issue` it once the transaction is done. */
  async openIn(tx: AgencyTx, userId: Uuid, methods: readonly SignInMethod[], meta: SignInMeta): Promise<Issued> {
    const isProved = methods.some((method) => SECOND_STEPS.has(method));
    if (!isProved && (await this.factors.hasAny(tx, userId))) throw signInRequired();
    return this.openProvedIn(tx, userId, methods, meta);
  }

  /** For a caller that knows that no further step is due. Its statements travel together: what is refused rolls back. */
  async openProvedIn(tx: AgencyTx, userId: Uuid, methods: readonly SignInMethod[], meta: SignInMeta): Promise<Issued> {
    const mustEnrol = this.tokens.isSecondStepMandatory && !methods.some((method) => SECOND_STEPS.has(method));
    const network = networkOf(meta.ip) ?? null;
    const session = { id: newId(), userId, methods, mustEnrol, device: deviceName(meta.userAgent), network };
    // A lock is against guesses: a passkey or a link of ours opens the door all the same.
    const isLockable = methods.includes('password');
    const [isRecorded, inserted] = await Promise.all([
      this.users.recordSignIn(tx, userId, isLockable),
      this.repository.insert(tx, session),
      this.recordOpened(tx, session),
    ]);
    if (!isRecorded) throw tooManyAttempts(LOCK_WINDOW_SECONDS);
    if (!inserted) throw signInFailed();
    return { id: session.id, userId, ...inserted, mustEnrol, generation: 1 };
  }

  async issue({ id, userId, epoch, mustEnrol, endsAt, generation }: Issued): Promise<OpenedSession> {
    const [token, refreshToken] = await Promise.all([
      this.tokens.access.issue({ userId, sessionId: id, epoch }),
      this.tokens.refresh.issue({ sessionId: id, generation }),
    ]);
    return { session: { ...token, mustEnrol, endsAt }, cookie: sessionCookie(refreshToken) };
  }

  /** @throws DomainError `session-ended`, also for a token that was used before: then the whole family has ended */
  async refresh(refreshToken: string | null, meta: SignInMeta): Promise<OpenedSession> {
    const token = refreshToken === null ? null : await this.tokens.refresh.read(refreshToken);
    if (!token) throw sessionEnded();
    const ctx = { ...platformContext(meta.requestId), ip: meta.ip };
    const issued = await this.database.agencyTransaction(ctx, async (tx) => {
      const row = await this.repository.lockForRefresh(tx, token.sessionId);
      const decision = decideRefresh(row, token.generation);
      if (decision === 'reused' && row) await this.endFamily(tx, token.sessionId, row.userId);
      if (!row || decision === 'reused' || decision === 'ended') return null;
      if (decision === 'rotate') await this.repository.rotate(tx, token.sessionId);
      const generation = decision === 'rotate' ? row.generation + 1 : row.generation;
      const { userId, epoch, mustEnrol, endsAt } = row;
      return { id: token.sessionId, userId, epoch, mustEnrol, endsAt, generation };
    });
    if (!issued) this.live.forget(token.sessionId);
    if (!issued) throw sessionEnded();
    return this.issue(issued);
  }

  /** Ends the session of a refresh token, if it is open. Signing out twice is no mistake. */
  async signOut(refreshToken: string | null, meta: SignInMeta): Promise<void> {
    const token = refreshToken === null ? null : await this.tokens.refresh.read(refreshToken);
    if (!token) return;
    const ctx = { ...platformContext(meta.requestId), ip: meta.ip };
    await this.database.agencyTransaction(ctx, async (tx) => {
      const row = await this.repository.lockForRefresh(tx, token.sessionId);
      if (row) await this.endIn(tx, { id: token.sessionId, userId: row.userId }, 'signed-out');
    });
    this.live.forget(token.sessionId);
  }

  /** Ends the session that an access token belongs to; a token that is none is no mistake either. */
  async signOutByAccessToken(accessToken: string, meta: SignInMeta): Promise<void> {
    const claims = await this.tokens.access.verify(accessToken).catch(() => null);
    if (!claims) return;
    const ctx = signInContext(claims.userId, meta);
    const session = { id: claims.sessionId, userId: claims.userId };
    await this.database.agencyTransaction(ctx, (tx) => this.endIn(tx, session, 'signed-out'));
    this.live.forget(session.id);
  }

  async list(ctx: AgencyContext, session: CurrentSession): Promise<OwnSessionRow[]> {
    const rows = await this.database.agencyTransaction(ctx, (tx) => this.repository.listLive(tx, session.userId));
    return rows.map((row) => ({ ...row, isCurrent: row.id === session.id }));
  }

  /** @throws DomainError `not-found` for a session of somebody else and for one that is over */
  async end(ctx: AgencyContext, session: CurrentSession, id: Uuid): Promise<void> {
    const reason = id === session.id ? 'signed-out' : 'revoked';
    const target = { id, userId: session.userId };
    const isEnded = await this.database.agencyTransaction(ctx, (tx) => this.endIn(tx, target, reason));
    if (!isEnded) throw notFound();
    this.live.forget(id);
  }

  async endOthers(ctx: AgencyContext, session: CurrentSession): Promise<void> {
    const ended = await this.database.agencyTransaction(ctx, (tx) =>
      this.endOthersIn(tx, session.userId, session.id, 'revoked'),
    );
    this.live.forget(...ended);
  }

  /** Ends every session of a person, as somebody with the right to do so. Acts within half a second everywhere. */
  async endAll(ctx: AgencyContext, userId: Uuid, reason: string): Promise<void> {
    const platform = { ...ctx, agencyId: PLATFORM_AGENCY_ID };
    const ended = await this.database.agencyTransaction(platform, (tx) => this.endOthersIn(tx, userId, null, reason));
    this.live.forget(...ended);
  }

  /** In a transaction of the platform. The caller lets `LiveSessions` forget those that ended. */
  async endOthersIn(tx: AgencyTx, userId: Uuid, keep: Uuid | null, reason: string): Promise<Uuid[]> {
    const ended = await this.repository.endOthers(tx, userId, keep, reason);
    await this.audit.record(
      tx,
      ended.map((id) => ({ type: 'auth.session.revoked', target: { kind: 'session', id }, reason }) as const),
    );
    return ended;
  }

  private recordOpened(tx: AgencyTx, { id, userId, methods }: NewSession): Promise<void> {
    return this.audit.record(tx, {
      type: 'auth.login.succeeded',
      actor: { kind: 'user', id: userId },
      target: { kind: 'session', id },
      detail: { methods: [...methods] },
    });
  }

  private async endIn(tx: AgencyTx, session: { id: Uuid; userId: Uuid }, reason: string): Promise<boolean> {
    const isEnded = await this.repository.end(tx, session, reason);
    const actor = tx.actor.kind === 'system' ? ({ kind: 'user', id: session.userId } as const) : tx.actor;
    const type = reason === 'signed-out' ? 'auth.logout' : 'auth.session.revoked';
    if (isEnded) await this.audit.record(tx, { type, reason, actor, target: { kind: 'session', id: session.id } });
    return isEnded;
  }

  /** A copied refresh token: nobody can say which copy is the thief's. */
  private async endFamily(tx: AgencyTx, id: Uuid, userId: Uuid): Promise<void> {
    await this.repository.end(tx, { id, userId }, 'refresh-reused');
    const actor = { kind: 'user', id: userId } as const;
    await this.audit.record(tx, { type: 'auth.refresh.reused', actor, target: { kind: 'session', id } });
  }
}

/** Before there is a session, whoever signs in acts under the platform and holds no right. */
export function signInContext(userId: Uuid, { requestId, ip }: SignInMeta): AgencyContext {
  return { ...platformContext(requestId), actor: { kind: 'user', id: userId }, ip };
}

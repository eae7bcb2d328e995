import { Injectable } from '@nestjs/common';
import { AgenciesService, type Agency } from '#libs/agencies';
import { type AuditAction, AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { AgencyDatabase, type AgencyTx, violatedUnique } from '#libs/database';
import { type AgencyContext, invalidRequest, newId, notFound, type Uuid } from '#libs/kernel';
import { MailRequests } from '#libs/mail';
import { alreadyMember, emailDomainNotAllowed, invitationClosed, invitationOpen } from '../access.errors.js';
import { PeopleFinder } from '../account/people-finder.js';
import { isEmail, normaliseEmail } from '../email.js';
import { newToken } from '../factors/one-time-token.js';
import { MembersRepository } from '../members/members.repository.js';
import { assertGrantable } from '../members/role-rules.js';
import type { Role } from '../roles.js';
import { INVITATION_DAYS, type Invitation, type NewInvitation } from './invitation.js';
import { InvitationSealer } from './invitation-sealer.js';
import { type InvitationRow, InvitationsRepository, type NewInvitationRow } from './invitations.repository.js';

const MAX_NAME = 200;

/** Asks people to work with an agency, by mail. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: InvitationsRepository,
    private readonly members: MembersRepository,
    private readonly finder: PeopleFinder,
    private readonly agencies: AgenciesService,
    private readonly sealer: InvitationSealer,
    private readonly mails: MailRequests,
    private readonly audit: AuditService,
    private readonly env: Env,
  ) {}

  /** For an agency that is about to be made: what would refuse the invitation later is said before. */
  assertInvitable(agency: Pick<Agency, 'emailDomains'>, { email, name }: Omit<NewInvitation, 'roles'>): void {
    assertReadable(normaliseEmail(email), name);
    assertDomain(agency, normaliseEmail(email));
  }

  /** @throws DomainError `email-domain`, `already-member`, `invitation-open`, `separation-of-duties` */
  async invite(ctx: AgencyContext, wanted: NewInvitation): Promise<Invitation> {
    const agency = await this.agencies.get(ctx);
    assertWanted(agency, wanted);
    const person = await this.finder.byEmail(normaliseEmail(wanted.email));
    return this.database.agencyTransaction(ctx, async (tx) => {
      if (person) await this.assertNoMember(tx, person.id);
      return this.inviteIn(tx, agency, wanted);
    });
  }

  /** The same in the caller's transaction, for somebody who holds no role in the agency. */
  async inviteIn(tx: AgencyTx, agency: Agency, { name, ...wanted }: NewInvitation): Promise<Invitation> {
    const { email, roles } = assertWanted(agency, { name, ...wanted });
    const id = newId();
    const { emailIndexes, ...sealed } = await this.sealer.seal(tx.agencyId, id, { email, name });
    const { token, hash } = newToken();
    await this.repository.closeExpired(tx, emailIndexes);
    if (await this.repository.hasOpen(tx, emailIndexes)) throw invitationOpen();
    const row = await this.insert(tx, { id, ...sealed, roles, tokenHash: hash, days: INVITATION_DAYS });
    await this.send(tx, agency, { email, token, expiresAt: row.expiresAt });
    await this.audit.record(tx, { type: 'access.user.invited', target: target(id), detail: { roles: [...roles] } });
    return toInvitation(row, email, name ?? null);
  }

  /** Those that wait to be accepted, newest first. One statement. */
  async list(ctx: AgencyContext): Promise<Invitation[]> {
    const rows = await this.database.agencyTransaction(ctx, (tx) => this.repository.listOpen(tx));
    return this.sealer.open(ctx.agencyId, rows);
  }

  /** Sends another link, which lasts a week; the one before stops working. */
  async resend(ctx: AgencyContext, id: Uuid): Promise<Invitation> {
    const agency = await this.agencies.get(ctx);
    const { token, hash } = newToken();
    return this.database.agencyTransaction(ctx, async (tx) => {
      const row = await this.lockOpen(tx, id);
      const renewed = await this.repository.renew(tx, row.id, hash, INVITATION_DAYS);
      const [invitation] = await this.sealer.open(tx.agencyId, [renewed]);
      if (!invitation) throw notFound();
      await this.send(tx, agency, { email: invitation.email, token, expiresAt: invitation.expiresAt });
      await this.audit.record(tx, { type: 'access.invitation.resent', target: target(id) });
      return invitation;
    });
  }

  /** Takes an invitation back. A second time changes nothing. */
  async revoke(ctx: AgencyContext, id: Uuid): Promise<void> {
    await this.database.agencyTransaction(ctx, async (tx) => {
      const row = await this.repository.lock(tx, id);
      if (!row) throw notFound();
      if (row.acceptedAt) throw invitationClosed();
      if (row.revokedAt) return;
      await this.repository.revoke(tx, id);
      await this.audit.record(tx, { type: 'access.invitation.revoked', target: target(id) });
    });
  }

  private async insert(tx: AgencyTx, row: NewInvitationRow): Promise<InvitationRow> {
    try {
      return await this.repository.insert(tx, row);
    } catch (error) {
      throw violatedUnique(error) === 'invitations_open_key' ? invitationOpen() : error;
    }
  }

  private async lockOpen(tx: AgencyTx, id: Uuid): Promise<InvitationRow> {
    const row = await this.repository.lock(tx, id);
    if (!row) throw notFound();
    if (row.acceptedAt || row.revokedAt) throw invitationClosed();
    return row;
  }

  private async assertNoMember(tx: AgencyTx, userId: Uuid): Promise<void> {
    const roles = await this.members.rolesOn(tx, null);
    if (roles.some((one) => one.userId === userId && one.role !== 'platform_support')) throw alreadyMember();
  }

  private async send(
    tx: AgencyTx,
    agency: Agency,
    { email, token, expiresAt }: { email: string; token: string; expiresAt: Date },
  ): Promise<void> {
    const link = new URL(`/invite/${token}`, this.env.PUBLIC_URL).href;
    const values = { agency: agency.name, link, expires: expiresAt.toISOString() };
    await this.mails.add(tx, { to: email, template: 'invitation', language: agency.defaultLanguage, values });
  }
}

function target(id: Uuid): AuditAction['target'] {
  return { kind: 'invitation', id };
}

function toInvitation(row: InvitationRow, email: string, name: string | null): Invitation {
  const { id, roles, invitedBy, createdAt, expiresAt } = row;
  return { id, email, name, roles, invitedBy, createdAt, expiresAt };
}

/** @throws DomainError for what no invitation to this agency may ask. */
function assertWanted(agency: Agency, { name, ...wanted }: NewInvitation): { email: string; roles: readonly Role[] } {
  const email = normaliseEmail(wanted.email);
  assertReadable(email, name);
  const roles = assertGrantable(agency.id, wanted.roles);
  assertDomain(agency, email);
  return { email, roles };
}

function assertReadable(email: string, name: string | undefined): void {
  const rules: [boolean, string, string][] = [
    [isEmail(email), 'email', 'email must be an e-mail address'],
    [name === undefined || name.trim().length >= 1, 'name', 'name must not be empty'],
    [(name?.length ?? 0) <= MAX_NAME, 'name', `name must have at most ${MAX_NAME} characters`],
  ];
  const problems = rules.filter(([isKept]) => !isKept);
  if (problems.length === 0) return;
  throw invalidRequest(problems.map(([, field, message]) => ({ field, code: 'not-allowed', message })));
}

/** `health.gov.example` admits its own addresses and those of no subdomain: who runs one may be somebody else. */
function assertDomain({ emailDomains }: Pick<Agency, 'emailDomains'>, email: string): void {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (emailDomains.length > 0 && !emailDomains.includes(domain)) throw emailDomainNotAllowed(emailDomains);
}

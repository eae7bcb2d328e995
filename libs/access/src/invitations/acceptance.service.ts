import { Injectable } from '@nestjs/common';
import { AgenciesService } from '#libs/agencies';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx, violatedUnique } from '#libs/database';
import { notFound, systemContext, type Uuid } from '#libs/kernel';
import { invitationExpired, invitationUsed, signInFailed } from '../access.errors.js';
import { PeopleFinder } from '../account/people-finder.js';
import { tokenHash } from '../factors/one-time-token.js';
import { MembersRepository } from '../members/members.repository.js';
import { translateGrant } from '../members/role-rules.js';
import { MembershipsService } from '../memberships.service.js';
import { type OpenedSession, SessionsService, type SignInMeta, signInContext } from '../sessions/sessions.service.js';
import { type UserRow, UsersRepository } from '../users.repository.js';
import { UsersService } from '../users.service.js';
import type { Acceptance, Invitation, OpenedInvitation } from './invitation.js';
import { InvitationSealer } from './invitation-sealer.js';
import { type InvitationRow, InvitationsRepository } from './invitations.repository.js';

interface Found {
  readonly agencyId: Uuid;
  readonly agencyName: string;
  readonly invitation: Invitation;
}

/** The other end of an invitation: whoever holds its token sees what it is, and joins. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: InvitationsRepository,
    private readonly members: MembersRepository,
    private readonly memberships: MembershipsService,
    private readonly agencies: AgenciesService,
    private readonly finder: PeopleFinder,
    private readonly users: UsersService,
    private readonly usersRepository: UsersRepository,
    private readonly sealer: InvitationSealer,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /** @throws DomainError `not-found`, `invitation-used`, `invitation-expired` */
  async look(token: string): Promise<OpenedInvitation> {
    const { agencyName, invitation } = await this.find(token);
    const { email, roles, expiresAt } = invitation;
    return { agencyName, email, roles, expiresAt, needsPassword: (await this.finder.byEmail(email)) === null };
  }

  /**
   * Makes the person, if they are new to the platform, and gives them their roles, in one transaction. Somebody new is
   * signed in. Whoever has an account gets the roles and no session (null): the link proves a mailbox, and their password
   * and second step are not to be had by reading mail.
   */
  async accept(token: string, wanted: Acceptance, meta: SignInMeta): Promise<OpenedSession | null> {
    const found = await this.find(token);
    const person = await this.finder.byEmail(found.invitation.email);
    if (person?.disabled_at) throw signInFailed();
    if (person) return this.join(found, person.id, null, meta);
    const { name = found.invitation.name ?? '', password = '' } = wanted;
    const user = await this.users.prepare({
      email: found.invitation.email,
      name,
      password,
      agencyName: found.agencyName,
    });
    return this.join(found, user.id, user, meta);
  }

  private async join(
    found: Found,
    userId: Uuid,
    user: UserRow | null,
    meta: SignInMeta,
  ): Promise<OpenedSession | null> {
    const ctx = signInContext(userId, meta);
    try {
      await this.database.agencyTransaction(ctx, async (tx) => {
        if (user) await this.usersRepository.insert(tx, user);
        await this.joinIn(await this.repository.moveTo(tx, found.agencyId), found.invitation.id, userId);
      });
    } catch (error) {
      // Somebody else with the same token was faster: theirs is the account, and the token is used.
      if (violatedUnique(error) === 'users_email_key') throw invitationUsed();
      translateGrant(error);
    }
    this.memberships.forget(userId);
    return user ? this.sessions.open(userId, ['invitation', 'password'], meta) : null;
  }

  private async joinIn(tx: AgencyTx, id: Uuid, userId: Uuid): Promise<void> {
    const row = await this.repository.lock(tx, id);
    assertOpen(row);
    const added = await this.members.add(tx, userId, row.roles, row.invitedBy);
    await this.repository.accept(tx, id, userId);
    const granted = added.map(
      (role) => ({ type: 'access.role.granted', target: { kind: 'user', id: userId }, detail: { role } }) as const,
    );
    await this.audit.record(tx, [
      { type: 'access.invitation.accepted', target: { kind: 'invitation', id } },
      ...granted,
    ]);
  }

  private async find(token: string): Promise<Found> {
    const known = await this.repository.acrossAgenciesByToken(tokenHash(token));
    if (!known) throw notFound();
    const ctx = systemContext(known.agencyId);
    const agency = await this.agencies.get(ctx);
    const row = await this.database.agencyTransaction(ctx, (tx) => this.repository.lock(tx, known.id));
    assertOpen(row);
    const [invitation] = await this.sealer.open(known.agencyId, [row]);
    if (!invitation || agency.status === 'closed') throw notFound();
    return { agencyId: known.agencyId, agencyName: agency.name, invitation };
  }
}

/** One that was taken back is answered like one that never was. */
function assertOpen(row: InvitationRow | null): asserts row is InvitationRow {
  if (!row || row.revokedAt) throw notFound();
  if (row.acceptedAt) throw invitationUsed();
  if (row.isExpired) throw invitationExpired();
}

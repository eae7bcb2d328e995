import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, notFound, type Uuid } from '#libs/kernel';
import { lastAdmin, ownRoles } from '../access.errors.js';
import { PeopleSealer } from '../account/people-sealer.js';
import { MembershipsService } from '../memberships.service.js';
import type { Role } from '../roles.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { adminRole, grantableRoles } from './duties.js';
import { type MemberRow, type MembershipRow, MembersRepository } from './members.repository.js';
import { assertGrantable, translateGrant } from './role-rules.js';

export interface HeldRole {
  readonly role: Role;
  readonly since: Date;
  readonly until: Date | null;
}

/** Somebody who works with the agency. */
export interface Member {
  readonly id: Uuid;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly HeldRole[];
  readonly mfa: boolean;
  readonly lastSignInAt: Date | null;
  readonly disabledAt: Date | null;
}

/** The people of an agency: who may do what, who could on some day, and how that changes. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: MembersRepository,
    private readonly memberships: MembershipsService,
    private readonly sessions: SessionsService,
    private readonly sealer: PeopleSealer,
    private readonly audit: AuditService,
  ) {}

  /** Everybody who held a role at that moment (now), by name. Two statements, however many people. */
  async list(ctx: AgencyContext, on?: Date): Promise<Member[]> {
    const [people, roles] = await this.database.agencyTransaction(ctx, (tx) =>
      Promise.all([this.repository.people(tx), this.repository.rolesOn(tx, on ?? null)]),
    );
    const members = people
      .map((row) => ({ row, roles: roles.filter(({ userId }) => userId === row.id) }))
      .filter((one) => one.roles.length > 0);
    const opened = await Promise.all(members.map((one) => this.toMember(one.row, one.roles)));
    return opened.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  }

  /** One person with every role they hold or held here. */
  async get(ctx: AgencyContext, id: Uuid): Promise<Member> {
    const [people, roles] = await this.database.agencyTransaction(ctx, (tx) =>
      Promise.all([this.repository.people(tx), this.repository.historyOf(tx, id)]),
    );
    const row = people.find((one) => one.id === id);
    if (!row) throw notFound();
    return this.toMember(row, roles);
  }

  /**
   * From now on the person holds these roles and no others.
   * @throws DomainError `own-roles`, `last-admin`, `separation-of-duties`
   */
  async changeRoles(ctx: AgencyContext, id: Uuid, wanted: readonly string[]): Promise<Member> {
    const roles = assertGrantable(ctx.agencyId, wanted);
    assertNotOneself(ctx, id);
    await this.database
      .agencyTransaction(ctx, async (tx) => {
        const held = await this.repository.lockHeld(tx);
        const ended = held.filter(({ userId, role }) => userId === id && mayEnd(tx, role) && !roles.includes(role));
        if (!held.some(({ userId, role }) => userId === id && mayEnd(tx, role))) throw notFound();
        assertAdminStays(tx, held, ended);
        await this.endIn(tx, ended);
        const added = await this.repository.add(tx, id, roles, tx.actor.kind === 'user' ? tx.actor.id : null);
        await this.recordRoles(tx, 'access.role.granted', id, added);
      })
      .catch(translateGrant);
    this.memberships.forget(id);
    return this.get(ctx, id);
  }

  /** Ends every role of the person here, and signs them out everywhere. */
  async end(ctx: AgencyContext, id: Uuid): Promise<Member> {
    assertNotOneself(ctx, id);
    await this.database.agencyTransaction(ctx, async (tx) => {
      const held = await this.repository.lockHeld(tx);
      const ended = held.filter(({ userId }) => userId === id);
      if (ended.length === 0) throw notFound();
      assertAdminStays(tx, held, ended);
      await this.endIn(tx, ended);
      await this.audit.record(tx, { type: 'access.user.ended', target: target(id) });
    });
    this.memberships.forget(id);
    await this.sessions.endAll(ctx, id, 'membership-ended');
    return this.get(ctx, id);
  }

  private async endIn(tx: AgencyTx, ended: readonly MembershipRow[]): Promise<void> {
    const [first] = ended;
    if (!first) return;
    await this.repository.end(
      tx,
      ended.map(({ id }) => id),
    );
    const roles = ended.map(({ role }) => role);
    await this.recordRoles(tx, 'access.role.revoked', first.userId, roles);
  }

  private async recordRoles(
    tx: AgencyTx,
    type: 'access.role.granted' | 'access.role.revoked',
    id: Uuid,
    roles: readonly Role[],
  ): Promise<void> {
    await this.audit.record(
      tx,
      roles.map((role) => ({ type, target: target(id), detail: { role } })),
    );
  }

  private async toMember(row: MemberRow, roles: readonly MembershipRow[]): Promise<Member> {
    const { name, email } = await this.sealer.open(row.id, row);
    return {
      id: row.id,
      name,
      email,
      roles: roles.map(({ role, since, until }) => ({ role, since, until })),
      mfa: row.mfa,
      lastSignInAt: row.last_sign_in_at,
      disabledAt: row.disabled_at,
    };
  }
}

function target(id: Uuid): AuditAction['target'] {
  return { kind: 'user', id };
}

function assertNotOneself({ actor }: AgencyContext, id: Uuid): void {
  if (actor.id === id) throw ownRoles();
}

/** What break-glass gave ends with break-glass, or with all roles of the person. */
function mayEnd({ agencyId }: AgencyTx, role: Role): boolean {
  return grantableRoles(agencyId).includes(role);
}

function assertAdminStays(
  { agencyId }: AgencyTx,
  held: readonly MembershipRow[],
  ended: readonly MembershipRow[],
): void {
  const isAdmin = ({ role }: MembershipRow) => role === adminRole(agencyId);
  const isLast = ended.some(isAdmin) && !held.some((one) => isAdmin(one) && !ended.includes(one));
  if (isLast) throw lastAdmin();
}

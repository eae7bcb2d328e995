import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, notFound, PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { type FactorSummary, FactorsRepository } from '../factors/factors.repository.js';
import { type Membership, MembershipsService } from '../memberships.service.js';
import type { Permission } from '../permissions.js';
import { permissionsOf, type Role } from '../roles.js';
import type { CurrentSession } from '../sessions/current-session.js';
import { type ProfileRow, UsersRepository } from '../users.repository.js';
import { PeopleSealer } from './people-sealer.js';

/** How somebody likes the console. */
export interface Preferences {
  readonly theme?: 'system' | 'light' | 'dark';
  readonly density?: 'regular' | 'compact';
  readonly shortcuts?: boolean;
  readonly timeZone?: string;
}

/** What a person is and may do in one agency. */
export interface AgencyMembership {
  readonly agencyId: Uuid;
  readonly slug: string;
  readonly name: string;
  readonly status: string;
  readonly isPlatform: boolean;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  /** When the last of the roles ends by itself, or null. */
  readonly until: Date | null;
}

export interface Profile {
  readonly id: Uuid;
  readonly email: string;
  readonly name: string;
  readonly language: string | null;
  readonly preferences: Preferences;
  readonly factors: FactorSummary;
  readonly memberships: readonly AgencyMembership[];
}

export interface ProfileEdit {
  readonly name?: string;
  readonly language?: string;
  readonly preferences?: Preferences;
}

/** Who a person is, for that person. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly users: UsersRepository,
    private readonly factors: FactorsRepository,
    private readonly memberships: MembershipsService,
    private readonly people: PeopleSealer,
    private readonly audit: AuditService,
  ) {}

  async get(ctx: AgencyContext, session: CurrentSession): Promise<Profile> {
    const { userId: id } = session;
    const memberships = byAgency(await this.memberships.ofUser(id));
    return this.database.agencyTransaction(ctx, async (tx) => {
      const row = await this.rowOf(tx, id);
      const names = await this.people.open(id, row);
      const { language, preferences } = row;
      return { id, ...names, language, preferences, factors: await this.factors.summary(tx, id), memberships };
    });
  }

  async change(ctx: AgencyContext, session: CurrentSession, edit: ProfileEdit): Promise<Profile> {
    const { userId: id } = session;
    const nameSealed = edit.name === undefined ? undefined : await this.people.sealName(id, edit.name);
    const { language, preferences } = edit;
    const fields = Object.keys(edit).filter((field) => edit[field as keyof ProfileEdit] !== undefined);
    await this.database.agencyTransaction(ctx, async (tx) => {
      await this.users.changeProfile(tx, id, { nameSealed, language, preferences: { ...preferences } });
      await this.audit.record(tx, { type: 'auth.profile.changed', target: { kind: 'user', id }, detail: { fields } });
    });
    return this.get(ctx, session);
  }

  async namesIn(tx: AgencyTx, id: Uuid): Promise<{ email: string; name: string }> {
    return this.people.open(id, await this.rowOf(tx, id));
  }

  async addressIn(tx: AgencyTx, id: Uuid): Promise<{ email: string; language: string | null }> {
    const row = await this.rowOf(tx, id);
    return { email: (await this.people.open(id, row)).email, language: row.language };
  }

  private async rowOf(tx: AgencyTx, id: Uuid): Promise<ProfileRow> {
    const row = await this.users.findProfile(tx, id);
    if (!row) throw notFound();
    return row;
  }
}

function byAgency(memberships: readonly Membership[]): AgencyMembership[] {
  const firsts = memberships.filter((one, index) => memberships.findIndex(isOf(one.agencyId)) === index);
  return firsts.map((first) => toAgencyMembership(first, memberships.filter(isOf(first.agencyId))));
}

function isOf(agencyId: Uuid) {
  return (membership: Membership) => membership.agencyId === agencyId;
}

function toAgencyMembership(first: Membership, group: readonly Membership[]): AgencyMembership {
  const { agencyId, agencySlug: slug, agencyName: name, agencyStatus: status } = first;
  const roles = group.map(({ role }) => role);
  const ends = group.map(({ until }) => until);
  const until = ends.includes(null) ? null : new Date(Math.max(...ends.map((end) => end?.getTime() ?? 0)));
  const isPlatform = agencyId === PLATFORM_AGENCY_ID;
  return { agencyId, slug, name, status, isPlatform, roles, permissions: permissionsOf(roles), until };
}

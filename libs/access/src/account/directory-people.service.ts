import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { FieldSealer, KeyRing } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { newId, PLATFORM_AGENCY_ID, platformContext, type Uuid } from '#libs/kernel';
import { emailIndex, normaliseEmail } from '../email.js';
import { adminRole } from '../members/duties.js';
import { MembershipsService } from '../memberships.service.js';
import type { Role } from '../roles.js';
import { UsersRepository } from '../users.repository.js';
import { PeopleFinder } from './people-finder.js';

/** People for whom the directory of an agency speaks: found, added without a password, and given what their groups give. */
@Injectable()
export class DirectoryPeople {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly users: UsersRepository,
    private readonly finder: PeopleFinder,
    private readonly memberships: MembershipsService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly audit: AuditService,
  ) {}

  async findByEmail(email: string): Promise<Uuid | null> {
    return (await this.finder.byEmail(normaliseEmail(email)))?.id ?? null;
  }

  /** Whether somebody exists and may sign in. */
  async isActive(userId: Uuid): Promise<boolean> {
    const profile = await this.database.agencyTransaction(platformContext(), (tx) =>
      this.users.findProfile(tx, userId),
    );
    return profile !== null;
  }

  /** Whether somebody may do anything outside that agency. Its directory must not open those doors. */
  async belongsElsewhere(userId: Uuid, agencyId: Uuid): Promise<boolean> {
    this.memberships.forget(userId);
    return (await this.memberships.ofUser(userId)).some((one) => one.agencyId !== agencyId);
  }

  async create({ email, name }: { readonly email: string; readonly name: string }): Promise<Uuid> {
    const keys = await this.keyRing.load(PLATFORM_AGENCY_ID);
    const id = newId();
    const seal = (column: string, text: string) =>
      this.sealer.sealForAgency(keys, { table: 'users', column, rowId: id, agencyId: PLATFORM_AGENCY_ID }, text);
    const address = normaliseEmail(email);
    await this.database.agencyTransaction(platformContext(), async (tx) => {
      await this.users.insert(tx, {
        id,
        emailSealed: seal('email_sealed', address),
        emailIndex: emailIndex(keys.current('index').key, address),
        nameSealed: seal('name_sealed', name),
        passwordHash: null,
      });
      await this.audit.record(tx, { type: 'access.user.invited', reason: 'sso', target: { kind: 'user', id } });
    });
    return id;
  }

  /**
   * Gives the roles of the groups and ends those that earlier groups gave; what a person granted stays, and so does the
   * last administrator.
   */
  async alignRoles(tx: AgencyTx, userId: Uuid, roles: readonly Role[]): Promise<void> {
    const admin = adminRole(tx.agencyId);
    const { held, hasOtherAdmin } = await this.users.lockOpenMemberships(tx, userId, admin);
    const ended = held
      .filter(({ role, bySso }) => bySso && !roles.includes(role) && (hasOtherAdmin || role !== admin))
      .map(({ role }) => role);
    const added = roles.filter((role) => !held.some((one) => one.role === role));
    await this.users.endSsoRoles(tx, userId, ended);
    await this.users.insertSsoRoles(tx, userId, added);
    const target = { kind: 'user', id: userId };
    await this.audit.record(tx, [
      ...ended.map((role) => ({ type: 'access.role.revoked', reason: 'sso', target, detail: { role } }) as const),
      ...added.map((role) => ({ type: 'access.role.granted', reason: 'sso', target, detail: { role } }) as const),
    ]);
  }

  /** After the transaction of `alignRoles`: rights are looked up anew. */
  forget(userId: Uuid): void {
    this.memberships.forget(userId);
  }
}

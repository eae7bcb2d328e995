import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { type AgencyKeys, FieldSealer, hashPassword, KeyRing } from '#libs/crypto';
import { AgencyDatabase, sqlState, violatedUnique } from '#libs/database';
import { type AgencyContext, invalidRequest, newId, notFound, PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { emailTaken } from './access.errors.js';
import { passwordProblem } from './account/password-rules.js';
import { emailIndex, isEmail, normaliseEmail } from './email.js';
import { translateGrant } from './members/role-rules.js';
import { MembershipsService } from './memberships.service.js';
import { permissionsOf, type Role, widestOf } from './roles.js';
import { type SignInRow, type UserRow, UsersRepository } from './users.repository.js';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  /** 12 to 200 characters, and none that the words around it give away. */
  readonly password: string;
  /** What the password must not contain besides the e-mail name: the agency that the person is about to join. */
  readonly agencyName?: string;
}

const FOREIGN_KEY_VIOLATION = '23503';

/** People and the roles they hold. Names and addresses are sealed under the platform's keys. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: UsersRepository,
    private readonly memberships: MembershipsService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly audit: AuditService,
  ) {}

  /** For the system and people with a platform permission. */
  async create(ctx: AgencyContext, user: NewUser): Promise<{ id: Uuid }> {
    const row = await this.prepare(user);
    try {
      await this.database.platformTransaction(ctx, async (tx) => {
        await this.repository.insert(tx, row);
        await this.audit.record(tx, { type: 'access.user.invited', target: { kind: 'user', id: row.id } });
      });
    } catch (error) {
      throw violatedUnique(error) === 'users_email_key' ? emailTaken() : error;
    }
    return { id: row.id };
  }

  /** Gives a role in the agency of `ctx`. A role held already stays as it is. */
  async grantRole(ctx: AgencyContext, { userId, role }: { userId: Uuid; role: Role }): Promise<void> {
    try {
      await this.database.agencyTransaction(ctx, async (tx) => {
        const isAdded = await this.repository.insertMembership(tx, { id: newId(), userId, role });
        const action = { type: 'access.role.granted', target: { kind: 'user', id: userId }, detail: { role } } as const;
        if (isAdded) await this.audit.record(tx, action);
      });
    } catch (error) {
      if (sqlState(error) === FOREIGN_KEY_VIOLATION) throw notFound();
      translateGrant(error);
    }
    this.memberships.forget(userId);
  }

  /** The context in which a platform administrator acts, for commands that need a person by name. */
  async platformPerson(ctx: AgencyContext, email: string): Promise<AgencyContext> {
    const keys = await this.keyRing.load(PLATFORM_AGENCY_ID);
    const person = await this.findByEmail(keys, normaliseEmail(email));
    const held = person && !person.disabled_at ? await this.memberships.ofUser(person.id) : [];
    const roles = held.filter(({ agencyId }) => agencyId === PLATFORM_AGENCY_ID).map(({ role }) => role);
    if (!person || roles.length === 0) throw notFound();
    const actor = { kind: 'user', id: person.id, role: widestOf(roles) } as const;
    return { ...ctx, agencyId: PLATFORM_AGENCY_ID, actor, permissions: permissionsOf(roles) };
  }

  /** By each readable index key, so that nobody is lost while one is rotated. */
  private async findByEmail(keys: AgencyKeys, email: string): Promise<SignInRow | null> {
    for (const { key } of keys.all('index')) {
      const person = await this.repository.acrossAgenciesForSignIn(emailIndex(key, email));
      if (person) return person;
    }
    return null;
  }

  /** The row of a new person, checked and sealed; hashing takes its time and belongs in no transaction. */
  async prepare(user: NewUser): Promise<UserRow> {
    const email = normaliseEmail(user.email);
    assertValid({ ...user, email });
    return this.sealed({ ...user, email });
  }

  private async sealed({ email, name, password }: NewUser): Promise<UserRow> {
    const keys = await this.keyRing.load(PLATFORM_AGENCY_ID);
    const id = newId();
    const seal = (column: string, text: string) =>
      this.sealer.sealForAgency(keys, { table: 'users', column, rowId: id, agencyId: PLATFORM_AGENCY_ID }, text);
    return {
      id,
      emailSealed: seal('email_sealed', email),
      emailIndex: emailIndex(keys.current('index').key, email),
      nameSealed: seal('name_sealed', name.trim()),
      passwordHash: await hashPassword(password),
    };
  }
}

function assertValid({ email, name, password, agencyName }: NewUser): void {
  const rules: [boolean, string, string, string][] = [
    [isEmail(email), 'email', 'not-allowed', 'email must be an e-mail address'],
    [name.trim().length >= 1, 'name', 'too-short', 'name must not be empty'],
    [name.length <= 200, 'name', 'too-long', 'name must have at most 200 characters'],
  ];
  const problems = rules.filter(([isKept]) => !isKept).map(([, field, code, message]) => ({ field, code, message }));
  const ofPassword = passwordProblem(password, { email, agencyNames: agencyName === undefined ? [] : [agencyName] });
  if (ofPassword) {
    problems.push({ field: 'password', code: ofPassword.code, message: `password ${ofPassword.message}` });
  }
  if (problems.length > 0) throw invalidRequest(problems);
}

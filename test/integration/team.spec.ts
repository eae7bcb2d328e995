import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AcceptanceService,
  InvitationsService,
  MembersService,
  NamesService,
  UsersService,
  WaitingInvitations,
} from '#libs/access';
import { AgenciesService, DepartmentsService } from '#libs/agencies';
import { FieldSealer, KeyRing } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, newId, PLATFORM_AGENCY_ID, platformContext, type Uuid } from '#libs/kernel';
import { PlatformFixture } from './platform-fixture.js';

const password = 'a long enough password';
const DAY_MS = 86_400_000;

let platform: PlatformFixture;
let count = 0;

beforeAll(async () => {
  platform = await PlatformFixture.open();
});
afterAll(() => platform?.close());

const anEmail = () => `person${++count}@city.example`;
const invitations = () => platform.get(InvitationsService);
const acceptance = () => platform.get(AcceptanceService);
const members = () => platform.get(MembersService);
const query = <T>(sql: string, values: unknown[] = []) =>
  platform.database.admin.query(sql, values).then(({ rows }) => rows as T[]);

async function statements(work: () => Promise<unknown>): Promise<number> {
  const database = platform.get(AgencyDatabase);
  const before = database.statementCount;
  await work();
  return database.statementCount - before;
}

/** A person with roles in the agency, as the command line makes them. */
async function aPerson(
  ctx: AgencyContext,
  ...roles: ('agency_admin' | 'auditor' | 'editor' | 'agent')[]
): Promise<Uuid> {
  const users = platform.get(UsersService);
  const { id } = await users.create(platformContext(), { email: anEmail(), name: `Person ${count}`, password });
  for (const role of roles) await users.grantRole(ctx, { userId: id, role });
  return id;
}

function actingAs(ctx: AgencyContext, id: Uuid): AgencyContext {
  return { ...ctx, actor: { kind: 'user', id }, permissions: new Set(['people:read', 'people:write']) };
}

/** The token in the newest mail that waits in the agency. */
async function tokenOf(ctx: AgencyContext): Promise<string> {
  const [mail] = await query<{ id: Uuid; content_sealed: Buffer }>(
    'SELECT id, content_sealed FROM mails WHERE agency_id = $1 ORDER BY id DESC LIMIT 1',
    [ctx.agencyId],
  );
  if (!mail) throw new Error('there is no mail');
  const keys = await platform.get(KeyRing).load(ctx.agencyId);
  const place = { table: 'mails', column: 'content_sealed', rowId: mail.id, agencyId: ctx.agencyId };
  const content = platform.get(FieldSealer).openForAgency(keys, place, mail.content_sealed).toString('utf8');
  return /\/invite\/([\w-]+)/.exec(content)?.[1] ?? '';
}

describe(InvitationsService, () => {
  it('leads from a mail to a person who holds the roles and is signed in', async () => {
    const ctx = await platform.agency();
    const admin = await aPerson(ctx, 'agency_admin');
    const email = anEmail();
    const invited = await invitations().invite(actingAs(ctx, admin), { email: email.toUpperCase(), roles: ['editor'] });
    expect(await invitations().list(ctx)).toMatchObject([
      { id: invited.id, email, roles: ['editor'], invitedBy: admin },
    ]);
    const token = await tokenOf(ctx);
    expect(await acceptance().look(token)).toMatchObject({ agencyName: 'Agency', email, needsPassword: true });
    const opened = await acceptance().accept(token, { name: 'Ada', password }, {});
    expect(opened?.session.accessToken).toMatch(/^ey/);
    expect(opened?.cookie).toContain('__Host-belfry=');
    const people = await members().list(ctx);
    expect(people.find((one) => one.email === email)).toMatchObject({
      name: 'Ada',
      roles: [{ role: 'editor', until: null }],
    });
    const [row] = await query<{ granted_by: Uuid }>(
      "SELECT granted_by FROM memberships WHERE agency_id = $1 AND role = 'editor'",
      [ctx.agencyId],
    );
    expect(row?.granted_by).toBe(admin);
    expect(await invitations().list(ctx)).toEqual([]);
    await expect(acceptance().accept(token, { name: 'Eve', password }, {})).rejects.toMatchObject({
      code: 'invitation-used',
    });
    expect(await platform.entryTypes(ctx.agencyId)).toEqual(
      expect.arrayContaining(['access.user.invited', 'access.invitation.accepted', 'access.role.granted']),
    );
  });

  it('gives somebody who has an account the roles, and no session for a link in a mail', async () => {
    const [first, second] = [await platform.agency(), await platform.agency()];
    const email = anEmail();
    await platform.get(UsersService).create(platformContext(), { email, name: 'Known', password });
    await invitations().invite(second, { email, roles: ['auditor'] });
    const token = await tokenOf(second);
    expect(await acceptance().look(token)).toMatchObject({ needsPassword: false });
    expect(await acceptance().accept(token, { password: 'another long password' }, {})).toBeNull();
    expect((await members().list(second)).map((one) => one.name)).toContain('Known');
    expect((await members().list(first)).map((one) => one.name)).not.toContain('Known');
  });

  it('makes one person of two who use the same link at once', async () => {
    const ctx = await platform.agency();
    await invitations().invite(ctx, { email: anEmail(), roles: ['agent'] });
    const token = await tokenOf(ctx);
    const tries = await Promise.allSettled(
      ['One', 'Two', 'Three'].map((name) => acceptance().accept(token, { name, password }, {})),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await members().list(ctx)).toHaveLength(1);
  });

  it('ends the old link when it is sent again, and all when it is taken back', async () => {
    const ctx = await platform.agency();
    const { id } = await invitations().invite(ctx, { email: anEmail(), roles: ['agent'] });
    const old = await tokenOf(ctx);
    await invitations().resend(ctx, id);
    const token = await tokenOf(ctx);
    expect(token).not.toBe(old);
    await expect(acceptance().look(old)).rejects.toMatchObject({ code: 'not-found' });
    await expect(acceptance().look(token)).resolves.toMatchObject({ roles: ['agent'] });
    await invitations().revoke(ctx, id);
    await invitations().revoke(ctx, id);
    await expect(acceptance().look(token)).rejects.toMatchObject({ code: 'not-found' });
    await expect(invitations().resend(ctx, id)).rejects.toMatchObject({ code: 'invitation-closed' });
  });

  it('expires, and then makes room for another', async () => {
    const ctx = await platform.agency();
    const email = anEmail();
    const { id } = await invitations().invite(ctx, { email, roles: ['agent'] });
    await expect(invitations().invite(ctx, { email, roles: ['agent'] })).rejects.toMatchObject({
      code: 'invitation-open',
    });
    const token = await tokenOf(ctx);
    await query("UPDATE invitations SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);
    await expect(acceptance().accept(token, { name: 'Late', password }, {})).rejects.toMatchObject({
      code: 'invitation-expired',
      httpStatus: 410,
    });
    await invitations().invite(ctx, { email, roles: ['agent'] });
    expect(await invitations().list(ctx)).toHaveLength(1);
  });

  it('goes to the domains of the agency only, when it has any', async () => {
    const ctx = await platform.agency();
    await platform.get(AgenciesService).update(ctx, { emailDomains: ['city.example'] });
    for (const email of ['a@other.example', 'a@sub.city.example', 'a@city.example.evil.example']) {
      await expect(invitations().invite(ctx, { email, roles: ['agent'] })).rejects.toMatchObject({
        code: 'email-domain',
      });
    }
    await invitations().invite(ctx, { email: anEmail(), roles: ['agent'] });
  });

  it.each([
    [['auditor', 'editor'], 'separation-of-duties'],
    [['platform_admin'], 'invalid-request'],
    [['platform_support'], 'invalid-request'],
    [['wizard'], 'invalid-request'],
    [[], 'invalid-request'],
  ])('refuses the roles %j: %s', async (roles, code) => {
    const ctx = await platform.agency();
    await expect(invitations().invite(ctx, { email: anEmail(), roles })).rejects.toMatchObject({ code });
  });

  it('stays one and can be taken back after the index key was rotated', async () => {
    const ctx = await platform.agency();
    const wanted = { email: anEmail(), roles: ['editor'] };
    const { id } = await invitations().invite(ctx, wanted);
    await query(`UPDATE data_keys SET state = 'readable' WHERE agency_id = $1 AND key_class = 'index'`, [ctx.agencyId]);
    await platform.get(KeyRing).ensure(ctx.agencyId, ['index']);
    platform.get(KeyRing).forget(ctx.agencyId);
    await expect(invitations().invite(ctx, wanted)).rejects.toMatchObject({ code: 'invitation-open' });
    expect(await invitations().list(ctx)).toMatchObject([{ id, email: wanted.email }]);
    await invitations().revoke(ctx, id);
    expect(await invitations().list(ctx)).toEqual([]);
    await expect(acceptance().look(await tokenOf(ctx))).rejects.toMatchObject({ code: 'not-found' });
    expect((await invitations().invite(ctx, wanted)).id).not.toBe(id);
  });

  it('refuses a password that names the agency or the mailbox, and stays open', async () => {
    const ctx = await platform.agency();
    const email = 'amina.yusuf@city.example';
    await invitations().invite(ctx, { email, roles: ['editor'] });
    const accept = async (chosen: string) =>
      acceptance().accept(await tokenOf(ctx), { name: 'A', password: chosen }, {});
    const tooCommon = { code: 'invalid-request', errors: [{ field: 'password', code: 'too-common' }] };
    await expect(accept('the agency of amina')).rejects.toMatchObject(tooCommon);
    await expect(accept('AminaYusuf-2026')).rejects.toMatchObject(tooCommon);
    expect(await accept(password)).not.toBeNull();
  });

  it('is not for somebody who is there already', async () => {
    const ctx = await platform.agency();
    const id = await aPerson(ctx, 'agent');
    const { email } = await members().get(ctx, id);
    await expect(invitations().invite(ctx, { email, roles: ['editor'] })).rejects.toMatchObject({
      code: 'already-member',
    });
  });

  it('keeps addresses sealed and the token nowhere', async () => {
    const ctx = await platform.agency();
    const email = anEmail();
    await invitations().invite(ctx, { email, name: 'Secret Name', roles: ['agent'] });
    const token = await tokenOf(ctx);
    const rows = await query<Record<string, unknown>>('SELECT * FROM invitations WHERE agency_id = $1', [ctx.agencyId]);
    const text = JSON.stringify(
      rows.map((row) => Object.values(row).map((v) => (Buffer.isBuffer(v) ? v.toString('latin1') : v))),
    );
    for (const secret of [email, 'Secret Name', token]) expect(text).not.toContain(secret);
  });
});

describe(MembersService, () => {
  it('tells who could do what on a day', async () => {
    const ctx = await platform.agency();
    const admin = await aPerson(ctx, 'agency_admin');
    const id = await aPerson(ctx, 'editor');
    const twoDaysAgo = new Date(Date.now() - 2 * DAY_MS);
    await query('UPDATE memberships SET valid_from = $2 WHERE agency_id = $1', [ctx.agencyId, twoDaysAgo]);
    await members().changeRoles(actingAs(ctx, admin), id, ['agent']);
    const rolesOn = async (on?: Date) =>
      (await members().list(ctx, on)).find((one) => one.id === id)?.roles.map(({ role }) => role);
    expect(await rolesOn()).toEqual(['agent']);
    expect(await rolesOn(new Date(Date.now() - DAY_MS))).toEqual(['editor']);
    expect(await rolesOn(new Date(Date.now() - 3 * DAY_MS))).toBeUndefined();
    const { roles } = await members().get(ctx, id);
    expect(roles.map(({ role, until }) => [role, until !== null])).toEqual([
      ['editor', true],
      ['agent', false],
    ]);
  });

  it('lists any number of people with the same statements', async () => {
    const ctx = await platform.agency();
    await aPerson(ctx, 'agency_admin');
    const one = await statements(() => members().list(ctx));
    for (let i = 0; i < 4; i++) await aPerson(ctx, 'agent');
    expect(await statements(() => members().list(ctx))).toBe(one);
    expect(await members().list(ctx)).toHaveLength(5);
    await invitations().invite(ctx, { email: anEmail(), roles: ['agent'] });
    const single = await statements(() => invitations().list(ctx));
    for (let i = 0; i < 3; i++) await invitations().invite(ctx, { email: anEmail(), roles: ['agent'] });
    expect(await statements(() => invitations().list(ctx))).toBe(single);
  });

  it('lets nobody change their own roles or end themselves', async () => {
    const ctx = await platform.agency();
    const admin = await aPerson(ctx, 'agency_admin');
    const own = actingAs(ctx, admin);
    await expect(members().changeRoles(own, admin, ['editor'])).rejects.toMatchObject({ code: 'own-roles' });
    await expect(members().end(own, admin)).rejects.toMatchObject({ code: 'own-roles' });
    const grant = platform.get(UsersService).grantRole(own, { userId: admin, role: 'editor' });
    await expect(grant).rejects.toMatchObject({ code: 'own-roles' });
  });

  it('keeps one administrator, also when two end each other at once', async () => {
    const ctx = await platform.agency();
    const [a, b] = [await aPerson(ctx, 'agency_admin'), await aPerson(ctx, 'agency_admin')];
    const tries = await Promise.allSettled([members().end(actingAs(ctx, a), b), members().end(actingAs(ctx, b), a)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [last] = await members().list(ctx);
    const other = await aPerson(ctx, 'editor');
    const gone = members().changeRoles(actingAs(ctx, other), last?.id ?? '', ['agent']);
    await expect(gone).rejects.toMatchObject({ code: 'last-admin', httpStatus: 409 });
  });

  it('keeps auditors from acting, by constraint', async () => {
    const ctx = await platform.agency();
    const id = await aPerson(ctx, 'auditor');
    const grant = (role: 'editor' | 'auditor') => platform.get(UsersService).grantRole(ctx, { userId: id, role });
    await expect(grant('editor')).rejects.toMatchObject({ code: 'separation-of-duties' });
    await expect(members().changeRoles(ctx, id, ['auditor', 'agent'])).rejects.toMatchObject({
      code: 'separation-of-duties',
    });
    await members().changeRoles(ctx, id, ['editor', 'agent']);
    await expect(grant('auditor')).rejects.toMatchObject({ code: 'separation-of-duties' });
    const behind = query(
      "INSERT INTO memberships (agency_id, id, user_id, role, valid_to) VALUES ($1, $2, $3, 'auditor', now() + interval '1 hour')",
      [ctx.agencyId, newId(), id],
    );
    await expect(behind).rejects.toMatchObject({ constraint: 'memberships_duties_apart' });
    const other = await platform.agency();
    await platform.get(UsersService).grantRole(other, { userId: id, role: 'auditor' });
  });

  it('ends a person here and signs them out, and leaves their other agency alone', async () => {
    const [ctx, other] = [await platform.agency(), await platform.agency()];
    const admin = await aPerson(ctx, 'agency_admin');
    const id = await aPerson(ctx, 'editor', 'agent');
    await platform.get(UsersService).grantRole(other, { userId: id, role: 'auditor' });
    const ended = await members().end(actingAs(ctx, admin), id);
    expect(ended.roles.every(({ until }) => until !== null)).toBe(true);
    expect((await members().list(ctx)).map((one) => one.id)).toEqual([admin]);
    expect((await members().list(other)).map((one) => one.id)).toEqual([id]);
    await expect(members().end(actingAs(ctx, admin), id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await platform.entryTypes(ctx.agencyId)).toEqual(
      expect.arrayContaining(['access.role.revoked', 'access.user.ended']),
    );
  });

  it('shows an agency nobody else', async () => {
    const [ctx, other] = [await platform.agency(), await platform.agency()];
    const id = await aPerson(other, 'agency_admin');
    await expect(members().get(ctx, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(members().changeRoles(ctx, id, ['agent'])).rejects.toMatchObject({ code: 'not-found' });
    await expect(members().end(ctx, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await members().list(ctx)).toEqual([]);
    const unfenced = await platform.within({ ...ctx, agencyId: newId() }, (tx) =>
      tx.query('SELECT * FROM members_of_agency()'),
    );
    expect(unfenced).toEqual([]);
  });

  it('gives the roles of the platform in the platform only', async () => {
    const users = platform.get(UsersService);
    const { id } = await users.create(platformContext(), { email: anEmail(), name: 'Root', password });
    await users.grantRole(platformContext(), { userId: id, role: 'platform_admin' });
    await expect(members().changeRoles(platformContext(), id, ['editor'])).rejects.toMatchObject({
      code: 'invalid-request',
    });
    await expect(members().changeRoles(platformContext(), id, ['platform_auditor'])).rejects.toMatchObject({
      code: 'last-admin',
    });
    expect(
      (await members().list({ ...platformContext(), agencyId: PLATFORM_AGENCY_ID })).map((one) => one.name),
    ).toContain('Root');
  });
});

describe(WaitingInvitations, () => {
  it('counts open invitations of the agency that end within three days', async () => {
    const [ctx, other] = [await platform.agency(), await platform.agency()];
    const count = () => platform.within(ctx, (tx) => platform.get(WaitingInvitations).count(tx));
    for (const one of [ctx, other]) {
      const admin = actingAs(one, await aPerson(one, 'agency_admin'));
      for (let n = 0; n < 2; n++) await invitations().invite(admin, { email: anEmail(), roles: ['agent'] });
    }
    await query("UPDATE invitations SET expires_at = now() + interval '4 days'");
    expect(await count()).toBe(0);
    await query("UPDATE invitations SET expires_at = now() + interval '2 days'");
    expect(await count()).toBe(2);
    await query('UPDATE invitations SET revoked_at = now() WHERE agency_id = $1', [ctx.agencyId]);
    expect(await count()).toBe(0);
  });
});

describe(NamesService.name, () => {
  const names = (ctx: AgencyContext, ...ids: Uuid[]) => platform.get(NamesService).among(ctx, new Set(ids));

  it('names what belongs to the agency and nothing else, in the same statements for many as for one', async () => {
    const [ctx, other] = [await platform.agency(), await platform.agency()];
    const reader = actingAs(ctx, await aPerson(ctx, 'auditor'));
    const mine = await aPerson(ctx, 'agent');
    const theirs = await aPerson(other, 'agent');
    const department = await platform.get(DepartmentsService).create(ctx, { name: 'Clinics' });
    const found = await names(reader, mine, theirs, department.id, ctx.agencyId, other.agencyId, newId());
    expect([...found.keys()].sort()).toEqual([mine, department.id, ctx.agencyId].sort());
    expect(found.get(department.id)).toBe('Clinics');
    expect(found.get(mine)).toMatch(/^Person \d+$/);
    const one = await statements(() => names(reader, mine));
    expect(await statements(() => names(reader, mine, department.id, reader.actor.id, ctx.agencyId))).toBe(one);
  });

  it('names people of the platform where they acted, and nowhere else', async () => {
    const [ctx, other] = [await platform.agency(), await platform.agency()];
    const staff = await aPerson(platformContext());
    const reader = actingAs(ctx, await aPerson(ctx, 'auditor'));
    expect((await names(reader, staff)).size).toBe(0);
    await query(
      `INSERT INTO audit.entries (log_id, seq, event_id, occurred_at, entry, leaf_hash, agency_id, type, category, outcome,
         actor_kind, actor_id)
       SELECT log_id, 1000, $2, now(), '{}', sha256('{}'), agency_id, 'agency.suspended', 'agency', 'success', 'user', $3
       FROM audit.logs WHERE agency_id = $1`,
      [ctx.agencyId, newId(), staff],
    );
    expect((await names(reader, staff)).get(staff)).toMatch(/^Person \d+$/);
    expect((await names(actingAs(other, await aPerson(other, 'auditor')), staff)).size).toBe(0);
  });

  it('tells a program no names', async () => {
    const ctx = await platform.agency();
    const key = { ...ctx, actor: { kind: 'api_key', id: newId() } } as const;
    expect((await names(key, await aPerson(ctx, 'agent'))).size).toBe(0);
  });

  it('names the agencies in the log of the platform', async () => {
    const { agencyId } = await platform.agency();
    const onPlatform = { ...platformContext(), actor: { kind: 'user', id: newId() } } as const;
    expect((await names({ ...onPlatform, permissions: new Set(['platform:audit']) }, agencyId)).get(agencyId)).toBe(
      'Agency',
    );
    expect((await names({ ...onPlatform, permissions: new Set([]) }, agencyId)).size).toBe(0);
  });
});

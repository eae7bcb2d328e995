import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiKeysService, ApiKeyUses, DepartmentArchive, KeyLookUps, permissionsOf } from '#libs/access';
import { DepartmentsService } from '#libs/agencies';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, newId, type Uuid } from '#libs/kernel';
import { PlatformFixture } from './platform-fixture.js';

const DAY_MS = 86_400_000;

let platform: PlatformFixture;
let ctx: AgencyContext;
let departmentId: Uuid;

beforeAll(async () => {
  platform = await PlatformFixture.open();
  ctx = await platform.agency();
  departmentId = (await departments().create(ctx, { name: 'Clinics' })).id;
});
afterAll(() => platform?.close());

const departments = () => platform.get(DepartmentsService);
const keys = () => platform.get(ApiKeysService);
const uses = () => platform.get(ApiKeyUses);
const authenticate = (secret: string) => platform.get(KeyLookUps).authenticate(secret);
const aKey = (change: object = {}) => ({
  departmentId,
  name: 'Reminders',
  mode: 'live' as const,
  scopes: ['messages:send'],
  expiresAt: new Date(Date.now() + 30 * DAY_MS),
  ...change,
});

async function statements(work: () => Promise<unknown>): Promise<number> {
  const database = platform.get(AgencyDatabase);
  const before = database.statementCount;
  await work();
  return database.statementCount - before;
}

async function entriesOf(id: Uuid): Promise<string[]> {
  const sql = `SELECT e.entry ->> 'type' AS type FROM (SELECT id, convert_from(entry, 'utf8')::json AS entry
    FROM audit.staging WHERE agency_id = $1) AS e WHERE e.entry #>> '{target,id}' = $2 ORDER BY e.id`;
  const { rows } = await platform.database.admin.query<{ type: string }>(sql, [ctx.agencyId, id]);
  return rows.map(({ type }) => type);
}

describe(ApiKeysService, () => {
  it('rotates with an overlap in which both keys work, and no more than two', async () => {
    const old = await keys().create(ctx, aKey({ ipAllowList: ['203.0.113.0/24'] }));
    const rotated = await keys().rotate(ctx, old.id, 24);
    expect(rotated.oldExpiresAt.getTime() - Date.now()).toBeLessThanOrEqual(DAY_MS);
    for (const secret of [old.secret, rotated.secret]) {
      expect((await authenticate(secret)).admits('203.0.113.5')).toBe(true);
      expect((await authenticate(secret)).admits('198.51.100.5')).toBe(false);
    }
    await expect(keys().rotate(ctx, old.id, 24)).rejects.toMatchObject({ code: 'key-rotated' });
    expect(await entriesOf(old.id)).toEqual(['apikey.created', 'apikey.rotated']);
    const { expiresAt } = await keys().get(ctx, rotated.id);
    expect(Math.round((expiresAt.getTime() - Date.now()) / DAY_MS)).toBe(30);
  });

  it('rotates without an overlap: the old key ends at once', async () => {
    const old = await keys().create(ctx, aKey());
    const { secret } = await keys().rotate(ctx, old.id, 0);
    await expect(authenticate(old.secret)).rejects.toMatchObject({ code: 'key-expired' });
    await authenticate(secret);
    await expect(keys().rotate(ctx, old.id, 0)).rejects.toMatchObject({ code: 'key-ended' });
  });

  it('changes name and networks, which act at once here', async () => {
    const { id, secret } = await keys().create(ctx, aKey());
    expect((await authenticate(secret)).admits('198.51.100.5')).toBe(true);
    const changed = await keys().update(ctx, id, { name: 'Clinic', ipAllowList: ['2001:db8::/32'] });
    expect(changed).toMatchObject({ name: 'Clinic', ipAllowList: ['2001:db8::/32'] });
    expect((await authenticate(secret)).admits('198.51.100.5')).toBe(false);
    expect(await entriesOf(id)).toEqual(['apikey.created', 'apikey.scope_changed', 'apikey.renamed']);
    await keys().revoke(ctx, id);
    await expect(keys().update(ctx, id, { name: 'Again' })).rejects.toMatchObject({ code: 'key-ended' });
  });

  it('keeps live keys to those who may make them', async () => {
    const developer = {
      ...ctx,
      actor: { kind: 'user', id: newId() },
      permissions: permissionsOf(['developer']),
    } as const;
    const { id } = await keys().create(ctx, aKey());
    const missing = { code: 'permission-missing' };
    await expect(keys().create(developer, aKey())).rejects.toMatchObject(missing);
    await expect(keys().rotate(developer, id, 1)).rejects.toMatchObject(missing);
    await expect(keys().update(developer, id, { name: 'Mine' })).rejects.toMatchObject(missing);
    const test = await keys().create(developer, aKey({ mode: 'sandbox' }));
    expect(await keys().get(ctx, test.id)).toMatchObject({ createdBy: developer.actor.id, createdByKind: 'user' });
    await keys().revoke(developer, id);
  });

  it('lists a page with the same statements however many keys it has, and goes on where it ended', async () => {
    const other = await platform.agency();
    const { id } = await departments().create(other, { name: 'Desk' });
    await keys().create(other, aKey({ departmentId: id }));
    const one = await statements(() => keys().list(other, { limit: 10 }));
    for (let i = 0; i < 4; i++) await keys().create(other, aKey({ departmentId: id, name: `Key ${i}` }));
    expect(await statements(() => keys().list(other, { limit: 10 }))).toBe(one);
    const first = await keys().list(other, { limit: 3 });
    const second = await keys().list(other, { limit: 3, after: first.next ?? '' });
    expect([...first.data, ...second.data].map(({ name }) => name)).toEqual([
      'Key 3',
      'Key 2',
      'Key 1',
      'Key 0',
      'Reminders',
    ]);
    expect(second.next).toBeNull();
  });
});

describe(ApiKeyUses, () => {
  it('writes many calls of many keys with the same statements, first uses on record, and nothing before it writes', async () => {
    const made = [await keys().create(ctx, aKey()), await keys().create(ctx, aKey()), await keys().create(ctx, aKey())];
    const note = (id: Uuid, calls: number) => {
      for (let i = 0; i < calls; i++) uses().note({ id, agencyId: ctx.agencyId }, '203.0.113.77');
    };
    await uses().write();
    expect(await statements(async () => note(made[0]?.id ?? '', 500))).toBe(0);
    await uses().write();
    expect(await keys().get(ctx, made[0]?.id ?? '')).toMatchObject({ calls7Days: 500, lastUsedFrom: '203.0.113.0/24' });
    note(made[0]?.id ?? '', 1);
    const one = await statements(() => uses().write());
    for (const { id } of made) note(id, 2);
    // One more for the entries of the keys that were used for the first time.
    expect(await statements(() => uses().write())).toBeLessThanOrEqual(one + 3);
    expect(await keys().get(ctx, made[0]?.id ?? '')).toMatchObject({ calls7Days: 503 });
    expect(await keys().get(ctx, made[2]?.id ?? '')).toMatchObject({ calls7Days: 2, lastUsedAt: expect.any(Date) });
    for (const { id } of made) expect(await entriesOf(id)).toEqual(['apikey.created', 'apikey.used_first']);
  });

  it('forgets calls that are older than a week', async () => {
    const { id } = await keys().create(ctx, aKey());
    uses().note({ id, agencyId: ctx.agencyId }, undefined);
    await uses().write();
    await platform.database.admin.query('UPDATE api_key_calls SET day = day - 7 WHERE api_key_id = $1', [id]);
    expect(await keys().get(ctx, id)).toMatchObject({ calls7Days: 0, lastUsedFrom: null });
  });
});

describe(DepartmentArchive, () => {
  it('waits for the keys of the department, frees its name and takes no key any more', async () => {
    const department = await departments().create(ctx, { name: 'Old desk' });
    const archive = () => platform.get(DepartmentArchive).archive(ctx, department.id);
    const { id } = await keys().create(ctx, aKey({ departmentId: department.id }));
    await expect(archive()).rejects.toMatchObject({ code: 'department-has-keys', httpStatus: 409 });
    await keys().revoke(ctx, id);
    expect((await archive()).archivedAt).toBeInstanceOf(Date);
    await expect(archive()).rejects.toMatchObject({ code: 'department-archived' });
    const late = keys().create(ctx, aKey({ departmentId: department.id }));
    await expect(late).rejects.toMatchObject({ code: 'department-archived' });
    await departments().create(ctx, { name: 'Old desk' });
    expect((await departments().listAll(ctx)).filter(({ name }) => name === 'Old desk')).toHaveLength(2);
    expect((await departments().list(ctx)).filter(({ name }) => name === 'Old desk')).toHaveLength(1);
  });

  it('either archives or makes the key, when both are asked at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await departments().create(ctx, { name: `Race ${round}` });
      const [archived, made] = await Promise.allSettled([
        platform.get(DepartmentArchive).archive(ctx, id),
        keys().create(ctx, aKey({ departmentId: id })),
      ]);
      expect([archived.status, made.status].sort()).toEqual(['fulfilled', 'rejected']);
    }
  });
});

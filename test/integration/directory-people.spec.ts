import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryPeople, type Role } from '#libs/access';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { PlatformFixture } from './platform-fixture.js';

let platform: PlatformFixture;

beforeAll(async () => {
  platform = await PlatformFixture.open();
});
afterAll(() => platform?.close());

const person = (name: string) => platform.get(DirectoryPeople).create({ email: `${name}@health.example`, name });

const align = (ctx: AgencyContext, userId: Uuid, ...roles: Role[]) =>
  platform.within(ctx, (tx) => platform.get(DirectoryPeople).alignRoles(tx, userId, roles));

async function rolesOf({ agencyId }: AgencyContext, userId: Uuid): Promise<string[]> {
  const { rows } = await platform.database.admin.query<{ role: string }>(
    'SELECT role FROM memberships WHERE agency_id = $1 AND user_id = $2 AND valid_to IS NULL ORDER BY role',
    [agencyId, userId],
  );
  return rows.map(({ role }) => role);
}

describe(DirectoryPeople, () => {
  it('ends what the groups no longer give, but never the role of the last administrator', async () => {
    const ctx = await platform.agency();
    const [ada, bob] = [await person('ada'), await person('bob')];
    await align(ctx, ada, 'agency_admin', 'agent');
    await align(ctx, bob, 'agency_admin');
    await align(ctx, ada, 'editor');
    expect(await rolesOf(ctx, ada)).toEqual(['editor']);
    await align(ctx, bob, 'editor');
    expect(await rolesOf(ctx, bob)).toEqual(['agency_admin', 'editor']);
  });

  it('keeps one of two administrators who lose their groups at once', async () => {
    const ctx = await platform.agency();
    const [cleo, dora] = [await person('cleo'), await person('dora')];
    await align(ctx, cleo, 'agency_admin');
    await align(ctx, dora, 'agency_admin');
    await Promise.all([align(ctx, cleo, 'editor'), align(ctx, dora, 'editor')]);
    const roles = [...(await rolesOf(ctx, cleo)), ...(await rolesOf(ctx, dora))];
    expect(roles.filter((role) => role === 'agency_admin')).toHaveLength(1);
  });
});

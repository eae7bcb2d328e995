import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgenciesService, DepartmentsService } from '#libs/agencies';
import { newId, PLATFORM_AGENCY_ID, platformContext, systemContext } from '#libs/kernel';
import { PlatformFixture } from './platform-fixture.js';

let platform: PlatformFixture;
beforeAll(async () => {
  platform = await PlatformFixture.open();
});
afterAll(() => platform.close());

describe(AgenciesService, () => {
  it('puts a new agency on record in its own log and in that of the platform', async () => {
    const before = await platform.entryTypes(PLATFORM_AGENCY_ID);
    const { agencyId } = await platform.agency();
    expect(await platform.entryTypes(agencyId)).toEqual(['agency.created']);
    expect(await platform.entryTypes(PLATFORM_AGENCY_ID)).toEqual([...before, 'agency.created']);
  });

  it('refuses a slug that is taken and leaves nothing behind', async () => {
    const agencies = platform.get(AgenciesService);
    await agencies.create(platformContext(), { slug: 'taken', name: 'First' });
    const before = await platform.entryTypes(PLATFORM_AGENCY_ID);
    const again = agencies.create(platformContext(), { slug: 'taken', name: 'Second' });
    await expect(again).rejects.toMatchObject({ code: 'slug-taken', httpStatus: 409 });
    expect(await platform.entryTypes(PLATFORM_AGENCY_ID)).toEqual(before);
  });

  it('makes up for keys that a crash left out', async () => {
    const id = newId();
    await platform.database.admin.query('INSERT INTO agencies (agency_id, slug, name) VALUES ($1, $2, $2)', [
      id,
      'cut-short',
    ]);
    await platform.get(AgenciesService).get(systemContext(id));
    const { rows } = await platform.database.admin.query(
      'SELECT key_class FROM data_keys WHERE agency_id = $1 ORDER BY key_class',
      [id],
    );
    expect(rows.map(({ key_class }) => key_class)).toEqual(['data', 'index', 'webhook']);
  });

  it('lets nobody without a platform permission make or list agencies', async () => {
    const ctx = { ...systemContext(newId()), actor: { kind: 'api_key', id: newId() } } as const;
    const agencies = platform.get(AgenciesService);
    await expect(agencies.directory(ctx)).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(agencies.create(ctx, { slug: 'x', name: 'X' })).rejects.toMatchObject({ code: 'permission-missing' });
  });

  it('answers not-found for an agency that does not exist', async () => {
    await expect(platform.get(AgenciesService).get(systemContext(newId()))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('leaves the platform itself out of the directory', async () => {
    const listed = await platform.get(AgenciesService).directory(platformContext());
    expect(listed.map(({ id }) => id)).not.toContain(PLATFORM_AGENCY_ID);
  });
});

describe(DepartmentsService, () => {
  it('keeps names unique inside an agency and free between agencies', async () => {
    const departments = platform.get(DepartmentsService);
    const [a, b] = [await platform.agency(), await platform.agency()];
    await departments.create(a, { name: 'Clinics' });
    await departments.create(b, { name: 'Clinics' });
    const again = departments.create(a, { name: 'Clinics' });
    await expect(again).rejects.toMatchObject({ code: 'department-name-taken', httpStatus: 409 });
    expect(await departments.list(a)).toHaveLength(1);
  });
});

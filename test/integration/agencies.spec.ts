import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AgenciesService,
  AgencyStatusService,
  assertNoDemo,
  DemoMark,
  DepartmentsService,
  MAX_GUESTS,
  type NewAgency,
  TrialGuestsService,
} from '#libs/agencies';
import { AgencyDatabase } from '#libs/database';
import { newId, PLATFORM_AGENCY_ID, platformContext, systemContext } from '#libs/kernel';
import { StartError } from '#libs/observability';
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

describe(AgencyStatusService, () => {
  const status = () => platform.get(AgencyStatusService);
  const agency = async (parts: Partial<NewAgency> = {}) => {
    const slug = `s-${newId().slice(-12)}`;
    return platform.get(AgenciesService).create(platformContext(), { slug, name: 'Agency', ...parts });
  };

  it('begins with a trial', async () => {
    expect(await agency()).toMatchObject({ status: 'trial', retentionDays: 365, emailDomains: [] });
  });

  it.each(['trial', 'live'] as const)('gives a suspended agency back what it was: %s', async (before) => {
    const { id } = await agency({ status: before });
    const reason = 'Complaints are looked into.';
    expect(await status().suspend(platformContext(), id, reason)).toMatchObject({
      status: 'suspended',
      statusReason: reason,
    });
    expect(await status().reactivate(platformContext(), id)).toMatchObject({ status: before, statusReason: null });
    const entries = ['agency.created', 'agency.suspended', 'agency.reactivated'];
    expect(await platform.entryTypes(id)).toEqual(entries);
    expect((await platform.entryTypes(PLATFORM_AGENCY_ID)).slice(-3)).toEqual(entries);
  });

  it('closes for good', async () => {
    const { id } = await agency();
    await status().close(platformContext(), id, 'The contract has ended.');
    await expect(status().reactivate(platformContext(), id)).rejects.toMatchObject({ code: 'agency-status' });
    await expect(status().suspend(platformContext(), id, 'x')).rejects.toMatchObject({ code: 'agency-status' });
  });

  it('suspends once when two people do so at the same time', async () => {
    const { id } = await agency();
    const both = await Promise.allSettled([1, 2].map((n) => status().suspend(platformContext(), id, `Reason ${n}`)));
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('needs a reason, an agency and the right', async () => {
    const { id } = await agency();
    await expect(status().suspend(platformContext(), id, '  ')).rejects.toMatchObject({ code: 'invalid-request' });
    for (const none of [newId(), PLATFORM_AGENCY_ID]) {
      await expect(status().suspend(platformContext(), none, 'x')).rejects.toMatchObject({ code: 'not-found' });
    }
    const admin = { ...systemContext(id), actor: { kind: 'user', id: newId() } } as const;
    await expect(status().suspend(admin, id, 'x')).rejects.toMatchObject({ code: 'permission-missing' });
  });
});

describe('The details of an agency', () => {
  it('are changed one by one, and what stayed the same is not recorded', async () => {
    const ctx = { ...(await platform.agency()), actor: { kind: 'user', id: newId() } } as const;
    const agencies = platform.get(AgenciesService);
    const changed = await agencies.update(ctx, { legalName: 'City of Harbour', country: 'KE' });
    expect(changed).toMatchObject({ name: 'Agency', legalName: 'City of Harbour', country: 'KE' });
    await agencies.update(ctx, { country: 'KE' });
    expect(await platform.entryTypes(ctx.agencyId)).toEqual(['agency.created', 'agency.config.changed']);
    const cleared = await agencies.update(ctx, { legalName: null, country: null });
    expect(cleared).toMatchObject({ name: 'Agency', legalName: null, country: null });
    await expect(agencies.update(ctx, { timeZone: 'Mars' })).rejects.toMatchObject({ code: 'invalid-request' });
  });
});

describe('The list of all agencies', () => {
  it('goes page by page, newest first, with the same statements for many as for few', async () => {
    const agencies = platform.get(AgenciesService);
    const made: string[] = [];
    for (let i = 0; i < 5; i++) made.unshift((await platform.agency()).agencyId);
    const first = await agencies.pipeline(platformContext(), { limit: 3 });
    expect(first.data.map(({ id }) => id)).toEqual(made.slice(0, 3));
    const after = first.data[2]?.id;
    const second = await agencies.pipeline(platformContext(), { limit: 2, after });
    expect(second.data.map(({ id }) => id)).toEqual(made.slice(3));
    const database = platform.get(AgencyDatabase);
    const before = database.statementCount;
    await agencies.pipeline(platformContext(), { limit: 100 });
    expect(database.statementCount - before).toBe(1);
  });

  it('counts what an agency has', async () => {
    const ctx = await platform.agency();
    await platform.get(DepartmentsService).create(ctx, { name: 'Clinics' });
    await platform.number(ctx);
    const { data } = await platform.get(AgenciesService).pipeline(platformContext(), { limit: 1 });
    expect(data).toMatchObject([{ id: ctx.agencyId, departments: 1, numbers: 1, people: 0, goLive: null }]);
  });

  it('can be narrowed to a status, and leaves the platform out', async () => {
    const ctx = await platform.agency();
    await platform.get(AgencyStatusService).suspend(platformContext(), ctx.agencyId, 'x');
    const { data } = await platform
      .get(AgenciesService)
      .pipeline(platformContext(), { limit: 100, status: 'suspended' });
    expect(data.map(({ id }) => id)).toContain(ctx.agencyId);
    expect(new Set(data.map(({ status }) => status))).toEqual(new Set(['suspended']));
    const all = await platform.get(AgenciesService).pipeline(platformContext(), { limit: 100 });
    expect(all.data.map(({ id }) => id)).not.toContain(PLATFORM_AGENCY_ID);
  });
});

describe(TrialGuestsService, () => {
  const guests = () => platform.get(TrialGuestsService);

  it('keeps numbers and names sealed, once each', async () => {
    const ctx = await platform.agency();
    const guest = await guests().add(ctx, { phone: '+447700900123', name: 'Amina' });
    expect(await guests().list(ctx)).toMatchObject([{ id: guest.id, phone: '+447700900123', name: 'Amina' }]);
    await expect(guests().add(ctx, { phone: '+447700900123' })).rejects.toMatchObject({ code: 'guest-known' });
    const { rows } = await platform.database.admin.query(
      `SELECT 1 FROM trial_guests WHERE agency_id = $1
         AND (position('7700900123'::bytea IN phone_sealed) > 0 OR position('Amina'::bytea IN name_sealed) > 0)`,
      [ctx.agencyId],
    );
    expect(rows).toEqual([]);
    await guests().remove(ctx, guest.id);
    await expect(guests().remove(ctx, guest.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are at most so many, however many are added at once', async () => {
    const ctx = await platform.agency();
    const phones = Array.from({ length: MAX_GUESTS + 3 }, (_, i) => `+4477009001${10 + i}`);
    const added = await Promise.allSettled(phones.map((phone) => guests().add(ctx, { phone })));
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(MAX_GUESTS);
  });
});

describe(DemoMark, () => {
  it('keeps production from starting on what seed-demo filled', async () => {
    const demo = await PlatformFixture.open();
    try {
      await expect(assertNoDemo(demo, 'production')).resolves.toBeUndefined();
      await demo.get(DemoMark).set();
      await demo.get(DemoMark).set();
      await expect(assertNoDemo(demo, 'demo')).resolves.toBeUndefined();
      await expect(assertNoDemo(demo, 'production')).rejects.toThrow(StartError);
    } finally {
      await demo.close();
    }
  });
});

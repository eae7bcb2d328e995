import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MembershipsService } from '#libs/access';
import { type AgencyContext, newId, PLATFORM_AGENCY_ID } from '#libs/kernel';
import { BreakGlassExpiry, BreakGlassService, breakGlassState } from '#libs/onboarding';
import { OnboardingFixture } from './onboarding-fixture.js';

let given: OnboardingFixture;
let ada: AgencyContext;
let ben: AgencyContext;
let agency: AgencyContext;

beforeAll(async () => {
  given = await OnboardingFixture.open();
  [ada, ben] = [await given.person('platform_admin'), await given.person('platform_admin')];
});
beforeEach(async () => {
  agency = await given.agency();
});
afterAll(() => given?.close());

const service = () => given.get(BreakGlassService);
const wanted = (minutes = 30) => ({ agencyId: agency.agencyId, reason: 'Messages stay queued', minutes });
const rolesOf = async ({ actor }: AgencyContext) => {
  const held = await given.get(MembershipsService).ofUser(actor.id);
  return held.filter(({ agencyId }) => agencyId === agency.agencyId).map(({ role }) => role);
};

async function mails(): Promise<number> {
  const sql = `SELECT count(*)::int AS n FROM mails WHERE agency_id = $1 AND template = 'break-glass'`;
  return (await given.rows<{ n: number }>(sql, [agency.agencyId]))[0]?.n ?? 0;
}

describe('Entering an agency as platform staff', () => {
  it('is possible for an hour at most, once somebody else approved it', async () => {
    const entry = await service().request(ada, wanted(60));
    expect(await rolesOf(ada)).toEqual([]);
    const open = await service().approve(ben, entry.id);
    expect(breakGlassState(open, new Date())).toBe('open');
    expect(await rolesOf(ada)).toEqual(['platform_support']);
    expect(await rolesOf(ben)).toEqual([]);
    const [row] = await given.rows<{ minutes: number }>(
      `SELECT extract(epoch FROM valid_to - valid_from)::float / 60 AS minutes FROM memberships
       WHERE agency_id = $1 AND role = 'platform_support'`,
      [agency.agencyId],
    );
    expect(row?.minutes).toBeGreaterThan(59);
    expect(row?.minutes).toBeLessThanOrEqual(60.1);
  });

  it('ends by itself', async () => {
    const entry = await service().request(ada, wanted());
    await service().approve(ben, entry.id);
    await given.rows(`UPDATE memberships SET valid_to = now() WHERE agency_id = $1 AND role = 'platform_support'`, [
      agency.agencyId,
    ]);
    given.get(MembershipsService).forget(ada.actor.id);
    expect(await rolesOf(ada)).toEqual([]);
  });

  it('leaves its end in both logs once, whoever looks and however many', async () => {
    const entry = await service().request(ada, wanted());
    await service().approve(ben, entry.id);
    const expiry = given.get(BreakGlassExpiry);
    expect(await expiry.recordOver()).toBe(0);
    await given.rows(
      `UPDATE break_glass SET approved_at = now() - interval '30 minutes', until = now() - interval '1 second' WHERE id = $1`,
      [entry.id],
    );
    const counts = await Promise.all([1, 2, 3].map(() => expiry.recordOver()));
    expect(counts.reduce((sum, n) => sum + n)).toBe(1);
    expect(await expiry.recordOver()).toBe(0);
    for (const log of [agency.agencyId, PLATFORM_AGENCY_ID]) {
      const types = await given.entryTypes(log);
      const opened = types.lastIndexOf('access.breakglass.opened');
      expect(types.slice(opened)).toEqual(['access.breakglass.opened', 'access.breakglass.closed']);
    }
    const [last] = await given.rows<{ entry: object }>(
      `SELECT convert_from(entry, 'utf8')::json AS entry FROM audit.staging WHERE agency_id = $1 ORDER BY id DESC LIMIT 1`,
      [agency.agencyId],
    );
    expect(last?.entry).toMatchObject({ reason: 'time-over', actor: { kind: 'system' }, target: { id: ada.actor.id } });
    await expect(service().close(ada, entry.id)).rejects.toMatchObject({ code: 'break-glass-decided' });
  });

  it('ends at once when it is closed', async () => {
    const entry = await service().request(ada, wanted());
    await service().approve(ben, entry.id);
    const closed = await service().close(ada, entry.id);
    expect(breakGlassState(closed, new Date())).toBe('closed');
    expect(await rolesOf(ada)).toEqual([]);
    await expect(service().close(ada, entry.id)).rejects.toMatchObject({ code: 'break-glass-decided' });
  });

  it("stands in the agency's own log and in that of the platform", async () => {
    const entry = await service().request(ada, wanted());
    await service().approve(ben, entry.id);
    await service().close(ben, entry.id);
    const expected = ['access.breakglass.opened', 'access.breakglass.closed'];
    expect((await given.entryTypes(agency.agencyId)).slice(-2)).toEqual(expected);
    const platform = await given.entryTypes(PLATFORM_AGENCY_ID);
    expect(platform.slice(-3)).toEqual(['access.breakglass.requested', ...expected]);
  });

  it("is mailed to the agency's administrators, and to nobody else", async () => {
    await given.person('agency_admin', agency.agencyId);
    await given.person('editor', agency.agencyId);
    const entry = await service().request(ada, wanted());
    expect(await mails()).toBe(0);
    await service().approve(ben, entry.id);
    expect(await mails()).toBe(2);
  });

  it('is approved by nobody for themselves, whatever the code says', async () => {
    const entry = await service().request(ada, wanted());
    await expect(service().approve(ada, entry.id)).rejects.toMatchObject({ code: 'own-request' });
    const sql = 'UPDATE break_glass SET approved_by = requested_by, approved_at = now(), until = now() WHERE id = $1';
    await expect(given.rows(sql, [entry.id])).rejects.toThrow('break_glass_two_people_check');
  });

  it('is opened once, however many approve at the same time', async () => {
    const entry = await service().request(ada, wanted());
    const both = await Promise.allSettled([1, 2, 3].map(() => service().approve(ben, entry.id)));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rolesOf(ada)).toEqual(['platform_support']);
  });

  it('lapses when nobody looked at it', async () => {
    const entry = await service().request(ada, wanted());
    await given.rows(`UPDATE break_glass SET requested_at = now() - interval '5 hours' WHERE id = $1`, [entry.id]);
    await expect(service().approve(ben, entry.id)).rejects.toMatchObject({ code: 'break-glass-decided' });
  });

  it('is for agencies that exist, and not for the platform', async () => {
    for (const agencyId of [newId(), PLATFORM_AGENCY_ID]) {
      await expect(service().request(ada, { ...wanted(), agencyId })).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(service().approve(ben, newId())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is listed by page, newest first', async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) ids.unshift((await service().request(ada, wanted())).id);
    const first = await service().list(ada, { limit: 2 });
    expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = await service().list(ada, { limit: 2, after: first.data[1]?.id });
    expect(second.data[0]?.id).toBe(ids[2]);
    await expect(service().list(agency, { limit: 2 })).rejects.toMatchObject({ code: 'permission-missing' });
  });
});

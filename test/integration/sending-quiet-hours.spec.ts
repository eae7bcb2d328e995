import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgenciesService, QuietHoursService } from '#libs/agencies';
import { PurposesService } from '#libs/consent';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { AcceptService } from '#libs/sending';
import { type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

const HOUR = 3_600_000;
const ZONE = 'Asia/Kathmandu';

let given: SendingFixture;

beforeAll(async () => {
  given = await SendingFixture.open();
});

afterAll(() => given?.close());

/** `hh:mm` on the clocks of the agency, so many hours from now. */
function clock(hours: number): string {
  const at = new Date(given.clock.now().getTime() + hours * HOUR);
  return new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(at);
}

const quiet = (from: number, to: number) => ({ from: clock(from), to: clock(to), days: [1, 2, 3, 4, 5, 6, 7] });

async function agencyWith(hours: ReturnType<typeof quiet> | null): Promise<GivenAgency> {
  const agency = await given.agency();
  await given.get(AgenciesService).update(agency.ctx, { timeZone: ZONE });
  await given.get(QuietHoursService).set(agency.ctx, hours);
  return agency;
}

const mayOverride = ({ ctx, number }: GivenAgency): GivenAgency => {
  const permissions: AgencyContext['permissions'] = new Set([...ctx.permissions, 'messages:override-quiet-hours']);
  return { ctx: { ...ctx, permissions }, number };
};

const planned = async (id: Uuid) => {
  const [row] = await given.rows<{ not_before: Date; expires_at: Date; run_at: Date }>(
    `SELECT m.not_before, m.expires_at, o.run_at FROM messages m JOIN outbox_messages o ON o.message_id = m.id WHERE m.id = $1`,
    [id],
  );
  return row;
};

describe('Quiet hours', () => {
  it('put a message off to their end, and it leaves then', async () => {
    const agency = await agencyWith(quiet(-1, 2));
    const [id] = await given.accept(agency, [reminderTo(await given.citizen(agency))]);
    const { not_before, run_at } = (await planned(id as Uuid)) ?? {};
    const wait = (not_before?.getTime() ?? 0) - given.clock.now().getTime();
    expect([not_before, wait > HOUR, wait <= 2 * HOUR]).toEqual([run_at, true, true]);
    await given.pump(agency);
    expect(await given.accepts(agency)).toEqual([]);
    given.advance(wait + 1_000);
    await given.pump(agency);
    expect(await given.accepts(agency)).toHaveLength(1);
  });

  it('hold what was accepted before they were set, until their end', async () => {
    const agency = await agencyWith(null);
    const [id] = await given.accept(agency, [reminderTo(await given.citizen(agency))]);
    await given.get(QuietHoursService).set(agency.ctx, quiet(-1, 2));
    await given.pump(agency);
    expect((await given.message(id as Uuid)).state).toBe('accepted');
    const [waiting] = await given.outbox(agency);
    expect(waiting).toMatchObject({ state: 0, attempts: 0 });
    given.advance((waiting?.run_at.getTime() ?? 0) - given.clock.now().getTime() + 1_000);
    await given.pump(agency);
    expect(await given.accepts(agency)).toHaveLength(1);
  });

  it('do not hold a message of a purpose that they do not bind', async () => {
    const agency = await agencyWith(quiet(-1, 2));
    const purpose = { code: 'urgent', title: 'Urgent', category: 'service', basis: 'public_task' } as const;
    await given.get(PurposesService).create(agency.ctx, { ...purpose, quietHours: 'exempt' });
    await given.accept(agency, [reminderTo(await given.citizen(agency), { purpose: 'urgent' })]);
    await given.pump(agency);
    expect(await given.accepts(agency)).toHaveLength(1);
  });

  it('are overridden by whoever may, with a reason that is on record', async () => {
    const agency = await agencyWith(quiet(-1, 2));
    const citizen = await given.citizen(agency);
    const request = reminderTo(citizen, { overrideQuietHours: { reason: 'The dam may break tonight.' } });
    const refused = given.within(agency.ctx, (tx) => given.get(AcceptService).accept(tx, request));
    await expect(refused).rejects.toMatchObject({ code: 'permission-missing', httpStatus: 403 });
    const [id] = await given.accept(mayOverride(agency), [request]);
    await given.pump(agency);
    expect(await given.accepts(agency)).toHaveLength(1);
    expect(await given.entries(agency, id as Uuid)).toContain('message.quiet_hours_overridden');
  });

  it('refuse a message that would be out of date by their end', async () => {
    const agency = await agencyWith(quiet(-1, 2));
    const expiresAt = new Date(given.clock.now().getTime() + HOUR);
    const request = reminderTo(await given.citizen(agency), { expiresAt });
    const refused = given.within(agency.ctx, (tx) => given.get(AcceptService).accept(tx, request));
    await expect(refused).rejects.toMatchObject({ errors: [{ field: 'expiresAt', code: 'out-of-range' }] });
  });

  it('are an entry in the log when they change, and none when they stay', async () => {
    const hours = quiet(-1, 2);
    const agency = await agencyWith(hours);
    const count = async () =>
      (await given.entries(agency, agency.ctx.agencyId)).filter((type) => type === 'agency.config.changed').length;
    const before = await count();
    await given.get(QuietHoursService).set(agency.ctx, hours);
    expect(await count()).toBe(before);
    await given.get(QuietHoursService).set(agency.ctx, null);
    expect(await count()).toBe(before + 1);
    expect(await given.get(QuietHoursService).get(agency.ctx)).toBeNull();
  });
});

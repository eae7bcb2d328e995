import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AgencyContext, newId, PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { AcceptService, LanesService, SendingLimitsService, type SendRequest, SwitchesService } from '#libs/sending';
import { eventually } from '../support/eventually.js';
import { type Citizen, type GivenAgency, reminderTo, SendingFixture, SILENT } from './sending-fixture.js';

const HOUR = 3_600_000;
const reason = 'Wrong date in the text';

let given: SendingFixture;
let agency: GivenAgency;
let citizen: Citizen;

beforeAll(async () => {
  given = await SendingFixture.open();
  await given.sim('POST', 'profile', SILENT);
});

afterAll(() => given?.close());

beforeEach(async () => {
  agency = await given.agency();
  citizen = await given.citizen(agency);
});

const switches = () => given.get(SwitchesService);
const send = (count = 1, parts: Partial<SendRequest> = {}) =>
  given.accept(
    agency,
    Array.from({ length: count }, () => reminderTo(citizen, parts)),
  );
const isDue = async ({ ctx }: GivenAgency) =>
  (await given.agencyDatabase.acrossAgencies<{ agency_id: Uuid }>('due_numbers')).some(
    ({ agency_id }) => agency_id === ctx.agencyId,
  );

function aPerson(): AgencyContext {
  const actor = { kind: 'user', id: newId() } as const;
  return { ...agency.ctx, agencyId: PLATFORM_AGENCY_ID, actor, permissions: new Set(['platform:switches']) };
}

async function targetOf(scope: string): Promise<Uuid> {
  if (scope === 'number') return agency.number.id;
  if (scope === 'api-key') return agency.ctx.actor.id;
  const [row] = await given.rows<{ id: Uuid }>(
    `SELECT template_id AS id FROM messages WHERE agency_id = $1 AND template_id IS NOT NULL LIMIT 1`,
    [agency.ctx.agencyId],
  );
  return row?.id ?? '';
}

describe('A kill switch', () => {
  it.each(['agency', 'number', 'template', 'campaign', 'api-key'] as const)(
    'on the %s stops what waits and what comes, and lifted lets all of it go',
    async (scope) => {
      await send(2);
      const campaign = newId();
      if (scope === 'campaign') await given.rows('UPDATE messages SET campaign_id = $1', [campaign]);
      if (scope === 'api-key') await makeKey();
      const targetId = scope === 'agency' ? undefined : scope === 'campaign' ? campaign : await targetOf(scope);
      const { id } = await switches().stop(agency.ctx, { scope, targetId, reason });
      await given.pump(agency);
      expect(await given.accepts(agency)).toEqual([]);
      expect(await given.states(agency)).toEqual({ accepted: 2 });
      expect(await isDue(agency)).toBe(false);
      await switches().lift(agency.ctx, id);
      await given.pump(agency);
      expect(await given.states(agency)).toEqual({ sent: 2 });
    },
  );

  it('on a template lets other messages of the number pass', async () => {
    await send(3);
    await switches().stop(agency.ctx, { scope: 'template', targetId: await targetOf('template'), reason });
    const notice = { template: { name: 'notice', variables: {} } };
    await send(2, notice);
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ accepted: 3, sent: 2 });
  });

  it('stops messages that a worker has claimed and not yet written', async () => {
    await given.sim('POST', 'faults', {
      kind: 'slow',
      delayMs: 1_500,
      match: { phoneNumberId: agency.number.phoneNumberId },
    });
    const slow = await given.otherPump({ SENDING_CONCURRENCY: 2, SENDING_TURN_MS: 5_000 });
    await send(20);
    const turn = slow.takeTurn(agency.ctx.agencyId, agency.number.id);
    await eventually(async () => expect((await given.states(agency)).sending).toBeGreaterThan(0));
    await switches().stop(agency.ctx, { scope: 'agency', reason });
    const stoppedAt = Date.now();
    await turn;
    await slow.finish();
    const gone = await given.accepts(agency);
    expect(gone.filter(({ at }) => at > stoppedAt + 2_000)).toEqual([]);
    const { sent = 0, accepted = 0, queued = 0 } = await given.states(agency);
    expect(sent).toBeLessThan(20);
    expect(sent + accepted + queued).toBe(20);
    await given.sim('DELETE', 'faults');
  });

  it('of the platform stops every agency, and only somebody else lifts it', async () => {
    await send();
    const [ada, ben] = [aPerson(), aPerson()];
    const { id } = await switches().stopPlatform(ada, 'Incident 7');
    await expect(switches().stopPlatform(ben, 'The same')).rejects.toMatchObject({ code: 'already-stopped' });
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ accepted: 1 });
    await expect(switches().liftPlatform(ada, id)).rejects.toMatchObject({ code: 'second-person-needed' });
    await switches().liftPlatform(ben, id);
    await expect(switches().liftPlatform(ben, id)).rejects.toMatchObject({ code: 'already-lifted' });
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: 1 });
  });

  it('is listed by whether it stops anything now', async () => {
    const stopped = await switches().stop(agency.ctx, { scope: 'agency', reason });
    const number = await switches().stop(agency.ctx, { scope: 'number', targetId: agency.number.id, reason });
    await switches().lift(agency.ctx, stopped.id);
    const idsOf = async (state?: 'on' | 'lifted') =>
      (await switches().list(agency.ctx, { limit: 10, state })).data.map(({ id }) => id);
    expect(await idsOf('on')).toEqual([number.id]);
    expect(await idsOf('lifted')).toEqual([stopped.id]);
    expect(await idsOf()).toEqual([number.id, stopped.id]);
    expect(await switches().list(agency.ctx, { limit: 1 })).toMatchObject({ next: number.id });
  });

  it('is put on record with its reason, when it is turned and when it is lifted', async () => {
    const { id } = await switches().stop(agency.ctx, { scope: 'number', targetId: agency.number.id, reason });
    await switches().lift(agency.ctx, id);
    const entries = await given.entries(agency, agency.number.id);
    expect(entries).toEqual(expect.arrayContaining(['control.kill_switch.on', 'control.kill_switch.off']));
  });

  it('of another agency, or for what another agency owns, is as if it were not there', async () => {
    const other = await given.agency();
    const { id } = await switches().stop(other.ctx, { scope: 'agency', reason });
    await expect(switches().lift(agency.ctx, id)).rejects.toMatchObject({ code: 'not-found' });
    const stolen = switches().stop(agency.ctx, { scope: 'number', targetId: other.number.id, reason });
    await expect(stolen).rejects.toMatchObject({ code: 'not-found' });
  });

  it('on a key refuses what the key asks for, within a second', async () => {
    await makeKey();
    await send();
    await switches().stop(agency.ctx, { scope: 'api-key', targetId: agency.ctx.actor.id, reason });
    await eventually(async () => await expect(send()).rejects.toMatchObject({ code: 'key-stopped' }), 2_000);
  });
});

async function makeKey(): Promise<void> {
  const department = newId();
  await given.rows(`INSERT INTO departments (agency_id, id, name) VALUES ($1, $2, 'Desk')`, [
    agency.ctx.agencyId,
    department,
  ]);
  await given.rows(
    `INSERT INTO api_keys (agency_id, id, department_id, name, mode, prefix, key_hash, scopes, expires_at)
     VALUES ($1, $2, $3, 'Key', 'live', $4, '\\x00', '{}', now() + interval '1 day')`,
    [agency.ctx.agencyId, agency.ctx.actor.id, department, department.slice(-12)],
  );
}

describe('Backpressure', () => {
  const refused = { code: 'backpressure', httpStatus: 429 };

  it('refuses bulk while the oldest bulk is too old, and nothing that is more urgent', async () => {
    await send(1, { lane: 'bulk' });
    given.advance(7 * HOUR);
    await eventually(async () => await expect(send(1, { lane: 'bulk' })).rejects.toMatchObject(refused), 3_000);
    await send(1, { lane: 'transactional' });
    await send(1, { lane: 'reply' });
    await given.pump(agency);
    await eventually(() => send(1, { lane: 'bulk' }), 3_000);
  });

  it('shows how long the oldest message of each lane waits, also behind a switch', async () => {
    await send(1, { lane: 'bulk' });
    await switches().stop(agency.ctx, { scope: 'number', targetId: agency.number.id, reason });
    const later = new Date(given.clock.now().getTime() + 90_000);
    const ages = await given.agencyDatabase.acrossAgencies<{ agency_id: Uuid; lane: number }>('oldest_due', [later]);
    const own = ages.filter(({ agency_id }) => agency_id === agency.ctx.agencyId);
    expect(own.map(({ lane }) => lane)).toEqual([3]);
    const lanes = await given.get(LanesService).ages(agency.ctx);
    expect(lanes.map(({ lane, dueSince }) => [lane, dueSince !== null])).toEqual([
      ['alert', false],
      ['reply', false],
      ['transactional', false],
      ['bulk', true],
    ]);
  });

  it('refuses what is not urgent while the outbox is full', async () => {
    await given.get(SendingLimitsService).change(agency.ctx, { outboxRows: 2 });
    await send(3);
    await eventually(async () => await expect(send()).rejects.toMatchObject(refused), 3_000);
    await send(1, { lane: 'reply' });
  });

  it('is looked at once a second, not at each request', async () => {
    await send();
    const request = reminderTo(citizen);
    const accept = () => given.within(agency.ctx, (tx) => given.get(AcceptService).accept(tx, request));
    // The second of two in a row is within the second in any case.
    const counts = [await given.statements(accept), await given.statements(accept), await given.statements(accept)];
    expect(Math.min(...counts)).toBe(counts[2]);
  });
});

describe('Lanes of one number', () => {
  it('leave urgent first, then transactional and bulk four to one', async () => {
    agency = await given.agency({ messagesPerSecond: 20 });
    const citizens = await given.citizens(agency, 4);
    const to = (lane: 'reply' | 'transactional' | 'bulk', count: number) =>
      Array.from({ length: count }, (_, index) =>
        reminderTo(citizens[index % 4] as Citizen, { lane, reference: lane }),
      );
    await given.accept(agency, [...to('bulk', 10), ...to('transactional', 20), ...to('reply', 5)]);
    const slow = await given.otherPump({ SENDING_CONCURRENCY: 64, SENDING_TURN_MS: 100 });
    await slow.takeTurn(agency.ctx.agencyId, agency.number.id);
    await slow.finish();
    const rows = await given.rows<{ lane: number; n: number }>(
      `SELECT lane, count(*)::int AS n FROM messages WHERE agency_id = $1 AND state = 'sent' GROUP BY lane ORDER BY lane`,
      [agency.ctx.agencyId],
    );
    // Twenty tokens, four of them kept back: five replies, and eleven of the others.
    const sent = Object.fromEntries(rows.map(({ lane, n }) => [lane, n]));
    expect(sent[1]).toBe(5);
    expect(sent[2]).toBeGreaterThanOrEqual(8);
    expect(sent[3]).toBeGreaterThanOrEqual(2);
  });
});

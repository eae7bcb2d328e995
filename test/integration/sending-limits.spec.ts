import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { platformContext, type Uuid } from '#libs/kernel';
import { NumberTrafficService, SpendService } from '#libs/sending';
import { eventually } from '../support/eventually.js';
import { type Citizen, type GivenAgency, reminderTo, SendingFixture, SILENT } from './sending-fixture.js';

const HOUR = 3_600_000;

let given: SendingFixture;
let agency: GivenAgency;

beforeAll(async () => {
  given = await SendingFixture.open({ PORTFOLIO_ALERT_RESERVE_PERCENT: '20' });
  await given.sim('POST', 'profile', SILENT);
});

afterAll(() => given?.close());

beforeEach(async () => {
  agency = await given.agency();
});

const limitTo = (tier: string) =>
  given.rows('UPDATE phone_numbers SET messaging_limit = $2 WHERE id = $1', [agency.number.id, tier]);
const remind = (citizens: readonly Citizen[]) =>
  given.accept(
    agency,
    citizens.map((citizen) => reminderTo(citizen)),
  );
const used = async (): Promise<number> => {
  const [row] = await given.rows<{ n: number }>(
    `SELECT coalesce(sum(u.n), 0)::int AS n FROM portfolio_usage u JOIN phone_numbers p ON p.portfolio_id = u.portfolio_id
     WHERE p.id = $1`,
    [agency.number.id],
  );
  return row?.n ?? 0;
};

describe('The messaging limit of a portfolio', () => {
  it('lets what fits leave, keeps a part for alerts, and puts the rest off without using up an attempt', async () => {
    await limitTo('TIER_50');
    await remind(await given.citizens(agency, 45));
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: 40, accepted: 5 });
    expect(await used()).toBe(40);
    const waiting = await given.outbox(agency);
    expect(waiting.map(({ attempts, waits, state }) => [attempts, waits, state])).toEqual(
      Array.from({ length: 5 }, () => [0, 1, 0]),
    );
    for (const { run_at } of waiting) expect(run_at.getTime()).toBeGreaterThan(given.clock.now().getTime() + HOUR);
    await given.rows('UPDATE outbox_messages SET lane = 0, run_at = now() WHERE agency_id = $1', [agency.ctx.agencyId]);
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: 45 });
  });

  it('counts a citizen once, and lets go what waited when the window has passed', async () => {
    await limitTo('TIER_50');
    const citizens = await given.citizens(agency, 41);
    await remind(citizens.slice(0, 40));
    await given.pump(agency);
    await remind([citizens[0] as Citizen, citizens[40] as Citizen]);
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: 41, accepted: 1 });
    given.advance(31 * HOUR);
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: 42 });
  });

  it('does not count who wrote to the number within a day', async () => {
    await limitTo('TIER_50');
    const citizen = await given.citizen(agency);
    await given.rows(
      `INSERT INTO contact_windows (agency_id, phone_number_id, contact_id, last_inbound_at) VALUES ($1, $2, $3, $4)`,
      [agency.ctx.agencyId, agency.number.id, citizen.contactId, given.clock.now()],
    );
    await remind([citizen]);
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: 1 });
    expect(await used()).toBe(0);
  });

  it('is shared by the agencies of the portfolio, who see of each other no more than counts', async () => {
    await limitTo('TIER_50');
    const other = await given.agency();
    await given.rows('UPDATE phone_numbers SET portfolio_id = $2, messaging_limit = $3 WHERE id = $1', [
      other.number.id,
      agency.number.portfolioId,
      'TIER_50',
    ]);
    await remind(await given.citizens(agency, 30));
    await given.pump(agency);
    const citizens = await given.citizens(other, 15);
    await given.accept(
      other,
      citizens.map((citizen) => reminderTo(citizen)),
    );
    await given.pump(other);
    expect(await given.states(other)).toEqual({ sent: 10, accepted: 5 });
    const read = given.within(other.ctx, (tx) => tx.query<{ id: Uuid }>('SELECT * FROM portfolio_recipients'));
    await expect(read).rejects.toMatchObject({ code: '42501' });
    const number = { ...other.number, portfolioId: agency.number.portfolioId, messagingLimit: 'TIER_50' };
    const traffic = await given.get(NumberTrafficService).of(other.ctx, number);
    expect(traffic.people).toEqual({ used: 40, yours: 10, limit: 50, numbers: 2 });
    // What waits for its place in the plan is not due yet.
    expect(traffic.pace).toMatchObject({ waiting: 0, oldestDueAt: null });
    const stranger = await given.agency();
    const foreign = await given.get(NumberTrafficService).of(stranger.ctx, number);
    expect(foreign.people).toMatchObject({ yours: 0, numbers: 0 });
  });

  it('is not held against a number of which Meta has told none', async () => {
    await remind(await given.citizens(agency, 3));
    await given.pump(agency);
    expect(await used()).toBe(0);
    expect(await given.states(agency)).toEqual({ sent: 3 });
  });
});

describe('A budget', () => {
  const spend = () => given.get(SpendService);
  const price = (from: string, micros: bigint) => ({
    currency: 'EUR',
    callingCode: '44',
    category: 'UTILITY',
    from,
    micros,
  });
  const toNobodyTwice = async (count: number, lane: 'reply' | 'bulk') => {
    const citizens = await given.citizens(agency, count);
    await given.accept(
      agency,
      citizens.map((citizen) => reminderTo(citizen, { lane })),
    );
  };

  it('holds what is not urgent when it is spent, tells the agency once, and goes on when it is raised', async () => {
    const prices = [price('2020-01-01', 10_000n), price('2026-01-01', 40_000n), price('2090-01-01', 90_000n)];
    await spend().importPrices(platformContext(), prices);
    await spend().setBudget(agency.ctx, { monthlyMicros: 100_000n, currency: 'EUR' });
    await toNobodyTwice(4, 'bulk');
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: 2, accepted: 2 });
    await toNobodyTwice(1, 'reply');
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: 3, accepted: 2 });
    expect(await spend().spent(agency.ctx)).toMatchObject({ spentMicros: 120_000n });
    expect((await given.outbox(agency)).map(({ attempts }) => attempts)).toEqual([0, 0]);
    await spend().setBudget(agency.ctx, { monthlyMicros: 1_000_000n, currency: 'EUR' });
    given.advance(2 * HOUR);
    await eventually(async () => {
      await given.rows('UPDATE outbox_messages SET run_at = now() WHERE agency_id = $1', [agency.ctx.agencyId]);
      await given.pump(agency);
      expect(await given.states(agency)).toEqual({ sent: 5 });
    }, 5_000);
    const told = await given.rows(
      `SELECT 1 FROM audit.staging WHERE agency_id = $1 AND convert_from(entry, 'UTF8')::jsonb ->> 'type' = 'control.budget.reached'`,
      [agency.ctx.agencyId],
    );
    expect(told).toHaveLength(1);
  });
});

describe('The pair rule', () => {
  it('lets thirty messages at once to a citizen, and one in six seconds after that, at no cost of attempts', async () => {
    const citizen = await given.citizen(agency);
    await remind(Array.from({ length: 33 }, () => citizen));
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: 30, accepted: 3 });
    const waiting = await given.outbox(agency);
    expect(waiting.map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
    const [row] = await given.rows<{ n: number }>('SELECT count(*)::int AS n FROM pair_pacing WHERE agency_id = $1', [
      agency.ctx.agencyId,
    ]);
    expect(row?.n).toBe(1);
    given.advance(7_000);
    await given.pump(agency, await given.otherPump());
    expect(await given.states(agency)).toEqual({ sent: 31, accepted: 2 });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NumberTrouble, PhoneNumbersService } from '#libs/phone-numbers';
import { NumberPump } from '#libs/sending';
import { type Citizen, type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

const SECOND = 1_000;
/** Far more than can be under way before the first answers are settled. */
const BACKLOG = 300;
const CITIZENS = 20;

let given: SendingFixture;
let agency: GivenAgency;
let citizens: readonly Citizen[];

beforeAll(async () => {
  given = await SendingFixture.open({ SENDING_CONCURRENCY: '20' });
});

beforeEach(async () => {
  await given.sim('DELETE', 'faults');
  agency = await given.agency();
  citizens = await given.citizens(agency, CITIZENS);
});

afterAll(() => given?.close());

async function accept(count: number): Promise<void> {
  const requests = Array.from({ length: count }, (_, place) => reminderTo(citizens[place % CITIZENS] as Citizen));
  await given.accept(agency, requests);
}

/** WhatsApp has a fault of its own for this number. */
async function fail(count?: number): Promise<void> {
  const match = { phoneNumberId: agency.number.phoneNumberId };
  await given.sim('POST', 'faults', { kind: 'status', code: 131000, httpStatus: 500, match, count });
}

const takeTurn = (pump = given.get(NumberPump)) => pump.takeTurn(agency.ctx.agencyId, agency.number.id);
const heldReason = async () => (await given.get(PhoneNumbersService).list(agency.ctx))[0]?.heldReason ?? null;
const entries = async () =>
  (await given.entries(agency, agency.number.id)).filter((type) => type.startsWith('control.circuit.'));

async function calls(): Promise<number> {
  const [row] = await given.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM message_events WHERE agency_id = $1 AND kind = 'attempt'`,
    [agency.ctx.agencyId],
  );
  return row?.n ?? 0;
}

async function openCircuit(): Promise<number> {
  await fail();
  await accept(BACKLOG);
  await given.pump(agency);
  return calls();
}

describe('The circuit of a number', () => {
  it('opens when its calls go wrong, and the rest of the backlog is left alone', async () => {
    const made = await openCircuit();
    expect(made).toBeGreaterThanOrEqual(20);
    expect(made).toBeLessThan(BACKLOG);
    expect([await takeTurn(), await heldReason(), await entries()]).toEqual([
      'held',
      'circuit-open',
      ['control.circuit.opened'],
    ]);
    expect(await given.within(agency.ctx, (tx) => given.get(NumberTrouble).count(tx))).toBe(1);
  });

  it('lets one call through in ten seconds, whoever holds the number', async () => {
    const made = await openCircuit();
    const others = await given.otherPump();
    for (const [round, pump] of [given.get(NumberPump), others].entries()) {
      given.advance(11 * SECOND);
      await given.pump(agency, pump);
      await given.pump(agency, pump);
      expect(await calls()).toBe(made + round + 1);
      expect(await takeTurn(pump)).toBe('held');
    }
    expect(await entries()).toEqual(['control.circuit.opened']);
  });

  it('closes when that call succeeds, and the backlog goes out', async () => {
    await openCircuit();
    await given.sim('DELETE', 'faults');
    given.advance(11 * SECOND);
    await given.pump(agency);
    expect([await heldReason(), await entries()]).toEqual([null, ['control.circuit.opened', 'control.circuit.closed']]);
    given.advance(120 * SECOND);
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: BACKLOG });
  });

  it('of another number stays closed', async () => {
    await openCircuit();
    const neighbour = await given.agency();
    await given.accept(neighbour, [reminderTo(await given.citizen(neighbour))]);
    await given.pump(neighbour);
    expect(await given.states(neighbour)).toEqual({ sent: 1 });
  });
});

describe('Retries', () => {
  it('are a tenth of all calls; the others wait until there is room', async () => {
    await fail(8);
    await accept(40);
    await given.pump(agency);
    const waits = (await given.outbox(agency)).map(({ run_at }) =>
      Math.round((run_at.getTime() - given.clock.now().getTime()) / SECOND),
    );
    expect(waits).toHaveLength(8);
    expect(waits.filter((seconds) => seconds <= 5).length).toBeLessThanOrEqual(4);
    expect(waits.filter((seconds) => seconds > 25).length).toBeGreaterThanOrEqual(4);
    given.advance(40 * SECOND);
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: 40 });
  });
});

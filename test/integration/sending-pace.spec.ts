import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presenceKey } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { InDoubtService, LANES, MessageStatusService, NumberPump, SendingSweeper } from '#libs/sending';
import { NumberTurnsRepository } from '../../libs/sending/src/number-turns.repository.js';
import { SendingMetrics } from '../../libs/sending/src/sending-metrics.js';
import { eventually } from '../support/eventually.js';
import {
  type Accepted,
  type Citizen,
  type GivenAgency,
  reminderTo,
  SendingFixture,
  SILENT,
} from './sending-fixture.js';

const TURN_MS = 250;
const TURN_LEASE_MS = 3_000;

let given: SendingFixture;
let mine: NumberPump;
let other: NumberPump;

beforeAll(async () => {
  given = await SendingFixture.open({ SENDING_TURN_MS: String(TURN_MS) });
  mine = given.get(NumberPump);
  other = await given.otherPump();
  await given.sim('POST', 'profile', SILENT);
});

afterAll(() => given?.close());

async function backlog(agency: GivenAgency, count: number): Promise<void> {
  // Few messages to each, so that the pair rule stays out of it.
  const citizens = await given.citizens(agency, Math.ceil(count / 20));
  await given.accept(
    agency,
    Array.from({ length: count }, (_, index) => reminderTo(citizens[index % citizens.length] as Citizen)),
  );
}

/** As a worker does that is never heard of again. */
async function takeAs(agency: GivenAgency, holder: Uuid): Promise<void> {
  await given.within(agency.ctx, (tx) =>
    given.get(NumberTurnsRepository).take(tx, agency.number.id, holder, 10, given.clock.now()),
  );
}

/** The bucket allows `burst` at the start and `rate` in each second after it, and no message more at any moment. */
function expectWithin(
  accepts: readonly Accepted[],
  from: number,
  { rate, burst }: { rate: number; burst: number },
): void {
  for (const [index, { at }] of accepts.entries()) {
    const allowed = burst + (rate * (at - from)) / 1000;
    expect(index + 1, `message ${index + 1} after ${at - from} ms`).toBeLessThanOrEqual(allowed + 1);
  }
}

// At the same time, because each is mostly waiting; each has an agency and a number of its own.
describe.concurrent('the rate of a number', () => {
  it('is kept over three seconds, while the turn goes to and fro between two workers', async () => {
    const agency = await given.agency({ messagesPerSecond: 20 });
    await backlog(agency, 80);
    const from = Date.now();
    for (let turn = 0; (await given.outbox(agency)).length > 0; turn++) {
      const pump = turn % 2 === 0 ? mine : other;
      expect(['more', 'idle']).toContain(await pump.takeTurn(agency.ctx.agencyId, agency.number.id));
      await pump.finish();
    }
    const accepts = await given.accepts(agency);
    expect(accepts).toHaveLength(80);
    expectWithin(accepts, from, { rate: 20, burst: 20 });
    // Neither is it slower than it may be: 60 messages after the burst take three seconds.
    expect(Date.now() - from).toBeLessThan(8_000);
    expect(new Set(accepts.map(({ callbackData }) => callbackData)).size).toBe(80);
  });
});

describe.concurrent('a turn', () => {
  it('belongs to one of two workers that want it at the same time', async () => {
    const agency = await given.agency();
    await backlog(agency, 20);
    await given.sim('POST', 'faults', {
      kind: 'slow',
      delayMs: 200,
      match: { phoneNumberId: agency.number.phoneNumberId },
    });
    const { agencyId } = agency.ctx;
    const results = await Promise.all([mine, other].map((pump) => pump.takeTurn(agencyId, agency.number.id)));
    expect(results.filter((result) => result === 'taken')).toHaveLength(1);
    await Promise.all([mine.finish(), other.finish()]);
    await given.pump(agency);
    expect(await given.accepts(agency)).toHaveLength(20);
    expect(await given.states(agency)).toEqual({ sent: 20 });
  });

  it('of a worker that died is free at once', async () => {
    const agency = await given.agency();
    await backlog(agency, 1);
    await takeAs(agency, newId());
    expect(await mine.takeTurn(agency.ctx.agencyId, agency.number.id)).not.toBe('taken');
    await given.pump(agency, mine);
    expect(await given.accepts(agency)).toHaveLength(1);
  });

  it('of a worker that froze is taken after its three seconds, with an empty bucket', async () => {
    const agency = await given.agency({ messagesPerSecond: 10 });
    await backlog(agency, 15);
    const { agencyId } = agency.ctx;
    const frozen = newId();
    await given.rows(`SELECT pg_advisory_lock(${presenceKey('$1')})`, [frozen]);
    const took = performance.now();
    await takeAs(agency, frozen);
    expect(await mine.takeTurn(agencyId, agency.number.id)).toBe('taken');
    let takenOverAt = 0;
    await eventually(async () => {
      takenOverAt = Date.now();
      expect(await mine.takeTurn(agencyId, agency.number.id)).not.toBe('taken');
    }, TURN_LEASE_MS + 3_000);
    expect(performance.now() - took).toBeGreaterThan(TURN_LEASE_MS);
    await given.pump(agency, other);
    await mine.finish();
    const accepts = await given.accepts(agency);
    expect(accepts).toHaveLength(15);
    expectWithin(accepts, takenOverAt, { rate: 10, burst: 0 });
  });

  it('that is given back is there for the next worker at once, with what is left in the bucket', async () => {
    const agency = await given.agency({ messagesPerSecond: 50 });
    await backlog(agency, 50);
    const from = Date.now();
    await mine.takeTurn(agency.ctx.agencyId, agency.number.id);
    await mine.finish();
    await backlog(agency, 10);
    expect(await other.takeTurn(agency.ctx.agencyId, agency.number.id)).not.toBe('taken');
    await given.pump(agency, other);
    expectWithin(await given.accepts(agency), from, { rate: 50, burst: 50 });
  });
});

describe.concurrent('A worker that is told to end', () => {
  it('waits for the answers of its requests, settles them and leaves the rest to others', async () => {
    const agency = await given.agency({ messagesPerSecond: 40 });
    await backlog(agency, 60);
    const { phoneNumberId } = agency.number;
    await given.sim('POST', 'faults', { kind: 'slow', delayMs: 700, match: { phoneNumberId } });
    const sweeper = new SendingSweeper(
      given.agencyDatabase,
      await given.otherPump(),
      given.get(InDoubtService),
      given.get(MessageStatusService),
      given.get(SendingMetrics),
      given.clock,
      new Logger({ app: 'test', level: 'silent' }),
    );
    sweeper.offer(agency.ctx.agencyId, agency.number.id, LANES.bulk);
    await eventually(async () => expect((await given.states(agency)).sending).toBeGreaterThan(0));
    await sweeper.stop();
    const { sending = 0, in_doubt = 0, sent = 0 } = await given.states(agency);
    expect({ sending, in_doubt }).toEqual({ sending: 0, in_doubt: 0 });
    expect(sent).toBe((await given.accepts(agency)).length);
    expect(sent).toBeLessThan(60);
    const [turn] = await given.rows<{ free: boolean }>(
      'SELECT until <= now() AS free FROM number_turns WHERE phone_number_id = $1',
      [agency.number.id],
    );
    expect(turn?.free).toBe(true);
    await given.pump(agency);
    expect(await given.states(agency)).toEqual({ sent: 60 });
    expect(await given.accepts(agency)).toHaveLength(60);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AgencyTx } from '#libs/database';
import { type DomainEvent, EventDispatcher, type EventListener, EventPublisher } from '#libs/events';
import { type AgencyContext, newId } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { OutboxEventsRepository } from '../../libs/events/src/outbox-events.repository.js';
import { SendingFixture } from './sending-fixture.js';

const TYPE = 'test.happened';

let given: SendingFixture;
let ctx: AgencyContext;

beforeAll(async () => {
  given = await SendingFixture.open();
});

beforeEach(async () => {
  await given.rows('DELETE FROM outbox_events');
  ({ ctx } = await given.agency());
});

afterAll(() => given?.close());

function aDispatcher(...listeners: readonly EventListener[]): EventDispatcher {
  const logger = new Logger({ app: 'test', level: 'silent' });
  return new EventDispatcher(given.agencyDatabase, given.get(OutboxEventsRepository), given.clock, logger, listeners);
}

/** Its effect is a department named after the event: what remains of it can be counted. */
const founder: EventListener = { type: TYPE, hear: (tx, { payload }) => found(tx, payload['name'] ?? '') };

async function found(tx: AgencyTx, name: string): Promise<void> {
  await tx.execute('INSERT INTO departments (agency_id, id, name) VALUES ($1, $2, $3)', [tx.agencyId, newId(), name]);
}

async function publish(count: number, type = TYPE): Promise<void> {
  const events: DomainEvent[] = Array.from({ length: count }, (_, i) => ({ type, payload: { name: `event ${i}` } }));
  await given.within(ctx, (tx) => given.get(EventPublisher).publish(tx, events));
}

async function effects(): Promise<string[]> {
  const rows = await given.rows<{ name: string }>('SELECT name FROM departments WHERE agency_id = $1', [ctx.agencyId]);
  return rows.map(({ name }) => name);
}

const left = () =>
  given.rows<{ state: string; attempts: number; error: string | null; run_at: Date }>(
    'SELECT state, attempts, error, run_at FROM outbox_events WHERE agency_id = $1',
    [ctx.agencyId],
  );

describe(EventDispatcher, () => {
  it('lets each event have its effect exactly once under two dispatchers', async () => {
    await publish(60);
    await Promise.all([aDispatcher(founder), aDispatcher(founder)].map((dispatcher) => dispatcher.dispatchDue()));
    const names = await effects();
    expect(names).toHaveLength(60);
    expect(new Set(names).size).toBe(60);
    expect(await left()).toEqual([]);
  });

  it('does not tell of what was rolled back', async () => {
    const failed = given.within(ctx, async (tx) => {
      await given.get(EventPublisher).publish(tx, [{ type: TYPE, payload: { name: 'never' } }]);
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    await aDispatcher(founder).dispatchDue();
    expect(await effects()).toEqual([]);
  });

  it('undoes the effect of a listener when another one fails, and tries both again', async () => {
    let isFailing = true;
    const moody: EventListener = {
      type: TYPE,
      hear: async () => {
        if (isFailing) throw new Error('not today');
      },
    };
    const dispatcher = aDispatcher(founder, moody);
    await publish(1);
    await dispatcher.dispatchDue();
    expect(await effects()).toEqual([]);
    expect(await left()).toMatchObject([{ state: 'new', attempts: 1, error: 'not today' }]);
    isFailing = false;
    await dispatcher.dispatchDue();
    expect(await effects()).toEqual([]);
    given.advance(5_000);
    await dispatcher.dispatchDue();
    expect(await effects()).toEqual(['event 0']);
    expect(await left()).toEqual([]);
  });

  it('lets an event that fails hold up no other', async () => {
    const picky: EventListener = {
      type: TYPE,
      hear: async (tx, { payload }) => {
        if (payload['name'] === 'event 1') throw new Error('not this one');
        await found(tx, payload['name'] ?? '');
      },
    };
    await publish(4);
    await aDispatcher(picky).dispatchDue();
    expect((await effects()).sort()).toEqual(['event 0', 'event 2', 'event 3']);
    expect(await left()).toHaveLength(1);
  });

  it('pauses longer after each failure and parks the event in the end', async () => {
    const broken: EventListener = {
      type: TYPE,
      hear: async () => {
        throw new Error('never works');
      },
    };
    const dispatcher = aDispatcher(broken);
    await publish(1);
    const pauses: number[] = [];
    for (;;) {
      const now = given.clock.now().getTime();
      await dispatcher.dispatchDue();
      const [event] = await left();
      if (!event || event.state === 'parked') break;
      pauses.push(Math.round((event.run_at.getTime() - now) / 1_000));
      given.advance(event.run_at.getTime() - given.clock.now().getTime());
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600]);
    expect(await left()).toMatchObject([{ state: 'parked', attempts: 12, error: 'never works' }]);
    given.advance(86_400_000);
    expect(await dispatcher.dispatchDue()).toBe(0);
  });

  it('lets go of an event that nobody listens to', async () => {
    await publish(2, 'test.unheard');
    expect(await aDispatcher(founder).dispatchDue()).toBe(2);
    expect(await left()).toEqual([]);
    expect(await effects()).toEqual([]);
  });

  it('hears the events of each agency inside that agency only', async () => {
    const { ctx: other } = await given.agency();
    const seen: [string, string][] = [];
    const listener: EventListener = {
      type: TYPE,
      hear: async (tx, { payload }) => {
        seen.push([tx.agencyId, payload['name'] ?? '']);
      },
    };
    const tell = (of: AgencyContext, name: string) =>
      given.within(of, (tx) => given.get(EventPublisher).publish(tx, [{ type: TYPE, payload: { name } }]));
    await tell(ctx, 'mine');
    await tell(other, 'theirs');
    await aDispatcher(listener).dispatchDue();
    expect(new Map(seen)).toEqual(
      new Map([
        [ctx.agencyId, 'mine'],
        [other.agencyId, 'theirs'],
      ]),
    );
  });
});

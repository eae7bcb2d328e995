import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Env } from '#libs/config';
import { newId, type Uuid } from '#libs/kernel';
import { InDoubtService, MessageCancellations, MessageStatusService } from '#libs/sending';
import { formatCallbackData, type MessageStatus, type SendOutcome } from '#libs/whatsapp';
import type { Attempt } from '../../libs/sending/src/attempt.js';
import { SettleService } from '../../libs/sending/src/settle.service.js';
import { type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

let given: SendingFixture;
let agency: GivenAgency;

beforeAll(async () => {
  given = await SendingFixture.open();
  agency = await given.agency();
});

afterAll(() => given?.close());

async function accept(count: number): Promise<Uuid[]> {
  const citizens = await given.citizens(agency, Math.min(count, 10));
  return given.accept(
    agency,
    Array.from({ length: count }, (_, i) => reminderTo(citizens[i % citizens.length] ?? fail())),
  );
}

async function claim(limit: number): Promise<Attempt[]> {
  return given.claim(agency, limit);
}

const accepted = (wamid: string): SendOutcome => ({ kind: 'accepted', wamid, httpStatus: 200 });

function statusOf({ messageId, attempt }: Attempt, status: string): MessageStatus {
  const id = wamidOf(messageId);
  return { id, status, timestamp: '1795341612', biz_opaque_callback_data: formatCallbackData(messageId, attempt) };
}

const ofNumber = () => ({ numberId: agency.number.id, receivedAt: new Date() });

const wamidOf = (messageId: Uuid) => `wamid.${messageId}`;

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function fail(): never {
  throw new Error('nobody is there');
}

/** A deadlock is retried and hurts nobody but the one who waits a second for it; there must be none at all. */
async function deadlocks(): Promise<number> {
  const [row] = await given.rows<{ n: string }>(
    'SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()',
  );
  return Number(row?.n);
}

describe('settling, statuses and cancellations of the same messages at the same time', () => {
  async function runAtOnce(ids: readonly Uuid[], claimed: readonly Attempt[]): Promise<void> {
    const settle = () =>
      given.get(SettleService).settle(
        agency.ctx,
        agency.number,
        shuffled(claimed).map((attempt) => ({ attempt, outcome: accepted(wamidOf(attempt.messageId)) })),
      );
    const apply = (status: string) =>
      given.get(MessageStatusService).apply(
        agency.ctx,
        ofNumber(),
        shuffled(claimed).map((attempt) => statusOf(attempt, status)),
      );
    const cancel = async () => {
      for (const id of shuffled(ids)) await given.get(MessageCancellations).cancel(agency.ctx, id).catch(isTooLate);
    };
    const cancelAll = async () => {
      const once = { key: undefined, route: 'test', body: {} };
      const { body } = await given.get(MessageCancellations).cancelAll(agency.ctx, shuffled(ids), once, (all) => all);
      for (const { refusal } of body) if (refusal) isTooLate(refusal);
    };
    await Promise.all([settle(), settle(), apply('sent'), apply('delivered'), apply('read'), cancel(), cancelAll()]);
  }

  it('meet on seven connections without an error and leave each message where it belongs', async () => {
    const ids = await accept(80);
    const claimed = await claim(60);
    expect(claimed).toHaveLength(60);
    await runAtOnce(ids, claimed);
    expect(await given.states(agency)).toEqual({ read: 60, cancelled: 20 });
    expect(await given.outbox(agency)).toEqual([]);
    expect(await deadlocks()).toBe(0);
  });

  it('do so as well when the leases had run out meanwhile', async () => {
    const ids = await accept(80);
    const claimed = await claim(80);
    given.advance(given.get(Env).SENDING_LEASE_MS + 1);
    expect(await given.get(InDoubtService).recoverExpired(agency.ctx, agency.number.id)).toBe(80);
    await runAtOnce(ids, claimed);
    expect(await given.states(agency)).toEqual({ read: 140, cancelled: 20 });
    expect(await given.outbox(agency)).toEqual([]);
    expect(await deadlocks()).toBe(0);
  });
});

/** Only this refusal is right: the message was claimed before. */
function isTooLate(error: unknown): void {
  expect(error).toMatchObject({ code: 'not-cancellable' });
}

describe('the number of statements', () => {
  const SIZES = [2, 100] as const;

  async function forEachSize(work: (count: number) => Promise<number>): Promise<number[]> {
    const counts: number[] = [];
    // Keys and plans are loaded once; the first round is not counted.
    for (const count of [1, ...SIZES]) counts.push(await work(count));
    return counts.slice(1);
  }

  it('is the same for accepting two and a hundred messages to known contacts', async () => {
    const [few, many] = await forEachSize(async (count) => {
      const citizens = await given.citizens(agency, count);
      return given.fewestStatements(() =>
        given.accept(
          agency,
          citizens.map((citizen) => reminderTo(citizen)),
        ),
      );
    });
    expect(many).toBe(few);
    await given.rows('DELETE FROM outbox_messages WHERE agency_id = $1', [agency.ctx.agencyId]);
  });

  it('is the same for cancelling two and a hundred messages', async () => {
    const [few, many] = await forEachSize(async (count) => {
      const ids = await accept(count);
      const once = { key: newId(), route: 'test', body: {} };
      return given.statements(() =>
        given.get(MessageCancellations).cancelAll(agency.ctx, ids, once, (all) => all.length),
      );
    });
    expect(many).toBe(few);
  });

  it('is the same for claiming, settling and following two and a hundred messages', async () => {
    const round = async (count: number): Promise<number[]> => {
      await accept(count);
      let claimed: Attempt[] = [];
      const claiming = await given.statements(async () => {
        claimed = await claim(count);
      });
      expect(claimed).toHaveLength(count);
      const settling = await given.statements(() =>
        given.get(SettleService).settle(
          agency.ctx,
          agency.number,
          claimed.map((attempt) => ({ attempt, outcome: accepted(wamidOf(attempt.messageId)) })),
        ),
      );
      const following = await given.statements(() =>
        given.get(MessageStatusService).apply(
          agency.ctx,
          ofNumber(),
          claimed.map((attempt) => statusOf(attempt, 'delivered')),
        ),
      );
      const byWamid = await given.statements(() =>
        given.get(MessageStatusService).apply(
          agency.ctx,
          ofNumber(),
          claimed.map(({ messageId }) => ({ id: wamidOf(messageId), status: 'read', timestamp: '1795341613' })),
        ),
      );
      return [claiming, settling, following, byWamid];
    };
    const fewest = async (count: number): Promise<number[]> => {
      // What is remembered for some seconds may just have to be read again.
      const [once, again] = [await round(count), await round(count)];
      return once.map((statements, step) => Math.min(statements, again[step] ?? statements));
    };
    await round(1);
    expect(await fewest(100)).toEqual(await fewest(2));
  });
});

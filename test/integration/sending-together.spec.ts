import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError, newId } from '#libs/kernel';
import { type AcceptedMessage, MessagesService, type SendRequest } from '#libs/sending';
import { type Citizen, type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

let given: SendingFixture;
let agency: GivenAgency;
let citizens: Citizen[];

beforeAll(async () => {
  given = await SendingFixture.open();
  agency = await given.agency();
  citizens = await given.citizens(agency, 10);
});

afterAll(() => given?.close());

const citizen = (index: number): Citizen => citizens[index % citizens.length] as Citizen;

interface Sent {
  readonly id?: string;
  readonly replayed?: boolean;
  readonly code?: string;
}

/** One request of its own, as the API hands it over. */
async function send(request: SendRequest, key: string = newId(), requestId = newId()): Promise<Sent> {
  const once = { key, route: 'POST /v1/messages', body: { ...request } };
  try {
    const ctx = { ...agency.ctx, requestId };
    const { body, replayed } = await given
      .get(MessagesService)
      .send(ctx, request, once, ({ id }: AcceptedMessage) => ({ id }));
    return { id: body.id, replayed };
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code };
    throw error;
  }
}

describe('Messages that are asked for one by one at the same time', () => {
  it('are each accepted once and answered with their own id', async () => {
    const sent = await Promise.all(Array.from({ length: 120 }, (_, index) => send(reminderTo(citizen(index)))));
    const ids = sent.map(({ id }) => id);
    expect(new Set(ids).size).toBe(120);
    const rows = await given.rows<{ id: string }>('SELECT id FROM messages WHERE agency_id = $1', [
      agency.ctx.agencyId,
    ]);
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids));
  });

  it('share a transaction: ten times as many cost few statements more', async () => {
    const costOf = (count: number) =>
      given.statements(() =>
        Promise.all(Array.from({ length: count }, (_, index) => send(reminderTo(citizen(index))))),
      );
    const few = await costOf(10);
    expect(await costOf(100)).toBeLessThan(few + 10);
  });

  it('are refused each for itself, and each refusal is on the record', async () => {
    const before = await refusals();
    const strange = reminderTo(citizen(0), { purpose: 'no-such-purpose' });
    const sent = await Promise.all(
      [reminderTo(citizen(1)), strange, reminderTo(citizen(2)), strange, reminderTo(citizen(3))].map((one) =>
        send(one),
      ),
    );
    expect(sent.map(({ code }) => code)).toEqual([
      undefined,
      'purpose-unknown',
      undefined,
      'purpose-unknown',
      undefined,
    ]);
    expect((await refusals()) - before).toBe(2);
  });

  it('keep the request that each was asked in', async () => {
    const requestIds = Array.from({ length: 20 }, () => newId());
    const sent = await Promise.all(requestIds.map((id, index) => send(reminderTo(citizen(index)), newId(), id)));
    const rows = await given.rows<{ target: string; req: string }>(
      `SELECT e ->> 'req' AS req, e #>> '{target,id}' AS target FROM
         (SELECT convert_from(entry, 'UTF8')::jsonb AS e FROM audit.staging WHERE agency_id = $1) AS s
       WHERE e ->> 'type' = 'message.accepted'`,
      [agency.ctx.agencyId],
    );
    const byMessage = new Map(rows.map(({ target, req }) => [target, req]));
    expect(sent.map(({ id }) => byMessage.get(id ?? ''))).toEqual(requestIds);
  });

  it('act once when they have the same key', async () => {
    const key = newId();
    const requests = Array.from({ length: 30 }, () => send(reminderTo(citizen(0)), key));
    const sent = await Promise.all(requests);
    const accepted = sent.filter(({ id }) => id !== undefined);
    expect(new Set(accepted.map(({ id }) => id)).size).toBe(1);
    expect(sent.filter(({ id }) => id === undefined).every(({ code }) => code === 'idempotency-key-in-use')).toBe(true);
    expect(await send(reminderTo(citizen(0)), key)).toEqual({ id: accepted[0]?.id, replayed: true });
    expect(await send(reminderTo(citizen(1)), key)).toEqual({ code: 'idempotency-key-reused' });
  });

  // The first two find nobody under way and go alone; the third and fourth go together.
  it('do not suffer from one that PostgreSQL does not take', async () => {
    const broken = reminderTo(citizen(0), { resendOf: 'no uuid' });
    const outcomes = await Promise.allSettled(
      [reminderTo(citizen(1)), reminderTo(citizen(2)), broken, reminderTo(citizen(3))].map((one) => send(one)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });
});

async function refusals(): Promise<number> {
  const [row] = await given.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM audit.staging
     WHERE agency_id = $1 AND convert_from(entry, 'UTF8')::jsonb ->> 'type' = 'message.rejected'`,
    [agency.ctx.agencyId],
  );
  return row?.n ?? 0;
}

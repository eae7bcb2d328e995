import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DepartmentsService, QuotasService, TRIAL_MESSAGES_A_DAY, TrialGuestsService } from '#libs/agencies';
import { DomainError, newId, type Uuid } from '#libs/kernel';
import { AcceptService, MessageCancellations, MessagesService, type SendRequest } from '#libs/sending';
import { type Citizen, type GivenAgency, reminderTo, SendingFixture, SILENT } from './sending-fixture.js';

let given: SendingFixture;
let agency: GivenAgency;
let citizen: Citizen;
let names = 0;

beforeAll(async () => {
  given = await SendingFixture.open();
  await given.sim('POST', 'profile', SILENT);
  agency = await given.agency();
  citizen = await given.citizen(agency);
});

afterAll(() => given?.close());

const departments = () => given.get(DepartmentsService);
const usageOf = (id: Uuid) => given.get(QuotasService).usage(agency.ctx, id);

async function aDepartment(quota: { dailyQuota?: number; monthlyQuota?: number } = {}): Promise<GivenAgency> {
  const { id } = await departments().create(agency.ctx, { name: `Department ${++names}`, ...quota });
  return { ...agency, ctx: { ...agency.ctx, departmentId: id } };
}

const requests = (count: number, parts: Partial<SendRequest> = {}) =>
  Array.from({ length: count }, () => reminderTo(citizen, parts));

/** What becomes of so many requests in one transaction: a code for each refusal, else `accepted`. */
async function outcomes({ ctx }: GivenAgency, wanted: readonly SendRequest[]): Promise<string[]> {
  const found = await given.within(ctx, (tx) => given.get(AcceptService).acceptAll(tx, wanted));
  return found.map((one) => (one instanceof DomainError ? one.code : 'accepted'));
}

/** What was written down about refusals of this key. */
async function rejectionsOf(keyId: Uuid): Promise<string[]> {
  const rows = await given.rows<{ entry: { reason: string; outcome: string } }>(
    `SELECT convert_from(entry, 'UTF8')::json AS entry FROM audit.staging
     WHERE convert_from(entry, 'UTF8')::json #>> '{actor,id}' = $1
       AND convert_from(entry, 'UTF8')::json ->> 'type' = 'message.rejected'`,
    [keyId],
  );
  return rows.map(({ entry }) => `${entry.reason} ${entry.outcome}`);
}

describe('A quota', () => {
  it('of a day lets so many messages in, in order, and says when the next day begins', async () => {
    const department = await aDepartment({ dailyQuota: 3 });
    const id = department.ctx.departmentId ?? '';
    expect(await outcomes(department, requests(2))).toEqual(['accepted', 'accepted']);
    expect(await outcomes(department, requests(3))).toEqual(['accepted', 'quota-exceeded', 'quota-exceeded']);
    const refusal = given.within(department.ctx, (tx) => given.get(AcceptService).accept(tx, reminderTo(citizen)));
    await expect(refusal).rejects.toMatchObject({ httpStatus: 429, code: 'quota-exceeded' });
    const { retryAfterSeconds } = (await refusal.catch((error: unknown) => error)) as DomainError;
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(86_400);
    expect(await usageOf(id)).toMatchObject({
      today: 3,
      month: 3,
      dailyQuota: 3,
      monthlyQuota: null,
      days: [{ n: 3 }],
    });
  });

  it('that is used up is on record, a few times a minute and not for each try', async () => {
    const department = await aDepartment({ dailyQuota: 0 });
    const ctx = { ...department.ctx, actor: { kind: 'api_key', id: newId() } } as const;
    for (let i = 0; i < 15; i++) {
      const once = { key: newId(), route: 'POST /v1/messages', body: i };
      const sent = given.get(MessagesService).send(ctx, reminderTo(citizen), once, ({ id }) => ({ id }));
      await expect(sent).rejects.toMatchObject({ code: 'quota-exceeded' });
    }
    expect(await rejectionsOf(ctx.actor.id)).toEqual(Array.from({ length: 10 }, () => 'quota-exceeded denied'));
  });

  it('of a trial that is used up is on record as well', async () => {
    const trial = await given.agency({ status: 'trial' });
    const guest = await given.citizen(trial);
    await given.get(TrialGuestsService).add(trial.ctx, { phone: guest.phone });
    await given.accept(
      trial,
      Array.from({ length: TRIAL_MESSAGES_A_DAY }, () => reminderTo(guest)),
    );
    const ctx = { ...trial.ctx, actor: { kind: 'api_key', id: newId() } } as const;
    const once = { key: newId(), route: 'POST /v1/messages', body: 1 };
    const sent = given.get(MessagesService).send(ctx, reminderTo(guest), once, ({ id }) => ({ id }));
    await expect(sent).rejects.toMatchObject({ code: 'trial-limit' });
    expect(await rejectionsOf(ctx.actor.id)).toEqual(['trial-limit denied']);
  });

  it('of a day is whole again the next day, that of a month not', async () => {
    const department = await aDepartment({ dailyQuota: 2, monthlyQuota: 3 });
    given.advance(Math.max(0, startOfNextMonth() - Date.now()) + 3_600_000);
    expect(await outcomes(department, requests(3))).toEqual(['accepted', 'accepted', 'quota-exceeded']);
    given.advance(86_400_000);
    expect(await outcomes(department, requests(2))).toEqual(['accepted', 'quota-exceeded']);
    const refusal = given.within(department.ctx, (tx) => given.get(AcceptService).accept(tx, reminderTo(citizen)));
    const { message, retryAfterSeconds } = (await refusal.catch((error: unknown) => error)) as DomainError;
    expect(message).toContain('month');
    expect(retryAfterSeconds).toBeGreaterThan(20 * 86_400);
    expect(await usageOf(department.ctx.departmentId ?? '')).toMatchObject({
      today: 1,
      month: 3,
      days: [{ n: 2 }, { n: 1 }],
    });
    given.advance(-given.clock.now().getTime() + Date.now());
  });

  it('of nothing lets nothing in, and none everything', async () => {
    expect(await outcomes(await aDepartment({ dailyQuota: 0 }), requests(1))).toEqual(['quota-exceeded']);
    const free = await aDepartment();
    expect(await outcomes(free, requests(5))).toEqual(Array(5).fill('accepted'));
    expect(await usageOf(free.ctx.departmentId ?? '')).toMatchObject({ today: 5, month: 5 });
  });

  it('is not used up by what is refused or taken back', async () => {
    const department = await aDepartment({ dailyQuota: 1 });
    expect(await outcomes(department, requests(1, { purpose: 'no-such' }))).toEqual(['purpose-unknown']);
    const work = given.within(department.ctx, async (tx) => {
      await given.get(AcceptService).accept(tx, reminderTo(citizen));
      throw new Error('taken back');
    });
    await expect(work).rejects.toThrow('taken back');
    expect(await outcomes(department, requests(1))).toEqual(['accepted']);
  });

  it('needs the same statements for any number of messages, and one for several departments', async () => {
    const [a, b] = [await aDepartment({ dailyQuota: 100 }), await aDepartment({ monthlyQuota: 1 })];
    const other = { departmentId: b.ctx.departmentId };
    const one = await given.statements(() => outcomes(a, requests(1)));
    expect(await given.statements(() => outcomes(a, requests(20)))).toBe(one);
    const mixed = [...requests(2), ...requests(2, other)];
    let found: string[] = [];
    const statements = await given.statements(async () => {
      found = await outcomes(a, mixed);
    });
    expect(found).toEqual(['accepted', 'accepted', 'accepted', 'quota-exceeded']);
    expect(statements).toBe(one);
  });

  it('is exceeded by no more than what is in flight, and no count is lost among writers', async () => {
    const department = await aDepartment({ dailyQuota: 40 });
    const found = await Promise.all(Array.from({ length: 10 }, () => outcomes(department, requests(5))));
    const accepted = found.flat().filter((one) => one === 'accepted').length;
    expect(accepted).toBeGreaterThanOrEqual(40);
    expect(await outcomes(department, requests(1))).toEqual(['quota-exceeded']);
    expect((await usageOf(department.ctx.departmentId ?? '')).today).toBe(accepted);
  });
});

describe('A message', () => {
  it('belongs to the department of its key, and so does its repetition by a person', async () => {
    const department = await aDepartment();
    const [id] = await given.accept(department, requests(1));
    await given.get(MessageCancellations).cancel(department.ctx, id ?? '');
    const person = { ...agency.ctx, actor: { kind: 'user', id: agency.ctx.actor.id } } as const;
    const once = { key: undefined, route: 'test', body: {} };
    const { body } = await given.get(MessagesService).resend(person, id ?? '', once, (message) => message);
    const rows = await given.rows<{ department_id: Uuid }>('SELECT department_id FROM messages WHERE id = ANY($1)', [
      [id, body.id],
    ]);
    expect(rows.map((row) => row.department_id)).toEqual([department.ctx.departmentId, department.ctx.departmentId]);
    expect(await usageOf(department.ctx.departmentId ?? '')).toMatchObject({ today: 2 });
  });
});

describe(DepartmentsService, () => {
  it('changes name and quotas, and says what changed', async () => {
    const { ctx } = await aDepartment({ dailyQuota: 5 });
    const id = ctx.departmentId ?? '';
    const changed = await departments().update(agency.ctx, id, {
      name: ' Clinics ',
      dailyQuota: null,
      monthlyQuota: 10,
    });
    expect(changed).toMatchObject({ name: 'Clinics', dailyQuota: null, monthlyQuota: 10 });
    await departments().update(agency.ctx, id, {});
    expect(await given.entries(agency, id)).toEqual([
      'agency.department.created',
      'agency.quota.changed',
      'agency.department.renamed',
      'agency.quota.changed',
    ]);
    await expect(departments().update(agency.ctx, id, { dailyQuota: -1 })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });
});

function startOfNextMonth(): number {
  const now = new Date();
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditAction, AuditService, detailCommitment, readEntry } from '#libs/audit';
import { type AgencyContext, newId } from '#libs/kernel';
import { AuditFixture } from './audit-fixture.js';

let fixture: AuditFixture;
let ctx: AgencyContext;

beforeAll(async () => {
  fixture = await AuditFixture.open();
});
afterAll(() => fixture.close());

const accepted = (): AuditAction => ({ type: 'message.accepted', target: { kind: 'message', id: newId() } });
const actions = (count: number, extra: Partial<AuditAction> = {}) =>
  Array.from({ length: count }, () => ({ ...accepted(), ...extra }));

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = fixture.database.statementCount;
  await work();
  return fixture.database.statementCount - before;
}

describe(AuditService.name, () => {
  it('writes the entry in the transaction of its action: rolled back, there is none', async () => {
    ctx = await fixture.agency();
    const work = fixture.within(ctx, async (tx) => {
      await fixture.audit.record(tx, { ...accepted(), detail: { a: 1 } });
      throw new Error('the action failed');
    });
    await expect(work).rejects.toThrow('the action failed');
    expect(await fixture.count('staging', ctx.agencyId)).toBe(0);
    expect(await fixture.count('details', ctx.agencyId)).toBe(0);
  });

  it('fails the action whose entry cannot be written', async () => {
    ctx = await fixture.agency();
    const work = fixture.within(ctx, async (tx) => {
      await tx.execute('UPDATE agencies SET name = $2 WHERE agency_id = $1', [tx.agencyId, 'changed']);
      await fixture.audit.record(tx, { ...accepted(), reason: 'Fatima said so' });
    });
    await expect(work).rejects.toThrow('reason');
    const { rows } = await fixture.admin.query('SELECT name FROM agencies WHERE agency_id = $1', [ctx.agencyId]);
    expect(rows[0].name).not.toBe('changed');
  });

  it('costs one statement however many actions, and one more for their details', async () => {
    ctx = await fixture.agency();
    const begin = await statementsOf(() => fixture.within(ctx, async () => undefined));
    const cost = async (list: AuditAction[]) =>
      (await statementsOf(() => fixture.within(ctx, (tx) => fixture.audit.record(tx, list)))) - begin;
    expect(await cost([])).toBe(0);
    expect(await cost(actions(1))).toBe(1);
    expect(await cost(actions(700))).toBe(1);
    expect(await cost([...actions(50), ...actions(50, { detail: { a: 1 } })])).toBe(2);
    expect(await fixture.count('staging', ctx.agencyId)).toBe(801);
    expect(await fixture.count('details', ctx.agencyId)).toBe(50);
  });

  it('says who did what to whom, from which network, in which request', async () => {
    const base = await fixture.agency();
    const actor = { kind: 'user', id: newId(), role: 'agency_admin' } as const;
    const target = { kind: 'phoneNumber', id: newId() };
    ctx = { ...base, actor, ip: '::ffff:203.0.113.57' };
    await fixture.within(ctx, (tx) =>
      fixture.audit.record(tx, { type: 'message.rejected', target, basis: 'public_task', reason: 'consent-withdrawn' }),
    );
    const { rows } = await fixture.admin.query('SELECT event_id, entry FROM audit.staging WHERE agency_id = $1', [
      ctx.agencyId,
    ]);
    expect(readEntry(rows[0].entry)).toEqual({
      actor,
      agency: ctx.agencyId,
      at: expect.stringMatching(/\.\d{6}Z$/),
      basis: 'public_task',
      category: 'message',
      id: rows[0].event_id,
      ip: '203.0.113.0/24',
      outcome: 'denied',
      reason: 'consent-withdrawn',
      req: ctx.requestId,
      target: { kind: 'phone_number', id: target.id },
      type: 'message.rejected',
      v: 1,
    });
  });

  it('keeps the detail sealed beside the log, for the person it is about, and commits to it', async () => {
    ctx = await fixture.agency();
    const contactId = newId();
    const detail = { name: 'Fatima Özil', note: 'asked at the counter' };
    await fixture.within(ctx, (tx) =>
      fixture.audit.record(tx, [{ type: 'privacy.rectified', target: { kind: 'contact', id: contactId }, detail }]),
    );
    const { rows } = await fixture.admin.query(
      `SELECT d.event_id, d.subject_id, d.nonce, d.sealed, s.entry FROM audit.details d
       JOIN audit.staging s USING (event_id) WHERE d.agency_id = $1`,
      [ctx.agencyId],
    );
    const [row] = rows;
    expect(row.subject_id).toBe(contactId);
    expect(Buffer.concat([row.sealed, row.entry]).includes('Fatima')).toBe(false);
    const place = { table: 'audit.details', column: 'sealed', rowId: row.event_id, agencyId: ctx.agencyId };
    const keys = await fixture.keyRing.load(ctx.agencyId);
    const text = fixture.sealer.openForAgency(keys, place, row.sealed).toString('utf8');
    expect(JSON.parse(text)).toEqual(detail);
    expect(readEntry(row.entry).commit).toBe(detailCommitment(text, row.nonce));
  });

  it('refuses a moment that no partition could hold', async () => {
    ctx = await fixture.agency();
    const record = (at: string) =>
      fixture.within(ctx, (tx) => fixture.audit.record(tx, { ...accepted(), at: new Date(at) }));
    await expect(record('2001-01-01')).rejects.toThrow('at is more than 28 days ago');
    await expect(record('2999-01-01')).rejects.toThrow('700 days ahead');
  });
});

describe('the tables of the audit log', () => {
  const denied = { code: '42501' };
  const asApp = (sql: string) => fixture.within(ctx, (tx) => tx.query(sql));

  it.each([
    'SELECT * FROM audit.staging',
    'DELETE FROM audit.staging',
    "UPDATE audit.staging SET entry = ''",
    "UPDATE audit.entries SET type = 'x'",
    'DELETE FROM audit.entries',
    'TRUNCATE audit.entries',
    'INSERT INTO audit.entries SELECT * FROM audit.entries',
    "UPDATE audit.details SET nonce = ''",
    'UPDATE audit.logs SET size = 0',
    'DELETE FROM audit.logs',
  ])('refuse to the app: %s', async (sql) => {
    ctx = await fixture.agency();
    await expect(asApp(sql)).rejects.toMatchObject(denied);
  });

  it('refuse an entry staged for another agency', async () => {
    ctx = await fixture.agency();
    const other = await fixture.agency();
    const sql = `INSERT INTO audit.staging (agency_id, event_id, entry) VALUES ('${other.agencyId}', '${newId()}', 'x')`;
    await expect(asApp(sql)).rejects.toMatchObject(denied);
  });

  it('refuse a change of an entry to their owner as well', async () => {
    ctx = await fixture.agency();
    await fixture.within(ctx, (tx) => fixture.audit.record(tx, accepted()));
    await fixture.sequencer().drain();
    for (const sql of ["UPDATE audit.entries SET type = 'x'", 'DELETE FROM audit.entries', 'TRUNCATE audit.entries']) {
      await expect(fixture.admin.query(sql)).rejects.toThrow('append-only');
    }
  });
});

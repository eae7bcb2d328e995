import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { leafHash, readEntry, SequencerService, writeEntry } from '#libs/audit';
import { type AgencyContext, newId } from '#libs/kernel';
import { AuditFixture, eventually } from './audit-fixture.js';

let fixture: AuditFixture;

beforeAll(async () => {
  fixture = await AuditFixture.open();
  vi.spyOn(Logger.prototype, 'error').mockReturnValue(undefined);
});
afterAll(() => fixture.close());

const record = (ctx: AgencyContext, count = 1) =>
  fixture.within(ctx, (tx) =>
    fixture.audit.record(
      tx,
      Array.from({ length: count }, () => ({
        type: 'message.accepted' as const,
        target: { kind: 'message', id: newId() },
      })),
    ),
  );

/** Gapless from 0, each leaf the hash of its bytes, nothing twice, nothing left, and the log knows its size. */
async function expectWhole(ctx: AgencyContext, count: number): Promise<void> {
  const entries = await fixture.stored(ctx.agencyId);
  expect(entries.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: count }, (_, index) => index));
  expect(new Set(entries.map(({ event_id }) => event_id)).size).toBe(count);
  for (const { entry, event_id, leaf_hash } of entries) {
    expect(readEntry(entry)).toMatchObject({ id: event_id, agency: ctx.agencyId });
    expect(leaf_hash.equals(leafHash(entry))).toBe(true);
  }
  const { rows } = await fixture.admin.query('SELECT size::int FROM audit.logs WHERE agency_id = $1', [ctx.agencyId]);
  expect(rows[0].size).toBe(count);
}

describe(SequencerService.name, () => {
  it('numbers entries without a gap while 4 writers write and 2 sequencers run', async () => {
    const agencies = [await fixture.agency(), await fixture.agency()];
    const sequencers = [fixture.sequencer(), fixture.sequencer()];
    for (const sequencer of sequencers) sequencer.start();
    const writer = async (index: number) => {
      for (let turn = 0; turn < 25; turn++) await record(agencies[(index + turn) % 2] as AgencyContext, 1 + (turn % 7));
    };
    await Promise.all([0, 1, 2, 3].map(writer));
    const total = 4 * [...Array(25).keys()].reduce((sum, turn) => sum + 1 + (turn % 7), 0);
    const counts = () => Promise.all(agencies.map(({ agencyId }) => fixture.count('entries', agencyId)));
    await eventually(async () => (await counts()).reduce((sum, count) => sum + count, 0) === total);
    await Promise.all(sequencers.map((sequencer) => sequencer.stop()));
    const [first = 0, second = 0] = await counts();
    await expectWhole(agencies[0] as AgencyContext, first);
    await expectWhole(agencies[1] as AgencyContext, second);
  });

  it('loses and doubles nothing when it is killed between taking and committing', async () => {
    const ctx = await fixture.agency();
    await record(ctx, 300);
    // The insert waits for this lock, so the sequencer stands exactly there: rows taken, nothing committed.
    await fixture.admin.query('BEGIN; LOCK TABLE audit.entries IN ACCESS EXCLUSIVE MODE');
    const killed = expect(fixture.sequencer().drain()).rejects.toThrow();
    const pid = await eventually(async () => {
      const { rows } = await fixture.admin.query(
        `SELECT pid FROM pg_locks JOIN pg_stat_activity USING (pid)
         WHERE usename = 'belfry_sequencer' AND datname = current_database() AND NOT granted`,
      );
      return rows[0]?.pid;
    });
    await fixture.admin.query(`SELECT pg_terminate_backend(${pid})`);
    await killed;
    await fixture.admin.query('ROLLBACK');
    expect(await fixture.count('entries', ctx.agencyId)).toBe(0);
    expect(await fixture.count('staging', ctx.agencyId)).toBe(300);
    await fixture.sequencer().drain();
    await expectWhole(ctx, 300);
  });

  it('brings an entry into the log within half a second, and stops when told', async () => {
    const ctx = await fixture.agency();
    const sequencer = fixture.sequencer();
    sequencer.start();
    await record(ctx);
    await eventually(async () => (await fixture.count('entries', ctx.agencyId)) === 1, 2000);
    await sequencer.stop();
    await record(ctx);
    expect(await fixture.count('staging', ctx.agencyId)).toBe(1);
    expect(await sequencer.drain()).toBe(1);
  });

  it('goes on without a row that is no entry, keeps it where it is and says so', async () => {
    const ctx = await fixture.agency();
    const other = await fixture.agency();
    await record(ctx, 3);
    const foreign = writeEntry({
      actor: ctx.actor,
      agency: other.agencyId,
      at: '2026-11-22T10:00:00.000000Z',
      category: 'message',
      id: newId(),
      outcome: 'success',
      type: 'message.accepted',
      v: 1,
    });
    for (const entry of ['{}', '\xff', foreign]) {
      await fixture.admin.query('INSERT INTO audit.staging (agency_id, event_id, entry) VALUES ($1, $2, $3)', [
        ctx.agencyId,
        newId(),
        Buffer.from(entry, 'latin1'),
      ]);
    }
    await record(ctx, 2);
    const sequencer = fixture.sequencer();
    expect(await sequencer.drain()).toBe(5);
    expect(sequencer.setAsideCount).toBe(3);
    expect(Logger.prototype.error).toHaveBeenCalledWith(expect.objectContaining({ agencyId: ctx.agencyId }));
    await record(ctx, 1);
    expect(await sequencer.drain()).toBe(1);
    expect(await fixture.count('staging', ctx.agencyId)).toBe(3);
    await expectWhole(ctx, 6);
    await fixture.admin.query('DELETE FROM audit.staging WHERE agency_id = $1', [ctx.agencyId]);
  });

  it('makes the months that a clock moved ahead needs', async () => {
    const ctx = await fixture.agency();
    fixture.clock.setOffset(300 * 86_400_000);
    await record(ctx, 2);
    fixture.clock.setOffset(0);
    await record(ctx, 2);
    expect(await fixture.sequencer().drain()).toBe(4);
    await expectWhole(ctx, 4);
  });

  it('keeps an entry of a month that cannot be made, and goes on with the others', async () => {
    const ctx = await fixture.agency();
    const id = newId();
    const entry = writeEntry({
      actor: ctx.actor,
      agency: ctx.agencyId,
      at: '2001-01-01T00:00:00.000000Z',
      category: 'message',
      id,
      outcome: 'success',
      type: 'message.accepted',
      v: 1,
    });
    const sql = 'INSERT INTO audit.staging (agency_id, event_id, entry) VALUES ($1, $2, $3)';
    await fixture.admin.query(sql, [ctx.agencyId, id, Buffer.from(entry)]);
    await record(ctx, 2);
    const sequencer = fixture.sequencer();
    expect(await sequencer.drain()).toBe(2);
    expect(sequencer.setAsideCount).toBe(1);
    expect(await fixture.count('staging', ctx.agencyId)).toBe(1);
    await fixture.admin.query('DELETE FROM audit.staging WHERE agency_id = $1', [ctx.agencyId]);
  });

  it('leaves a frozen log alone', async () => {
    const ctx = await fixture.agency();
    const setState = (state: string) =>
      fixture.admin.query('UPDATE audit.logs SET state = $2 WHERE agency_id = $1', [ctx.agencyId, state]);
    await record(ctx, 2);
    await setState('frozen');
    expect(await fixture.sequencer().drain()).toBe(0);
    expect(await fixture.count('staging', ctx.agencyId)).toBe(2);
    await setState('open');
    expect(await fixture.sequencer().drain()).toBe(2);
  });

  it('passes over a log that another worker is at', async () => {
    const [busy, idle] = [await fixture.agency(), await fixture.agency()];
    await record(busy, 2);
    await record(idle, 2);
    await fixture.admin.query('BEGIN');
    await fixture.admin.query('SELECT 1 FROM audit.logs WHERE agency_id = $1 FOR UPDATE', [busy.agencyId]);
    expect(await fixture.sequencer().drain()).toBe(2);
    await fixture.admin.query('COMMIT');
    expect(await fixture.sequencer().drain()).toBe(2);
  });

  it('appends more than one batch at once', async () => {
    const ctx = await fixture.agency();
    await record(ctx, 6000);
    expect(await fixture.sequencer().drain()).toBe(6000);
    await expectWhole(ctx, 6000);
  });
});

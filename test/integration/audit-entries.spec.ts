import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditAction, AuditEntriesService, type EntryFilters, type LogLine } from '#libs/audit';
import { type AgencyContext, newId, toWireId } from '#libs/kernel';
import { AuditFixture } from './audit-fixture.js';

let fixture: AuditFixture;

beforeAll(async () => {
  fixture = await AuditFixture.open();
});
afterAll(() => fixture.close());

const reader = (ctx: AgencyContext, kind: 'user' | 'api_key' = 'api_key'): AgencyContext => ({
  ...ctx,
  actor: { kind, id: newId() },
  permissions: new Set(['audit:read']),
});

async function given(ctx: AgencyContext, actions: readonly AuditAction[]): Promise<void> {
  await fixture.within(ctx, (tx) => fixture.audit.record(tx, actions));
  await fixture.sequencer().drain();
}

const many = (count: number): AuditAction[] => Array.from({ length: count }, () => ({ type: 'message.accepted' }));
const seqs = (lines: readonly LogLine[]) => lines.map(({ seq }) => Number(seq));

describe(AuditEntriesService.name, () => {
  it('needs the permission', async () => {
    const ctx = await fixture.agency();
    await expect(fixture.entries.list(ctx, {})).rejects.toMatchObject({ code: 'permission-missing', httpStatus: 403 });
  });

  it('shows an agency its own entries only', async () => {
    const [mine, other] = [await fixture.agency(), await fixture.agency()];
    await given(mine, many(3));
    await given(other, many(2));
    const { data } = await fixture.entries.list(reader(mine), {});
    expect(data).toHaveLength(3);
    expect(new Set(data.map(({ says }) => says.agency))).toEqual(new Set([mine.agencyId]));
    expect(await fixture.within(other, (tx) => tx.query('SELECT * FROM audit.entries'))).toHaveLength(2);
  });

  it('filters by every criterion', async () => {
    const ctx = await fixture.agency();
    const [key, user, message, contact] = [newId(), newId(), newId(), newId()];
    const hour = (offset: number) => new Date(Date.now() + offset * 3_600_000);
    await given(ctx, [
      {
        type: 'message.accepted',
        actor: { kind: 'api_key', id: key },
        target: { kind: 'message', id: message },
        at: hour(-3),
      },
      { type: 'message.rejected', actor: { kind: 'api_key', id: key }, reason: 'consent-withdrawn', at: hour(-2) },
      { type: 'consent.withdrawn', target: { kind: 'contact', id: contact }, at: hour(-1) },
      { type: 'auth.login.succeeded', actor: { kind: 'user', id: user, role: 'auditor' }, at: hour(0) },
    ]);
    const found = async (filters: EntryFilters) => seqs((await fixture.entries.list(reader(ctx), filters)).data);
    expect(await found({})).toEqual([3, 2, 1, 0]);
    expect(await found({ type: 'message.rejected' })).toEqual([1]);
    expect(await found({ category: 'message' })).toEqual([1, 0]);
    expect(await found({ outcome: 'denied' })).toEqual([1]);
    expect(await found({ actorKind: 'api_key' })).toEqual([1, 0]);
    expect(await found({ actorId: toWireId('apiKey', key) })).toEqual([1, 0]);
    expect(await found({ actorId: toWireId('user', user) })).toEqual([3]);
    expect(await found({ actorId: 'system' })).toEqual([2]);
    expect(await found({ targetKind: 'contact' })).toEqual([2]);
    expect(await found({ targetId: toWireId('message', message) })).toEqual([0]);
    expect(await found({ reason: 'consent-withdrawn' })).toEqual([1]);
    expect(await found({ from: hour(-2.5), to: hour(-0.5) })).toEqual([2, 1]);
    expect(await found({ category: 'message', outcome: 'success' })).toEqual([0]);
    expect(await found({ type: "x' OR true --" })).toEqual([]);
  });

  it('pages with no gap and no repeat while new entries arrive', async () => {
    const ctx = await fixture.agency();
    await given(ctx, many(23));
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const page = await fixture.entries.list(reader(ctx), {}, { limit: 5, after });
      seen.push(...seqs(page.data));
      after = page.next ?? undefined;
      await given(ctx, many(4));
    } while (after);
    expect(seen).toEqual([...Array(23).keys()].reverse());
  });

  it('finds one entry by its id, in its own agency only, and records that a person read it', async () => {
    const [ctx, other] = [await fixture.agency(), await fixture.agency()];
    await given(ctx, [{ type: 'message.accepted', at: new Date(Date.now() - 20 * 86_400_000) }]);
    const [line] = (await fixture.entries.list(reader(ctx), {})).data;
    const id = line?.id ?? '';
    await expect(fixture.entries.get(ctx, id)).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(fixture.entries.get(reader(other), id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await fixture.entries.get(reader(ctx), id)).toEqual(line);
    const before = fixture.database.statementCount;
    await fixture.entries.get(reader(ctx), id);
    const ofKey = fixture.database.statementCount - before;
    await fixture.entries.get(reader(ctx, 'user'), id);
    expect(fixture.database.statementCount - before - ofKey).toBeGreaterThan(ofKey);
    await fixture.sequencer().drain();
    const { data } = await fixture.entries.list(reader(ctx), { type: 'data.report.viewed' });
    expect(data).toHaveLength(1);
  });

  it('ends a page that fills exactly', async () => {
    const ctx = await fixture.agency();
    await given(ctx, many(4));
    expect(await fixture.entries.list(reader(ctx), {}, { limit: 4 })).toMatchObject({ next: null });
    expect(await fixture.entries.list(reader(await fixture.agency()), {})).toEqual({ data: [], next: null });
  });

  it('puts each page that a person opens on record with its filters, and not what a key reads', async () => {
    const ctx = await fixture.agency();
    const person = reader(ctx, 'user');
    await fixture.entries.list(reader(ctx), {});
    await fixture.entries.list(person, {});
    await fixture.entries.list(person, { category: 'consent' });
    await fixture.sequencer().drain();
    const { data } = await fixture.entries.list(reader(ctx), {});
    expect(data.map(({ says }) => [says.type, says.actor.id, says.commit !== undefined])).toEqual([
      ['data.report.viewed', person.actor.id, true],
      ['data.report.viewed', person.actor.id, false],
    ]);
  });

  it('opens the detail of an entry for its own agency, until it is erased', async () => {
    const [ctx, other] = [await fixture.agency(), await fixture.agency()];
    const detail = { dailyQuota: { from: 1000, to: 5000 } };
    await given(ctx, [{ type: 'agency.config.changed', detail }, { type: 'message.accepted' }]);
    const { data } = await fixture.entries.list(reader(ctx), {});
    const [plain, changed] = data.map(({ id }) => id);
    if (!plain || !changed) throw new Error('the entries are missing');
    expect(await fixture.details.get(reader(ctx), changed)).toEqual(detail);
    expect(await fixture.details.get(reader(ctx), plain)).toBeNull();
    await expect(fixture.details.get(ctx, changed)).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(fixture.details.get(reader(other), changed)).rejects.toMatchObject({ code: 'not-found' });
    await fixture.admin.query('DELETE FROM audit.details WHERE event_id = $1', [changed]);
    expect(await fixture.details.get(reader(ctx), changed)).toBeNull();
  });

  it('costs the same statements however many entries it shows', async () => {
    const ctx = await fixture.agency();
    const cost = async () => {
      const before = fixture.database.statementCount;
      await fixture.entries.list(reader(ctx, 'user'), {}, { limit: 200 });
      return fixture.database.statementCount - before;
    };
    const none = await cost();
    await given(ctx, many(200));
    expect(await cost()).toBe(none);
    expect(none).toBe(3);
  });
});

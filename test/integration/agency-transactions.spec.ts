import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';
import { PlatformFixture } from './platform-fixture.js';

let given: PlatformFixture;
let database: AgencyDatabase;
let ctx: AgencyContext;

beforeAll(async () => {
  given = await PlatformFixture.open({ DATABASE_POOL: '2' });
  database = given.get(AgencyDatabase);
  ctx = await given.agency();
});

afterAll(() => given?.close());

describe('a transaction of an agency', () => {
  it('runs statements given side by side in the order in which they were given', async () => {
    const append = `SELECT set_config('app.given', concat(current_setting('app.given', true), $1::text), true) AS given`;
    const rows = await database.agencyTransaction(ctx, (tx) =>
      Promise.all(['a', 'b', 'c'].map((letter) => tx.query<{ given: string }>(append, [letter]))),
    );
    expect(rows.flat().map((row) => row.given)).toEqual(['a', 'ab', 'abc']);
  });

  it('refuses a statement that comes after its end, because the connection may serve another agency by then', async () => {
    let late: Promise<unknown> | undefined;
    let goOn = () => {};
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const failing = database.agencyTransaction(ctx, (tx) => {
      late = slow.then(() => tx.query('SELECT 1'));
      return Promise.all([tx.query('SELECT 1/0'), late]);
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    goOn();
    await expect(late).rejects.toThrow('the transaction is over');
  });

  it('keeps nothing when one of several statements given side by side fails', async () => {
    const failing = database.agencyTransaction(ctx, (tx) =>
      Promise.all([
        tx.execute('UPDATE agencies SET suppression_epoch = suppression_epoch + 1 WHERE agency_id = $1', [tx.agencyId]),
        tx.query('SELECT 1/0'),
        tx.execute('UPDATE agencies SET suppression_epoch = suppression_epoch + 1 WHERE agency_id = $1', [tx.agencyId]),
      ]),
    );
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    const [row] = await database.agencyTransaction(ctx, (tx) =>
      tx.query<{ epoch: string }>('SELECT suppression_epoch AS epoch FROM agencies WHERE agency_id = $1', [
        tx.agencyId,
      ]),
    );
    expect(Number(row?.epoch)).toBe(0);
  });

  it('shows its own agency only, also right after another one used the connection', async () => {
    const other = await given.agency();
    const seen = [];
    for (const one of [ctx, other, ctx]) {
      const rows = await database.agencyTransaction(one, (tx) =>
        tx.query<{ id: string }>('SELECT agency_id AS id FROM agencies'),
      );
      seen.push(rows.map(({ id }) => id));
    }
    expect(seen).toEqual([[ctx.agencyId], [other.agencyId], [ctx.agencyId]]);
  });
});

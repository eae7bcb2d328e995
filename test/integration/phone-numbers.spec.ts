import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgencyDatabase } from '#libs/database';
import { newId } from '#libs/kernel';
import { PhoneNumbersService } from '#libs/phone-numbers';
import { aNumber, metaId, PlatformFixture } from './platform-fixture.js';

let platform: PlatformFixture;
let numbers: PhoneNumbersService;
beforeAll(async () => {
  platform = await PlatformFixture.open({ GRAPH_BASE_URL: 'http://graph.example' });
  numbers = platform.get(PhoneNumbersService);
});
afterAll(() => platform.close());

describe(PhoneNumbersService, () => {
  it('keeps the access token sealed and opens it for sending, in one statement', async () => {
    const ctx = await platform.agency();
    const { id } = await platform.number(ctx, { accessToken: 'EAA-very-secret' });
    const { rows } = await platform.database.admin.query(
      'SELECT access_token_sealed FROM phone_numbers WHERE id = $1',
      [id],
    );
    expect(rows[0].access_token_sealed.includes('EAA-very-secret')).toBe(false);
    const database = platform.get(AgencyDatabase);
    await platform.within(ctx, async (tx) => {
      const before = database.statementCount;
      expect(await numbers.forSending(tx, id)).toMatchObject({
        accessToken: 'EAA-very-secret',
        baseUrl: 'http://graph.example',
      });
      expect(database.statementCount - before).toBe(1);
    });
  });

  it("refuses Meta's id of a number that another agency has, in words that do not tell whose", async () => {
    const phoneNumberId = metaId();
    await platform.number(await platform.agency(), { phoneNumberId });
    const again = platform.number(await platform.agency(), { phoneNumberId });
    await expect(again).rejects.toMatchObject({ code: 'number-taken', detail: expect.not.stringMatching(/agency/) });
  });

  it('names every field that is wrong', async () => {
    const ctx = await platform.agency();
    const wrong = aNumber({ portfolioId: newId(), phoneNumberId: 'x', accessToken: '' });
    const fields = [{ field: 'phoneNumberId' }, { field: 'accessToken' }];
    await expect(numbers.add(ctx, wrong)).rejects.toMatchObject({ code: 'invalid-request', errors: fields });
    const orphan = aNumber({ portfolioId: newId() });
    await expect(numbers.add(ctx, orphan)).rejects.toMatchObject({ code: 'portfolio-unknown' });
  });

  it('picks the first number of the mode, never one of another mode or agency', async () => {
    const ctx = await platform.agency();
    const first = await platform.number(ctx);
    const second = await platform.number(ctx);
    const foreign = await platform.number(await platform.agency());
    await platform.within(ctx, async (tx) => {
      expect(await numbers.pick(tx, { mode: 'live' })).toEqual(first);
      expect(await numbers.pick(tx, { mode: 'live', numberId: second.id })).toEqual(second);
      const unknown = { code: 'not-found', httpStatus: 404 };
      await expect(numbers.pick(tx, { mode: 'live', numberId: foreign.id })).rejects.toMatchObject(unknown);
      await expect(numbers.pick(tx, { mode: 'live', numberId: newId() })).rejects.toMatchObject(unknown);
      await expect(numbers.pick(tx, { mode: 'sandbox' })).rejects.toMatchObject({
        code: 'sandbox-unavailable',
        httpStatus: 503,
      });
    });
  });

  it('puts a hold on record when it begins and not when it is renewed', async () => {
    const ctx = await platform.agency();
    const { id } = await platform.number(ctx);
    const until = () => new Date(Date.now() + 60_000);
    for (const reason of ['token-invalid', 'token-invalid', 'account-restricted']) {
      await platform.within(ctx, (tx) => numbers.hold(tx, id, { reason, until: until() }));
    }
    expect(await platform.entryTypes(ctx.agencyId)).toEqual([
      'agency.created',
      'agency.number.added',
      'agency.number.held',
      'agency.number.held',
    ]);
  });
});

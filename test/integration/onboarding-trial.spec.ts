import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AgencyStatusService, TRIAL_MESSAGES_A_DAY, TrialGuestsService } from '#libs/agencies';
import { DomainError, platformContext, type Uuid } from '#libs/kernel';
import { AcceptService, type SendRequest } from '#libs/sending';
import { eventually } from '../support/eventually.js';
import { aPhone, type Citizen, type GivenAgency, reminderTo, SendingFixture, SILENT } from './sending-fixture.js';

let given: SendingFixture;
beforeAll(async () => {
  given = await SendingFixture.open({ SENDING_TURN_MS: '3000' });
  await given.sim('POST', 'profile', SILENT);
});
afterAll(() => given?.close());

const codes = async ({ ctx }: GivenAgency, requests: readonly SendRequest[]) => {
  const outcomes = await given.within(ctx, (tx) => given.get(AcceptService).acceptAll(tx, requests));
  return outcomes.map((outcome) => (outcome instanceof DomainError ? outcome.code : 'accepted'));
};

describe('An agency on trial', () => {
  let agency: GivenAgency;
  let guest: Citizen;
  let guestId: Uuid;
  beforeEach(async () => {
    agency = await given.agency({ status: 'trial' });
    guest = await given.citizen(agency);
    guestId = (await given.get(TrialGuestsService).add(agency.ctx, { phone: guest.phone, name: 'Tester' })).id;
  });

  it('writes to its guests, by phone or as contacts, and to nobody else', async () => {
    const stranger = await given.citizen(agency);
    const parts = reminderTo(guest);
    const requests = [
      parts,
      { ...parts, recipient: { phone: guest.phone } },
      reminderTo(stranger),
      { ...parts, recipient: { phone: stranger.phone } },
      { ...parts, recipient: { phone: aPhone() } },
    ];
    const refused = 'trial-guests-only';
    expect(await codes(agency, requests)).toEqual(['accepted', 'accepted', refused, refused, refused]);
  });

  it('makes no contact of somebody who is refused', async () => {
    const phone = aPhone();
    await codes(agency, [{ ...reminderTo(guest), recipient: { phone } }]);
    const [row] = await given.rows<{ n: number }>('SELECT count(*)::int AS n FROM contacts WHERE agency_id = $1', [
      agency.ctx.agencyId,
    ]);
    expect(row?.n).toBe(1);
  });

  it('sends at most so many a day, wherever the limit falls inside a batch', async () => {
    const some = Array.from({ length: TRIAL_MESSAGES_A_DAY - 2 }, () => reminderTo(guest));
    expect(new Set(await codes(agency, some))).toEqual(new Set(['accepted']));
    const rest = [reminderTo(guest), reminderTo(guest), reminderTo(guest)];
    expect(await codes(agency, rest)).toEqual(['accepted', 'accepted', 'trial-limit']);
    given.advance(86_400_000);
    expect(await codes(agency, [reminderTo(guest)])).toEqual(['accepted']);
    given.advance(-86_400_000);
  });

  it('gives the last message of the day to one of two requests that come at once', async () => {
    const some = Array.from({ length: TRIAL_MESSAGES_A_DAY - 1 }, () => reminderTo(guest));
    await codes(agency, some);
    const both = await Promise.all([codes(agency, [reminderTo(guest)]), codes(agency, [reminderTo(guest)])]);
    expect(both.flat().sort()).toEqual(['accepted', 'trial-limit']);
  });

  it('asks the same few statements for one message and for many', async () => {
    const of = (n: number) => Array.from({ length: n }, () => reminderTo(guest));
    const one = await given.fewestStatements(() => codes(agency, of(1)));
    expect(await given.fewestStatements(() => codes(agency, of(20)))).toBe(one);
  });

  it('asks again when the turn comes: who left the list gets nothing', async () => {
    const [id = ''] = await given.accept(agency, [reminderTo(guest)]);
    await given.get(TrialGuestsService).remove(agency.ctx, guestId);
    await given.pump(agency);
    expect(await given.message(id)).toMatchObject({ state: 'suppressed', failure_code: 'trial-guests-only' });
    expect(await given.accepts(agency, guest)).toEqual([]);
  });

  it('delivers to a guest', async () => {
    const [id = ''] = await given.accept(agency, [reminderTo(guest)]);
    await given.pump(agency);
    expect(await given.message(id)).toMatchObject({ state: 'sent' });
  });
});

describe('A suspended agency', () => {
  const status = () => given.get(AgencyStatusService);

  it('accepts nothing, and keeps what it accepted until it is reactivated', async () => {
    const agency = await given.agency();
    const citizen = await given.citizen(agency);
    const ids = await given.accept(agency, [reminderTo(citizen), reminderTo(citizen)]);
    await status().suspend(platformContext(), agency.ctx.agencyId, 'Complaints are looked into.');
    expect(await codes(agency, [reminderTo(citizen)])).toEqual(['agency-suspended']);
    const due = await given.agencyDatabase.acrossAgencies<{ agency_id: Uuid }>('due_numbers', [given.clock.now()]);
    expect(due.map((row) => row.agency_id)).not.toContain(agency.ctx.agencyId);
    await given.pump(agency);
    expect(await given.accepts(agency)).toEqual([]);
    expect(await given.states(agency)).toEqual({ accepted: 2 });
    await status().reactivate(platformContext(), agency.ctx.agencyId);
    await given.pump(agency);
    expect(await given.message(ids[0] ?? '')).toMatchObject({ state: 'sent' });
  });

  it('stops within two seconds in the middle of a backlog', async () => {
    const agency = await given.agency({ messagesPerSecond: 20 });
    const citizen = await given.citizen(agency);
    await given.accept(
      agency,
      Array.from({ length: 80 }, () => reminderTo(citizen)),
    );
    const sending = given.pump(agency);
    await eventually(async () => expect((await given.accepts(agency)).length).toBeGreaterThan(0));
    await status().suspend(platformContext(), agency.ctx.agencyId, 'Stolen key.');
    const suspendedAt = Date.now();
    await sending;
    const accepted = await given.accepts(agency);
    expect(accepted.filter(({ at }) => at > suspendedAt + 2_000)).toEqual([]);
    expect(accepted.length).toBeLessThan(80);
    const states = await given.states(agency);
    expect((states.accepted ?? 0) + (states.queued ?? 0)).toBe(80 - accepted.length);
  });
});

import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AgencyContext, platformContext, type Uuid } from '#libs/kernel';
import {
  NumberLinkingService,
  NumberOnboardingService,
  NumberProfileService,
  NumberRefreshService,
  PhoneNumbersService,
  PortfoliosService,
} from '#libs/phone-numbers';
import { SimulatorRig, TOKEN, WABA } from '../../apps/simulator/src/testing/simulator-rig.js';
import { metaId, PlatformFixture } from './platform-fixture.js';

const PIN = '482913';

let rig: SimulatorRig;
let platform: PlatformFixture;
let linking: NumberLinkingService;
let onboarding: NumberOnboardingService;
let ctx: AgencyContext;

beforeAll(async () => {
  rig = await SimulatorRig.start();
  platform = await PlatformFixture.open({
    GRAPH_BASE_URL: rig.simulator.url,
    META_APP_ID: '650012299871144',
    META_APP_SECRETS: 'app-secret',
  });
  linking = platform.get(NumberLinkingService);
  onboarding = platform.get(NumberOnboardingService);
});
afterAll(async () => {
  await platform.close();
  await rig.close();
});
beforeEach(async () => {
  ctx = await platform.agency();
});

async function aPortfolio(): Promise<Uuid> {
  const portfolio = { metaPortfolioId: metaId(), name: 'City' };
  return (await platform.get(PortfoliosService).ensure(platformContext(), portfolio)).id;
}

async function account(parts: { accessToken?: string } = {}) {
  return { portfolioId: await aPortfolio(), wabaId: WABA, accessToken: TOKEN, mode: 'live' as const, ...parts };
}

function aNewNumber() {
  const nationalNumber = String(randomInt(1e9, 9e9));
  return { countryCode: '44', nationalNumber, verifiedName: 'City Health Department' };
}

async function added() {
  return linking.link(ctx, await account(), aNewNumber());
}

async function verified() {
  const { id, phoneNumberId } = await added();
  await onboarding.requestCode(ctx, id, { method: 'sms', language: 'en_US' });
  return onboarding.verifyCode(ctx, id, (await codes(phoneNumberId))[0] ?? '');
}

async function codes(phoneNumberId: string): Promise<string[]> {
  const { data } = (await rig.control('GET', `codes?phoneNumberId=${phoneNumberId}`)) as { data: { code: string }[] };
  return data.map(({ code }) => code);
}

async function attempts(numberId: Uuid): Promise<string[]> {
  const sql = 'SELECT step, outcome, code FROM number_attempts WHERE phone_number_id = $1 ORDER BY at, id';
  const { rows } = await platform.database.admin.query(sql, [numberId]);
  return rows.map(({ step, outcome, code }) => [step, outcome, code].filter(Boolean).join(' '));
}

describe(NumberOnboardingService.name, () => {
  it('brings a number from added to connected and puts each step on record', async () => {
    const number = await added();
    expect(number).toMatchObject({ state: 'added', metaStatus: 'PENDING', hearsWebhooks: true, tokenState: 'valid' });
    const asked = await onboarding.requestCode(ctx, number.id, { method: 'voice', language: 'en_US' });
    expect(asked).toMatchObject({ state: 'code-requested', codeMethod: 'voice' });
    const [code = ''] = await codes(number.phoneNumberId);
    expect(await onboarding.verifyCode(ctx, number.id, code)).toMatchObject({ state: 'code-verified', hasPin: false });
    const connected = await onboarding.register(ctx, number.id, PIN);
    expect(connected).toMatchObject({
      state: 'connected',
      hasPin: true,
      qualityRating: 'GREEN',
      metaStatus: 'CONNECTED',
    });
    expect(connected.registrations.left).toBe(9);
    expect((await platform.entryTypes(ctx.agencyId)).slice(1)).toEqual([
      'agency.number.added',
      'agency.waba.linked',
      'agency.number.code_requested',
      'agency.number.code_verified',
      'agency.number.registered',
      'agency.number.connected',
    ]);
  });

  it('asks Meta once however often somebody clicks', async () => {
    const { id, phoneNumberId } = await added();
    for (let i = 0; i < 3; i++) await onboarding.requestCode(ctx, id, { method: 'sms', language: 'en_US' });
    expect(await codes(phoneNumberId)).toHaveLength(1);
    const [code = ''] = await codes(phoneNumberId);
    await onboarding.verifyCode(ctx, id, code);
    expect(await onboarding.verifyCode(ctx, id, 'anything')).toMatchObject({ state: 'code-verified' });
    for (let i = 0; i < 3; i++) expect(await onboarding.register(ctx, id, PIN)).toMatchObject({ state: 'connected' });
    expect(await attempts(id)).toEqual(['request-code succeeded', 'verify-code succeeded', 'register succeeded']);
  });

  it('lets one of two clicks at once through', async () => {
    const { id, phoneNumberId } = await added();
    const request = () => onboarding.requestCode(ctx, id, { method: 'sms', language: 'en_US' });
    const ends = await Promise.allSettled([request(), request(), request()]);
    const refused = ends.filter((end) => end.status === 'rejected').map(({ reason }) => reason.code);
    expect(new Set(refused)).toEqual(new Set(refused.length > 0 ? ['number-busy'] : []));
    expect(await codes(phoneNumberId)).toHaveLength(1);
  });

  it('refuses a step that comes too early without asking Meta', async () => {
    const { id } = await added();
    const tooEarly = { code: 'number-step-not-due', httpStatus: 409 };
    await expect(onboarding.verifyCode(ctx, id, '123456')).rejects.toMatchObject(tooEarly);
    await expect(onboarding.register(ctx, id, PIN)).rejects.toMatchObject(tooEarly);
    expect(await attempts(id)).toEqual([]);
  });

  it("turns Meta's refusals into codes, keeps them for the screen and in the log", async () => {
    const { id } = await added();
    await onboarding.requestCode(ctx, id, { method: 'sms', language: 'en_US' });
    await expect(onboarding.verifyCode(ctx, id, '1')).rejects.toMatchObject({ code: 'code-wrong', httpStatus: 422 });
    const shown = await onboarding.get(ctx, id);
    expect(shown).toMatchObject({ state: 'code-requested', lastAttempt: { step: 'verify-code', code: 'code-wrong' } });
    expect((await platform.entryTypes(ctx.agencyId)).at(-1)).toBe('agency.number.code_verified');
    const { rows } = await platform.database.admin.query(
      `SELECT convert_from(entry, 'utf8') AS entry FROM audit.staging WHERE agency_id = $1 ORDER BY id DESC LIMIT 1`,
      [ctx.agencyId],
    );
    expect(JSON.parse(rows[0].entry)).toMatchObject({ outcome: 'failure', reason: 'code-wrong' });
  });

  it('keeps the PIN sealed, uses it again, and forgets one that Meta refused', async () => {
    const { id, phoneNumberId } = await verified();
    await expect(onboarding.register(ctx, id)).rejects.toMatchObject({ code: 'pin-missing' });
    await onboarding.register(ctx, id, PIN);
    await onboarding.deregister(ctx, id);
    await expect(onboarding.register(ctx, id, '000000')).rejects.toMatchObject({ code: 'pin-wrong' });
    await rig.control('POST', 'clock', { advanceMs: 2_000 });
    expect(await onboarding.register(ctx, id)).toMatchObject({ state: 'connected', phoneNumberId });
    const { rows } = await platform.database.admin.query('SELECT * FROM phone_numbers WHERE id = $1', [id]);
    expect(rows[0].pin_sealed.includes(PIN)).toBe(false);
    expect(rows[0].candidate_pin_sealed).toBeNull();
    expect(JSON.stringify(await onboarding.get(ctx, id))).not.toContain(PIN);
  });

  it('stops before the eleventh registration, which Meta would punish', async () => {
    const { id } = await verified();
    await platform.database.admin.query(
      `INSERT INTO number_attempts (agency_id, id, phone_number_id, step, at, outcome)
       SELECT $1, gen_random_uuid(), $2, 'register', now() - make_interval(hours => n), 'refused' FROM generate_series(1, 10) n`,
      [ctx.agencyId, id],
    );
    const refusal = onboarding.register(ctx, id, PIN);
    await expect(refusal).rejects.toMatchObject({ code: 'registrations-exhausted', httpStatus: 429 });
    await expect(refusal).rejects.toMatchObject({ retryAfterSeconds: expect.closeTo(62 * 3_600, -2) });
    expect((await onboarding.get(ctx, id)).registrations.left).toBe(0);
  });

  it('keeps the PIN of a registration whose answer was lost, once the number is found connected', async () => {
    const { id, phoneNumberId } = await verified();
    await rig.graph('POST', `${phoneNumberId}/register`, { messaging_product: 'whatsapp', pin: PIN });
    await platform.database.admin.query('UPDATE phone_numbers SET candidate_pin_sealed = $2 WHERE id = $1', [id, 'x']);
    const found = await platform.get(NumberRefreshService).refresh(ctx, id);
    expect(found).toMatchObject({ state: 'connected', hasPin: true });
  });

  it('shows one agency nothing of the numbers of another', async () => {
    const { id } = await added();
    const stranger = await platform.agency();
    expect(await onboarding.list(stranger)).toEqual([]);
    const unknown = { code: 'not-found' };
    await expect(onboarding.get(stranger, id)).rejects.toMatchObject(unknown);
    await expect(onboarding.register(stranger, id, PIN)).rejects.toMatchObject(unknown);
    await expect(platform.get(NumberRefreshService).refresh(stranger, id)).rejects.toMatchObject(unknown);
    await expect(platform.get(NumberProfileService).changeName(stranger, id, 'Other')).rejects.toMatchObject(unknown);
  });
});

describe(NumberLinkingService.name, () => {
  it('finds what the first click left, and never makes a second number', async () => {
    const wanted = aNewNumber();
    const first = await linking.link(ctx, await account(), wanted);
    const second = await linking.link(ctx, await account(), wanted);
    expect(second.id).toBe(first.id);
    expect(await onboarding.list(ctx)).toHaveLength(1);
    const third = await linking.link(ctx, await account(), { phoneNumberId: first.phoneNumberId });
    expect(third.id).toBe(first.id);
  });

  it('takes a number as far as it has come at Meta', async () => {
    const { phoneNumberId } = await verified();
    await rig.graph('POST', `${phoneNumberId}/register`, { messaging_product: 'whatsapp', pin: PIN });
    for (const table of ['number_attempts', 'number_changes', 'phone_numbers']) {
      await platform.database.admin.query(`DELETE FROM ${table} WHERE agency_id = $1`, [ctx.agencyId]);
    }
    const linked = await linking.link(ctx, await account(), { phoneNumberId });
    expect(linked).toMatchObject({ state: 'connected', hasPin: false });
  });

  it('refuses a number of another agency, of another account and a token that is not valid', async () => {
    const { phoneNumberId } = await added();
    const stranger = await platform.agency();
    const theirs = linking.link(stranger, await account(), { phoneNumberId });
    await expect(theirs).rejects.toMatchObject({ code: 'number-taken' });
    const elsewhere = linking.link(ctx, await account(), { phoneNumberId: '331020410093246' });
    await expect(elsewhere).rejects.toMatchObject({ code: 'number-not-in-account', httpStatus: 422 });
    const token = linking.link(ctx, await account({ accessToken: 'nonsense' }), aNewNumber());
    await expect(token).rejects.toMatchObject({ code: 'token-invalid', httpStatus: 422 });
    expect((await platform.entryTypes(stranger.agencyId)).at(-1)).toBe('agency.created');
  });

  it('exchanges the code of Embedded Signup and hears the account', async () => {
    const signup = (await rig.control('POST', 'signups', {
      name: 'Harbour Office',
      displayPhoneNumber: `+44 ${randomInt(1e9, 9e9)}`,
    })) as { code: string; wabaId: string; phoneNumberId: string; businessId: string };
    const { id: portfolioId } = await platform.get(PortfoliosService).ensureNamed(platformContext(), signup.businessId);
    const number = await linking.signUp(ctx, portfolioId, signup);
    expect(number).toMatchObject({ state: 'code-verified', hearsWebhooks: true, wabaId: signup.wabaId });
    expect(await onboarding.register(ctx, number.id, PIN)).toMatchObject({ state: 'connected' });
    const again = linking.signUp(ctx, portfolioId, signup);
    await expect(again).rejects.toMatchObject({ code: 'signup-code-used' });
  });
});

describe(NumberProfileService.name, () => {
  it('asks for a name once, and registering again puts the approved one into force', async () => {
    const profiles = platform.get(NumberProfileService);
    const { id, phoneNumberId } = await verified();
    await onboarding.register(ctx, id, PIN);
    for (let i = 0; i < 2; i++) {
      const waiting = { requestedName: 'City Health', requestedNameStatus: 'PENDING_REVIEW' };
      expect(await profiles.changeName(ctx, id, 'City Health')).toMatchObject(waiting);
    }
    await rig.control('POST', `numbers/${phoneNumberId}/name-status`, { status: 'APPROVED' });
    const refreshed = await platform.get(NumberRefreshService).refresh(ctx, id);
    expect(refreshed).toMatchObject({ requestedNameStatus: 'APPROVED', verifiedName: 'City Health Department' });
    expect(await onboarding.register(ctx, id)).toMatchObject({ verifiedName: 'City Health', requestedName: null });
    expect(await attempts(id)).toEqual([
      'request-code succeeded',
      'verify-code succeeded',
      'register succeeded',
      'display-name succeeded',
      'register succeeded',
    ]);
    expect(await platform.entryTypes(ctx.agencyId)).toContain('agency.number.name_decided');
    await expect(profiles.changeName(ctx, id, '?!?')).rejects.toMatchObject({ code: 'display-name-refused' });
  });

  it('changes the profile and keeps what is not named', async () => {
    const profiles = platform.get(NumberProfileService);
    const { id } = await added();
    expect(await profiles.profile(ctx, id)).toEqual({});
    await profiles.changeProfile(ctx, id, { about: 'Health', vertical: 'GOVT' });
    expect(await profiles.changeProfile(ctx, id, { email: 'info@health.example.org' })).toEqual({
      about: 'Health',
      vertical: 'GOVT',
      email: 'info@health.example.org',
    });
    const refused = profiles.changeProfile(ctx, id, { email: 'nobody' });
    await expect(refused).rejects.toMatchObject({ code: 'profile-refused' });
  });
});

describe(NumberRefreshService.name, () => {
  it('believes Meta: a number that was disconnected is not sent from', async () => {
    const { id, phoneNumberId } = await verified();
    await onboarding.register(ctx, id, PIN);
    await rig.control('POST', `numbers/${phoneNumberId}/facts`, { status: 'DISCONNECTED', quality: 'RED' });
    const refreshed = await platform.get(NumberRefreshService).refresh(ctx, id);
    expect(refreshed).toMatchObject({ state: 'code-verified', qualityRating: 'RED' });
    const types = await platform.entryTypes(ctx.agencyId);
    expect(types).toContain('agency.number.disconnected');
    expect(types).toContain('agency.number.quality_changed');
    const numbers = platform.get(PhoneNumbersService);
    await platform.within(ctx, async (tx) => {
      const refusal = { code: 'number-not-connected', httpStatus: 422 };
      await expect(numbers.pick(tx, { mode: 'live' })).rejects.toMatchObject(refusal);
      await expect(numbers.pick(tx, { mode: 'live', numberId: id })).rejects.toMatchObject(refusal);
    });
    const byHand = await platform.number(ctx);
    await platform.within(ctx, async (tx) => {
      expect(await numbers.pick(tx, { mode: 'live' })).toMatchObject({ id: byHand.id });
    });
  });

  it('looks by itself for decisions that are waited for, and leaves numbers added by hand alone', async () => {
    const refreshes = platform.get(NumberRefreshService);
    const { id, phoneNumberId } = await added();
    const byHand = await platform.number(ctx);
    await rig.control('POST', `numbers/${phoneNumberId}/name-status`, { status: 'APPROVED' });
    expect(await onboarding.get(ctx, id)).toMatchObject({ nameStatus: 'PENDING_REVIEW' });
    await platform.database.admin.query(
      "UPDATE phone_numbers SET refresh_tried_at = refresh_tried_at - interval '10 minutes' WHERE agency_id = $1",
      [ctx.agencyId],
    );
    while ((await refreshes.refreshDue()) > 0);
    expect(await onboarding.get(ctx, id)).toMatchObject({ nameStatus: 'APPROVED' });
    expect(await onboarding.get(ctx, byHand.id)).toMatchObject({ refreshedAt: null });
  });

  it('notes that a token is not valid any more', async () => {
    const { id } = await added();
    await platform.get(PhoneNumbersService).replaceToken(ctx, id, 'token-of-yesterday');
    const refreshed = platform.get(NumberRefreshService).refresh(ctx, id);
    await expect(refreshed).rejects.toMatchObject({ code: 'token-invalid' });
    expect(await onboarding.get(ctx, id)).toMatchObject({ tokenState: 'expired' });
  });
});

import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AgencyContext, platformContext, type Uuid } from '#libs/kernel';
import {
  NumberDrift,
  NumberExtrasService,
  NumberHistoryService,
  NumberLinkingService,
  NumberOnboardingService,
  NumberRefreshService,
  PlatformNumbersService,
  PortfoliosService,
} from '#libs/phone-numbers';
import { SimulatorRig, TOKEN, WABA } from '../../apps/simulator/src/testing/simulator-rig.js';
import { metaId, PlatformFixture } from './platform-fixture.js';

const PIN = '482913';
const CITIZEN = '+447700900555';
const STRANGER = '+447700900556';

let rig: SimulatorRig;
let platform: PlatformFixture;
let onboarding: NumberOnboardingService;
let refreshes: NumberRefreshService;
let extras: NumberExtrasService;
let ctx: AgencyContext;

beforeAll(async () => {
  rig = await SimulatorRig.start();
  platform = await PlatformFixture.open({
    GRAPH_BASE_URL: rig.simulator.url,
    META_APP_ID: '650012299871144',
    META_APP_SECRETS: 'app-secret',
  });
  onboarding = platform.get(NumberOnboardingService);
  refreshes = platform.get(NumberRefreshService);
  extras = platform.get(NumberExtrasService);
});
afterAll(async () => {
  await platform?.close();
  await rig?.close();
});
beforeEach(async () => {
  ctx = await platform.agency();
});

async function connected() {
  const portfolio = { metaPortfolioId: metaId(), name: 'City' };
  const { id: portfolioId } = await platform.get(PortfoliosService).ensure(platformContext(), portfolio);
  const account = { portfolioId, wabaId: WABA, accessToken: TOKEN, mode: 'live' as const };
  const number = { countryCode: '44', nationalNumber: String(randomInt(1e9, 9e9)), verifiedName: 'City Health' };
  const { id, phoneNumberId } = await platform.get(NumberLinkingService).link(ctx, account, number);
  await onboarding.requestCode(ctx, id, { method: 'sms', language: 'en_US' });
  const { data } = (await rig.control('GET', `codes?phoneNumberId=${phoneNumberId}`)) as { data: { code: string }[] };
  await onboarding.verifyCode(ctx, id, data[0]?.code ?? '');
  return onboarding.register(ctx, id, PIN);
}

/** As the worker does when nobody asked for long. */
async function lookAround(): Promise<void> {
  await platform.database.admin.query(
    `UPDATE phone_numbers SET refresh_tried_at = now() - interval '7 hours' WHERE agency_id = $1`,
    [ctx.agencyId],
  );
  await refreshes.refreshDue();
}

const newEntries = async (from: number) => (await platform.entryTypes(ctx.agencyId)).slice(from);

describe('A number that somebody looks after', () => {
  it('gets another PIN, which the next registration uses', async () => {
    const { id } = await connected();
    await onboarding.changePin(ctx, id, '739104');
    expect(await onboarding.deregister(ctx, id)).toMatchObject({ state: 'code-verified', hasPin: true });
    expect(await onboarding.register(ctx, id)).toMatchObject({ state: 'connected' });
    await onboarding.deregister(ctx, id);
    await expect(onboarding.register(ctx, id, PIN)).rejects.toMatchObject({ code: 'pin-wrong' });
  });

  it('has no PIN to change before it is registered', async () => {
    const { id } = await connected();
    await onboarding.deregister(ctx, id);
    await expect(onboarding.changePin(ctx, id, '739104')).rejects.toMatchObject({ code: 'number-step-not-due' });
  });

  it('hears webhooks again after somebody took that away in WhatsApp Manager', async () => {
    const { id } = await connected();
    await rig.graph('DELETE', `${WABA}/subscribed_apps`);
    expect(await refreshes.refresh(ctx, id)).toMatchObject({ hearsWebhooks: false });
    expect(await onboarding.subscribe(ctx, id)).toMatchObject({ hearsWebhooks: true });
    expect(await refreshes.refresh(ctx, id)).toMatchObject({ hearsWebhooks: true });
  });

  it('has links that are made, changed and deleted, each on record', async () => {
    const { id } = await connected();
    const from = (await platform.entryTypes(ctx.agencyId)).length;
    const made = await extras.saveShortLink(ctx, id, 'Report a leak');
    expect(made).toMatchObject({ prefilledMessage: 'Report a leak', url: `https://wa.me/message/${made.code}` });
    await extras.saveShortLink(ctx, id, 'Report a burst pipe', made.code);
    expect(await extras.shortLinks(ctx, id)).toEqual([{ ...made, prefilledMessage: 'Report a burst pipe' }]);
    await extras.removeShortLink(ctx, id, made.code);
    expect(await extras.shortLinks(ctx, id)).toEqual([]);
    await expect(extras.removeShortLink(ctx, id, made.code)).rejects.toMatchObject({ code: 'short-link-refused' });
    expect(await newEntries(from)).toEqual([
      'agency.number.short_link_saved',
      'agency.number.short_link_saved',
      'agency.number.short_link_deleted',
      'agency.number.short_link_deleted',
    ]);
  });

  it('blocks who wrote lately, says of each other why not, and hears the blocked no more', async () => {
    const { id, phoneNumberId } = await connected();
    await rig.control('POST', 'inbound', { from: CITIZEN, phoneNumberId, text: 'Hello' });
    const outcomes = await extras.block(ctx, id, [{ phone: CITIZEN }, { phone: STRANGER }]);
    expect(outcomes).toEqual([
      { input: CITIZEN, error: null },
      { input: STRANGER, error: { code: 131_047, details: expect.stringContaining('24 hours') } },
    ]);
    expect(await extras.blockedUsers(ctx, id, { limit: 10 })).toEqual({
      users: [{ phone: CITIZEN.slice(1), userId: null }],
      next: null,
    });
    const refused = await rig.send(
      { messaging_product: 'whatsapp', to: CITIZEN, type: 'text', text: { body: 'Hello' } },
      { number: phoneNumberId },
    );
    expect(refused.body).toMatchObject({ error: { code: 130_403 } });
    expect(await extras.unblock(ctx, id, [{ phone: CITIZEN }])).toEqual([{ input: CITIZEN, error: null }]);
    expect(await extras.blockedUsers(ctx, id, { limit: 10 })).toEqual({ users: [], next: null });
  });

  it('offers in a chat what it was told to offer', async () => {
    const { id } = await connected();
    const starters = {
      prompts: ['Report a leak'],
      commands: [{ name: 'waste', description: 'When bins are emptied' }],
    };
    expect(await extras.changeStarters(ctx, id, starters)).toEqual(starters);
    expect(await extras.starters(ctx, id)).toEqual(starters);
  });
});

describe('What nobody announced', () => {
  const drifts = () => platform.within(ctx, (tx) => platform.get(NumberDrift).count(tx));

  it('is found, kept until somebody has looked, and put on record', async () => {
    const { id, phoneNumberId } = await connected();
    await lookAround();
    expect([(await onboarding.get(ctx, id)).drift, await drifts()]).toEqual([[], 0]);
    const from = (await platform.entryTypes(ctx.agencyId)).length;
    await rig.control('POST', `numbers/${phoneNumberId}/facts`, {
      quality: 'RED',
      profile: { about: 'Somebody else' },
    });
    await lookAround();
    await lookAround();
    const found = await onboarding.get(ctx, id);
    expect(found.drift).toEqual([
      { field: 'quality', ours: 'GREEN', theirs: 'RED' },
      { field: 'profile.about', ours: '', theirs: 'Somebody else' },
    ]);
    expect([found.qualityRating, await drifts()]).toEqual(['RED', 1]);
    expect(await refreshes.acknowledgeDrift(ctx, id)).toMatchObject({ drift: [], driftFoundAt: null });
    await refreshes.acknowledgeDrift(ctx, id);
    expect(await newEntries(from)).toEqual([
      'agency.number.drift_found',
      'agency.number.quality_changed',
      'agency.number.drift_seen',
    ]);
  });

  it('is not what a person asked about, nor what a webhook told', async () => {
    const { id, phoneNumberId } = await connected();
    await rig.control('POST', `numbers/${phoneNumberId}/facts`, { quality: 'YELLOW' });
    await refreshes.refresh(ctx, id);
    await rig.control('POST', `numbers/${phoneNumberId}/facts`, { quality: 'RED' });
    await platform.database.admin.query(`UPDATE phone_numbers SET refresh_tried_at = 'epoch' WHERE id = $1`, [id]);
    await refreshes.refreshDue();
    expect(await onboarding.get(ctx, id)).toMatchObject({ qualityRating: 'RED', drift: [] });
  });
});

describe('How numbers went', () => {
  const qualities = async (id: Uuid) => {
    const history = await platform.get(NumberHistoryService).list(ctx, id);
    return history.filter(({ field }) => field === 'quality').map(({ value }) => value);
  };

  it('is kept change by change', async () => {
    const { id, phoneNumberId } = await connected();
    for (const quality of ['GREEN', 'YELLOW', 'YELLOW', 'GREEN']) {
      await rig.control('POST', `numbers/${phoneNumberId}/facts`, { quality });
      await refreshes.refresh(ctx, id);
    }
    expect((await qualities(id)).slice(-3)).toEqual(['GREEN', 'YELLOW', 'GREEN']);
  });

  it('is seen by the platform for all agencies, the gravest first, and by no agency for another', async () => {
    const { id, phoneNumberId } = await connected();
    await rig.control('POST', `numbers/${phoneNumberId}/facts`, { quality: 'RED' });
    await refreshes.refresh(ctx, id);
    const all = await platform.get(PlatformNumbersService).list(platformContext());
    expect(all.find((number) => number.id === id)).toMatchObject({ risk: 'high', reasons: ['quality-low'] });
    const stranger = await platform.agency();
    expect(await platform.within(stranger, (tx) => tx.query('SELECT * FROM numbers_of_platform()'))).toEqual([]);
    expect(await platform.get(NumberHistoryService).list(stranger, id)).toEqual([]);
  });
});

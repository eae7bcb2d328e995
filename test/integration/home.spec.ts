import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HomeService } from '#libs/home';
import type { AgencyContext } from '#libs/kernel';
import { NumberTrouble } from '#libs/phone-numbers';
import { StoppedSending, SwitchesService, TodayService } from '#libs/sending';
import { RejectedTemplates } from '#libs/templates';
import { SendingFixture } from './sending-fixture.js';

const NOTHING = { accepted: 0, sent: 0, delivered: 0, read: 0, failed: 0, received: 0 };

let given: SendingFixture;
let ctx: AgencyContext;
let home: HomeService;

beforeAll(async () => {
  given = await SendingFixture.open();
  ({ ctx } = await given.agency());
  const needs = [given.get(StoppedSending), given.get(NumberTrouble), given.get(RejectedTemplates)];
  home = new HomeService(given.agencyDatabase, needs, given.get(TodayService));
});

afterAll(() => given?.close());

const as = (...permissions: string[]): AgencyContext => ({ ...ctx, permissions: new Set(permissions) });

describe(HomeService, () => {
  it('is quiet where nothing waits and nothing was sent', async () => {
    expect(await home.get(as('numbers:read', 'templates:read'))).toEqual({ needsYou: [], today: NOTHING });
  });

  it('counts what waits, for those who may see it', async () => {
    await given.rows(
      `UPDATE phone_numbers SET held_reason = 'spam', held_until = now() + interval '1 hour'
      WHERE agency_id = $1`,
      [ctx.agencyId],
    );
    const numbers = await given.rows('SELECT 1 FROM phone_numbers WHERE agency_id = $1', [ctx.agencyId]);
    const { needsYou } = await home.get(as('numbers:read'));
    expect(needsYou).toEqual([{ kind: 'number-trouble', count: numbers.length, to: '/numbers' }]);
    expect((await home.get(as('templates:read'))).needsYou).toEqual([]);
  });

  it('says that something is stopped, until it is lifted', async () => {
    const reader = as('switches:read');
    expect((await home.get(reader)).needsYou).toEqual([]);
    const { id } = await given.get(SwitchesService).stop(ctx, { scope: 'agency', reason: 'Wrong date in the text' });
    expect((await home.get(reader)).needsYou).toEqual([{ kind: 'sending-stopped', count: 1, to: '/settings/sending' }]);
    await given.get(SwitchesService).lift(ctx, id);
    expect((await home.get(reader)).needsYou).toEqual([]);
  });
});

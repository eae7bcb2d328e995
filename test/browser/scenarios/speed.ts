import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.js';
import { type BrowserWorld, signIn } from '../support/world.js';

const ROUNDS = 3;
/** A page whose parts move while somebody reaches for them; https://web.dev/articles/cls calls 0.1 good. */
const MOST_SHIFT = 0.05;
/** The pages that people open most. */
const PAGES = ['', '/messages', '/messages/new', '/audit', '/team', '/developers/keys/new', '/numbers', '/settings'];

const OBSERVE = `
  window.speed = { paint: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) window.speed.paint = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.speed.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

interface Speed {
  readonly paint: number;
  readonly shift: number;
}

type Kept = BrowserContextOptions['storageState'];

/** A browser that has never seen the console but is signed in. */
async function visit(world: BrowserWorld, path: string, kept: Kept): Promise<{ speed: Speed; kept: Kept }> {
  const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 }, storageState: kept });
  const page = await context.newPage();
  await page.addInitScript(OBSERVE);
  await page.goto(`${world.origin}${path}`);
  await page.locator('h1').waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  const speed = await eventually(async () => {
    const told = await page.evaluate<Speed>('window.speed');
    expect(told.paint).toBeGreaterThan(0);
    return told;
  });
  // The session's cookie was changed by this visit; the next one goes on with the newest.
  const next = await context.storageState();
  await context.close();
  return { speed, kept: next };
}

const at75 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.75) - 1] ?? 0;

/** Belongs to the full run: other work on the machine would be measured too. */
export function speedOfPages(world: () => BrowserWorld): void {
  describe.runIf(process.env['TEST_FULL'] === '1')('A browser that comes for the first time', () => {
    it('shows pages that do not move, and prints how soon', async () => {
      const { context, page } = await world().visit('/sign-in');
      await signIn(page, world().person('agency_admin'));
      await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
      let kept: Kept = await context.storageState();
      await context.close();
      const agency = `/a/${world().system.agency.slug}`;
      const paints: number[] = [];
      for (const path of PAGES) {
        const speeds: Speed[] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          const seen = await visit(world(), agency + path, kept);
          kept = seen.kept;
          speeds.push(seen.speed);
        }
        const shift = Math.max(...speeds.map((speed) => speed.shift));
        paints.push(...speeds.map(({ paint }) => paint));
        const ms = speeds.map(({ paint }) => Math.round(paint)).join(' ');
        console.log(`largest contentful paint ${ms} ms, layout shift ${shift.toFixed(3)}: ${path || '/'}`);
        expect(shift, path).toBeLessThanOrEqual(MOST_SHIFT);
      }
      console.log(`largest contentful paint at p75: ${Math.round(at75(paints))} ms`);
    });
  });
}

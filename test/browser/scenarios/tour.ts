import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleRoute, ROUTES } from '../../../apps/console/src/routes.js';
import { ROLES, type Role } from '../../../libs/access/src/roles.js';
import type { View } from '../support/browser.js';
import { glide } from '../support/glide.js';
import { PageWatch } from '../support/page-check.js';
import { nameOf, type Places, pathOf } from '../support/places.js';
import { EVERY_VIEW, labelOf, pairsOf, VIEW_SEED, viewsInTurn } from '../support/views.js';
import { refusalsIn } from '../support/words.js';
import { type BrowserWorld, NO_SESSION, type Person } from '../support/world.js';

type World = () => BrowserWorld;

export const holds = (role: Role, { permission }: ConsoleRoute): boolean =>
  !permission || (ROLES[role] as readonly string[]).includes(permission);
const pagesOf = (scope: ConsoleRoute['scope'], role: Role, isAllowed = true) =>
  ROUTES.filter((route) => route.scope === scope && holds(role, route) === isAllowed);

/** Needs what another scenario brings along: the first step of a sign-in, a link of a mail, a second agency. */
const ELSEWHERE = ['sign-in/second-step', 'sign-in/new-password', 'sign-in/invitation', 'agencies/choose'];
const toured = ({ page }: ConsoleRoute) => !ELSEWHERE.includes(page);

const views = viewsInTurn(VIEW_SEED);
const shown: Required<View>[] = [];

interface Visit {
  readonly route: ConsoleRoute;
  readonly view: Required<View>;
  readonly label: string;
}

/** Every page once, each in another look; in the full run, in every look. */
function visitsTo(routes: readonly ConsoleRoute[]): Visit[] {
  return routes.filter(toured).flatMap((route) => {
    const looks = process.env['TEST_FULL'] === '1' ? EVERY_VIEW : [views.next().value];
    return looks.map((view) => ({ route, view, label: labelOf(view) }));
  });
}

/** A browser for a group of tests, at the console; signed in when somebody is named. */
function tabOf(world: World, person?: () => Person | Promise<Person>): () => Page {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = person ? await world().signedIn(await person()) : await world().visit('/sign-in'));
    // Whoever belongs to one place is led there; a test that goes elsewhere meanwhile would be overtaken.
    if (person) await page.waitForURL(/\/(a|platform)\b/);
    await page.locator('h1').first().waitFor();
  });
  afterAll(() => context?.close());
  return () => page;
}

const placesOf = (world: BrowserWorld, { scope }: ConsoleRoute): Places =>
  scope === 'platform' ? world.onPlatform : world.inAgency;

async function look(page: Page, view: Required<View>): Promise<void> {
  await page.evaluate(`localStorage.setItem('belfry.look', '${JSON.stringify(view)}')`);
  await page.setViewportSize({ width: view.width, height: 900 });
}

async function visit(world: BrowserWorld, page: Page, who: string, { route, view, label }: Visit): Promise<void> {
  await look(page, view);
  const watch = new PageWatch(page, [NO_SESSION]);
  await page.goto(`${world.origin}${pathOf(route, placesOf(world, route))}`);
  await watch.check(`${who}-${nameOf(route)}-${label}`);
  watch.end();
  expect(refusalsIn(view.language)).not.toContain(await page.locator('h1').textContent());
  const html = page.locator('html');
  expect(await html.getAttribute('lang')).toBe(view.language);
  expect(await html.getAttribute('dir')).toBe(view.language === 'ar' ? 'rtl' : 'ltr');
  expect(await html.getAttribute('data-theme')).toBe(view.theme);
  shown.push(view);
}

/** Every page of the console, as those who may open it and as those who may not. */
export function tourOfPages(world: World): void {
  const admin = () => world().person('agency_admin');
  const adminPages = visitsTo([...pagesOf('own', 'agency_admin'), ...pagesOf('agency', 'agency_admin')]);

  function mayOpen(who: string, visits: readonly Visit[], person?: () => Person | Promise<Person>): void {
    describe.concurrent(`${who} may open`, () => {
      const tab = tabOf(world, person);
      it.sequential.each(visits)('$route.path in $label', async (one) => {
        await visit(world(), tab(), who.toLowerCase().replaceAll(' ', '-'), one);
      });
    });
  }

  const half = Math.ceil(adminPages.length / 2);
  mayOpen('Anybody', visitsTo(ROUTES.filter(({ scope }) => scope === 'public')));
  mayOpen('An administrator', adminPages.slice(0, half), admin);
  mayOpen('The same administrator', adminPages.slice(half), admin);
  mayOpen('A platform administrator', visitsTo(pagesOf('platform', 'platform_admin')), () => world().platformAdmin);
  mayOpen('An auditor', visitsTo(pagesOf('agency', 'auditor')), () => world().person('auditor'));

  /** Without a reload from page to page: the guard is asked the same, and a load takes ten times as long. */
  function mayNotOpen(who: string, routes: readonly ConsoleRoute[], person: () => Person | Promise<Person>): void {
    describe.concurrent(`${who} may not open`, () => {
      const tab = tabOf(world, person);

      it.sequential.each(routes)('$path', async (route) => {
        const watch = new PageWatch(tab());
        await glide(tab(), pathOf(route, placesOf(world(), route)));
        await tab().getByRole('heading', { level: 1, name: 'You may not open this page' }).waitFor();
        await tab().getByText(`Missing right: ${route.permission}`).waitFor();
        expect(watch.errors).toEqual([]);
        watch.end();
        await glide(tab(), '/me');
        await tab().getByRole('heading', { level: 1, name: 'Your profile' }).waitFor();
      });

      it.sequential('and reads why on a page without a flaw', async () => {
        const [route] = routes;
        if (!route) throw new Error(`${who} may open everything`);
        const watch = new PageWatch(tab());
        await tab().goto(`${world().origin}${pathOf(route, placesOf(world(), route))}`);
        await tab().getByText(`Missing right: ${route.permission}`).waitFor();
        await watch.check(`forbidden-${nameOf(route)}`);
      });
    });
  }

  const notForAuditors = pagesOf('agency', 'auditor', false);
  const onlyForAuditors = pagesOf('agency', 'editor', false).filter((route) => !notForAuditors.includes(route));
  mayNotOpen('An auditor', notForAuditors, () => world().person('auditor'));
  mayNotOpen('An editor', onlyForAuditors, () => world().newPerson('editor', admin()));
  mayNotOpen('A platform auditor', pagesOf('platform', 'platform_auditor', false), () =>
    world().newPerson('platform_auditor', world().platformAdmin),
  );

  describe.concurrent('What belongs to another agency', () => {
    const tab = tabOf(world, admin);
    it.sequential.each([
      ['a page of the other agency', () => `/a/${world().system.otherAgency.slug}/team`],
      ['an agency that does not exist', () => '/a/no-such-agency/team'],
      ['the platform', () => '/platform'],
    ])('is not there: %s', async (name, path) => {
      const watch = new PageWatch(tab());
      await tab().goto(`${world().origin}${path()}`);
      await tab().getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
      expect(await tab().title()).not.toMatch(/coast|flood|no-such|platform/i);
      expect(await tab().locator('body').textContent()).not.toMatch(/coast|flood/i);
      await watch.check(`not-found-${name.replaceAll(' ', '-')}`);
      watch.end();
    });
  });
}

/** Comes after the tour: what it has shown. */
export function looksOfTheTour(): void {
  it(`has shown every theme with every language, and both at every width (looks of seed ${VIEW_SEED})`, () => {
    const seen = new Set(shown.flatMap(pairsOf));
    expect([...new Set(EVERY_VIEW.flatMap(pairsOf))].filter((pair) => !seen.has(pair))).toEqual([]);
  });
}

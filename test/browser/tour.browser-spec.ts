import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleRoute, ROUTES } from '../../apps/console/src/routes.js';
import { ROLES, type Role } from '../../libs/access/src/roles.js';
import type { View } from './support/browser.js';
import { PageWatch } from './support/page-check.js';
import { nameOf, type Places, pathOf, placesInAgency, placesOnPlatform } from './support/places.js';
import { BrowserWorld, NO_SESSION, type Person } from './support/world.js';

let world: BrowserWorld;
let inAgency: Places;
let onPlatform: Places;

beforeAll(async () => {
  world = await BrowserWorld.start();
  [inAgency, onPlatform] = await Promise.all([placesInAgency(world), placesOnPlatform(world)]);
});
afterAll(() => world?.stop());

const holds = (role: Role, { permission }: ConsoleRoute): boolean =>
  !permission || (ROLES[role] as readonly string[]).includes(permission);
const pagesOf = (scope: ConsoleRoute['scope'], role: Role, isAllowed = true) =>
  ROUTES.filter((route) => route.scope === scope && holds(role, route) === isAllowed);
const placesOf = ({ scope }: ConsoleRoute): Places => (scope === 'platform' ? onPlatform : inAgency);

const table = (routes: readonly ConsoleRoute[]) => routes.map((route) => [route.path, route] as const);

/** A browser for a group of tests, signed in as somebody. */
function browserOf(person: () => Person | Promise<Person>): () => Promise<Page> {
  let context: BrowserContext;
  beforeAll(async () => {
    ({ context } = await world.signedIn(await person()));
    await context.pages()[0]?.close();
  });
  afterAll(() => context?.close());
  return () => context.newPage();
}

async function tour(page: Page, route: ConsoleRoute, name: string): Promise<void> {
  const watch = new PageWatch(page);
  await page.goto(`${world.origin}${pathOf(route, placesOf(route))}`);
  await watch.check(name);
  const heading = await page.locator('h1').textContent();
  expect(heading).not.toMatch(/not found|may not open|went wrong/i);
  await page.close();
}

describe.concurrent('An agency’s administrator may open', () => {
  const open = browserOf(() => world.person('agency_admin'));
  const own = pagesOf('own', 'agency_admin').filter(({ path }) => path !== '/');
  it.each(table([...own, ...pagesOf('agency', 'agency_admin')]))('%s', async (_, route) => {
    await tour(await open(), route, `admin-${nameOf(route)}`);
  });
});

describe.concurrent('A platform administrator may open', () => {
  const open = browserOf(() => world.platformAdmin);
  it.each(table(pagesOf('platform', 'platform_admin')))('%s', async (_, route) => {
    await tour(await open(), route, `platform-${nameOf(route)}`);
  });
});

async function seesForbidden(page: Page, route: ConsoleRoute): Promise<void> {
  const watch = new PageWatch(page);
  await page.goto(`${world.origin}${pathOf(route, placesOf(route))}`);
  await page.getByRole('heading', { level: 1, name: 'You may not open this page' }).waitFor();
  await page.getByText(`Missing right: ${route.permission}`).waitFor();
  expect(watch.errors).toEqual([]);
  await page.close();
}

describe.concurrent('An auditor', () => {
  const open = browserOf(() => world.person('auditor'));

  it('reads what is missing on a page without a flaw', async () => {
    const page = await open();
    const watch = new PageWatch(page);
    await page.goto(`${world.origin}/a/${world.system.agency.slug}`);
    await page.getByText('Missing right: home:read').waitFor();
    await watch.check('forbidden');
    await page.close();
  });

  it.each(table(pagesOf('agency', 'auditor')))('may open %s', async (_, route) => {
    await tour(await open(), route, `auditor-${nameOf(route)}`);
  });

  it.each(table(pagesOf('agency', 'auditor', false)))('may not open %s', async (_, route) => {
    await seesForbidden(await open(), route);
  });
});

describe.concurrent('An editor', () => {
  const open = browserOf(() => world.newPerson('editor', world.person('agency_admin')));

  it.each(
    table(pagesOf('agency', 'editor', false).filter((route) => !pagesOf('agency', 'auditor', false).includes(route))),
  )('may not open %s', async (_, route) => {
    await seesForbidden(await open(), route);
  });
});

describe.concurrent('A platform auditor', () => {
  const open = browserOf(() => world.newPerson('platform_auditor', world.platformAdmin));

  it.each(table(pagesOf('platform', 'platform_auditor', false)))('may not open %s', async (_, route) => {
    await seesForbidden(await open(), route);
  });
});

describe.concurrent('Another agency', () => {
  const open = browserOf(() => world.person('agency_admin'));

  it.each([
    ['a page of the other agency', () => `/a/${world.system.otherAgency.slug}/team`],
    ['an agency that does not exist', () => '/a/no-such-agency/team'],
    ['the platform', () => '/platform'],
  ])('is not there: %s', async (_, path) => {
    const page = await open();
    const watch = new PageWatch(page);
    await page.goto(`${world.origin}${path()}`);
    await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
    expect(await page.title()).not.toMatch(/coast|flood|no-such|platform/i);
    expect(await page.locator('body').textContent()).not.toMatch(/coast|flood/i);
    await watch.check('not-found');
    await page.close();
  });
});

describe.concurrent('Without a session', () => {
  const pages = ROUTES.filter(
    ({ scope, path }) => scope === 'public' && !path.includes(':') && !path.endsWith('second-step'),
  );
  it.each(table(pages))('anybody may open %s', async (_, route) => {
    const { context, page } = await world.visit(route.path);
    await new PageWatch(page, [NO_SESSION]).check(`public-${nameOf(route)}`);
    await context.close();
  });
});

/** Languages, themes and widths in turn, over pages of different kinds; the whole grid belongs to the full run. */
const VIEWS: readonly (readonly [string, Required<View>])[] = [
  ['messages/messages', { language: 'ar', theme: 'dark', width: 320 }],
  ['messages/message', { language: 'fr', theme: 'light', width: 320 }],
  ['team/person', { language: 'pt', theme: 'dark', width: 1280 }],
  ['go-live/go-live', { language: 'ar', theme: 'light', width: 1280 }],
  ['settings/settings', { language: 'fr', theme: 'dark', width: 1280 }],
  ['keys/new', { language: 'pt', theme: 'light', width: 320 }],
  ['templates/templates', { language: 'ar', theme: 'dark', width: 320 }],
  ['settings/purposes', { language: 'fr', theme: 'light', width: 320 }],
  ['home/home', { language: 'en', theme: 'dark', width: 320 }],
];

describe.concurrent('In another look', () => {
  it.each(VIEWS)('shows %s with %j', async (name, view) => {
    const route = ROUTES.find(({ page }) => page === name);
    if (!route) throw new Error(`no page ${name}`);
    const { context, page } = await world.signedIn(world.person('agency_admin'));
    await page.evaluate(`localStorage.setItem('belfry.look', '${JSON.stringify(view)}')`);
    await page.setViewportSize({ width: view.width, height: 900 });
    await page.emulateMedia({ colorScheme: view.theme });
    const watch = new PageWatch(page);
    await page.goto(`${world.origin}${pathOf(route, placesOf(route))}`);
    await watch.check(`look-${nameOf(route)}-${view.language}-${view.theme}-${view.width}`);
    expect(await page.locator('html').getAttribute('lang')).toContain(view.language);
    expect(await page.locator('html').getAttribute('dir')).toBe(view.language === 'ar' ? 'rtl' : 'ltr');
    await context.close();
  });
});

it('gives every page of an agency and of the platform a right that some role has and another has not', () => {
  const roles = Object.keys(ROLES) as Role[];
  const pages = ROUTES.filter(({ scope }) => scope === 'agency' || scope === 'platform');
  const isTelling = (route: ConsoleRoute) => new Set(roles.map((role) => holds(role, route))).size === 2;
  expect(pages.filter((route) => !isTelling(route)).map(({ path }) => path)).toEqual([]);
});

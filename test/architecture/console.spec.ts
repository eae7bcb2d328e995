import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '#libs/access';
import { routeOfTask } from '../../apps/console/src/pages/go-live/task-route.js';
import { ROUTES } from '../../apps/console/src/routes.js';
import { GO_LIVE_TASKS } from '../../libs/onboarding/src/go-live-tasks.js';
import { ROOT } from './source-files.js';

const CONSOLE = join(ROOT, 'apps/console/src');
const SCOPES_WITH_RIGHTS = ['agency', 'platform'];

const wordsOf = (area: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(CONSOLE, `i18n/locales/en/${area}.json`), 'utf8')) as Record<string, unknown>;

describe('The console', () => {
  it('has words for every permission', () => {
    const words = Object.keys(wordsOf('common')['permissions'] as object);
    expect(words.sort()).toEqual(PERMISSIONS.map((permission) => permission.replaceAll(':', '-')).sort());
  });

  it('opens no page of an agency without a right', () => {
    const open = ROUTES.filter(({ scope, permission }) => SCOPES_WITH_RIGHTS.includes(scope) && !permission);
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it('has one page for each address', () => {
    const paths = ROUTES.map(({ path }) => path);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });

  it('has a word for every entry of the navigation', () => {
    const words = wordsOf('shell')['nav'] as Record<string, string>;
    const entries = ROUTES.filter(({ nav }) => nav).map(({ page }) => page.replace('/', '-'));
    expect(entries.filter((entry) => !words[entry])).toEqual([]);
  });

  it('has words for every page that exists', () => {
    const built = ROUTES.filter(({ page }) => existsSync(join(CONSOLE, `pages/${page}.page.tsx`)));
    const areas = new Set(built.map(({ page }) => page.split('/')[0]));
    expect([...areas].filter((area) => !existsSync(join(CONSOLE, `i18n/locales/en/${area}.json`)))).toEqual([]);
  });

  it('has its page for every address', () => {
    expect(ROUTES.filter(({ page }) => !existsSync(join(CONSOLE, `pages/${page}.page.tsx`)))).toEqual([]);
  });

  it('has words for every task of going live that the API names', () => {
    const words = Object.keys(wordsOf('go-live')['tasks'] as object);
    expect(words.sort()).toEqual(taskKeys().sort());
  });
});

it('has the page that each task of going live leads to', () => {
  expect(GO_LIVE_TASKS.filter(({ link }) => !routeOfTask(link)).map(({ key, link }) => [key, link])).toEqual([]);
});

/** As openapi.json lists them. */
function taskKeys(): string[] {
  const api = JSON.parse(readFileSync(join(ROOT, 'openapi.json'), 'utf8')) as {
    components: { schemas: { GoLiveTaskDto: { properties: { key: { enum: string[] } } } } };
  };
  return api.components.schemas.GoLiveTaskDto.properties.key.enum;
}

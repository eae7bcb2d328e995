import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type ConsoleRoute, ROUTES } from '../routes.js';
import { PLATFORM_ROLES, ROLE_PERMISSIONS } from '../session/access-tables.js';
import type { Me } from '../session/me.js';

// What the modules of a browser find in one.
vi.stubGlobal('location', { origin: 'http://localhost:3000' });
vi.stubGlobal('navigator', { languages: [] });
vi.stubGlobal('document', { documentElement: { dataset: {}, lang: '', dir: '' } });

const { keepSession } = await import('../api/access-token.js');
const { queryClient } = await import('../api/queries.js');
const { ME_KEY } = await import('../session/me.js');
const { guard } = await import('./guard.js');

const ROLES = Object.keys(ROLE_PERMISSIONS);
const GUARDED = ROUTES.filter(({ scope }) => scope !== 'public');
const PARAMS: Record<string, string> = { agency: 'city-health' };

const isOfPlatform = (role: string): boolean => PLATFORM_ROLES.some((one) => one === role);
const permissionsOf = (role: string): readonly string[] => ROLE_PERMISSIONS[role] ?? [];

function personWith(role: string, parts: Partial<Me> = {}): Me {
  const isPlatform = isOfPlatform(role);
  const agency = { id: 'agy_1', slug: isPlatform ? 'platform' : 'city-health', name: 'It', status: 'live', isPlatform };
  const membership = { agency, roles: [role], permissions: permissionsOf(role) };
  return { id: 'usr_1', preferences: {}, mustEnrol: false, memberships: [membership], ...parts } as unknown as Me;
}

async function ask(me: Me, route: ConsoleRoute, params = PARAMS): Promise<unknown> {
  queryClient.setQueryData(ME_KEY, me);
  const url = `http://localhost:3000${route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'x')}`;
  const args = { request: new Request(url), params, context: {} } as unknown as Parameters<ReturnType<typeof guard>>[0];
  return guard(route)(args).catch((thrown: unknown) => thrown);
}

/** What the tables of roles and of pages say together. */
function expected(role: string, { scope, permission }: ConsoleRoute): object {
  if (scope === 'own') return { kind: 'allowed' };
  if ((scope === 'platform') !== isOfPlatform(role)) return { kind: 'not-found' };
  const isHeld = permissionsOf(role).some((held) => held === permission);
  return isHeld ? { kind: 'allowed' } : { kind: 'forbidden', permission };
}

beforeAll(() => {
  const endsAt = new Date(Date.now() + 600_000).toISOString();
  keepSession({ accessToken: 'token', expiresAt: endsAt, idleSeconds: 3600, endsAt });
});

describe.each(ROLES)('The guard of the pages, for the role %s', (role) => {
  it.each(GUARDED)('shows $path, or names the missing right, or knows no such page', async (route) => {
    expect(await ask(personWith(role), route)).toEqual(expected(role, route));
  });

  it('knows no page of another agency', async () => {
    for (const route of GUARDED.filter(({ scope }) => scope === 'agency')) {
      expect(await ask(personWith(role), route, { agency: 'somewhere-else' })).toEqual({ kind: 'not-found' });
    }
  });

  it('leads to the second step that is missing, whatever was asked for', async () => {
    const me = personWith(role, { mustEnrol: true });
    for (const route of GUARDED.filter(({ path }) => path !== '/me/security')) {
      const answer = (await ask(me, route)) as Response;
      expect([route.path, answer.status, answer.headers?.get('location')]).toEqual([route.path, 302, '/me/security']);
    }
  });
});

describe('The guard of the pages, for nobody', () => {
  it.each(GUARDED)('leads from $path to the sign-in and remembers it', async (route) => {
    keepSession(null);
    vi.stubGlobal('fetch', async () => new Response('{}', { status: 401 }));
    const answer = (await ask(personWith('auditor'), route)) as Response;
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => PARAMS[name] ?? 'x');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/sign-in?to=${encodeURIComponent(path)}`]);
  });
});

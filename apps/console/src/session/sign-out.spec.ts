import { beforeEach, describe, expect, it, vi } from 'vitest';

const visited = vi.fn<(address: string) => void>();
vi.stubGlobal('location', { origin: 'http://belfry.test', assign: visited });
vi.stubGlobal('navigator', {});

const { keepSession, onSessionEnd } = await import('../api/access-token.js');
const { request } = await import('../api/queries.js');
const { useSignOut } = await import('./sign-out.js');

/** A server that ends the session at once and is slow to say so. */
function slowServer() {
  let answer = () => {};
  const isSaid = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (to: Request | string) => {
    const path = new URL(typeof to === 'string' ? to : to.url, location.origin).pathname;
    asked.push(path);
    if (path !== '/v1/sessions/current') return Response.json({ code: 'token-invalid' }, { status: 401 });
    await isSaid;
    return new Response(null, { status: 204 });
  });
  return { asked, answer: () => answer() };
}

describe(useSignOut, () => {
  const ended = vi.fn<() => void>();

  beforeEach(() => {
    visited.mockClear();
    const hour = new Date(Date.now() + 3_600_000).toISOString();
    keepSession({ accessToken: 'token', expiresAt: hour, idleSeconds: 3600, endsAt: hour });
    onSessionEnd(ended);
  });

  it('asks for nothing more on the way out, and is not told that the session ended', async () => {
    const server = slowServer();
    const leaving = useSignOut()();
    void request('get', '/v1/me');
    server.answer();
    await leaving;
    expect(ended).not.toHaveBeenCalled();
    expect(server.asked).toEqual(['/v1/sessions/current']);
    expect(visited.mock.calls).toEqual([['/sign-in']]);
  });

  it('leaves although the server is away', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await useSignOut()();
    expect(visited.mock.calls).toEqual([['/sign-in']]);
  });
});

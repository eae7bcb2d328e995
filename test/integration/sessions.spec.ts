import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionsService } from '#libs/access';
import { newId, parseWireId, platformContext, toWireId } from '#libs/kernel';
import { type Browser, IdentityFixture, PASSWORD } from './identity-fixture.js';

let world: IdentityFixture;

beforeAll(async () => {
  world = await IdentityFixture.open('demo');
});

afterAll(() => world?.close());

const ENDED = { status: 401, body: { code: 'session-ended' } };
const CROSS_SITE = { status: 403, body: { code: 'cross-site-request' } };

describe('a session', () => {
  it('comes with a cookie that no script reads and no other site sends', async () => {
    await world.person('cookie@health.example');
    const { status, body, headers } = await world.browser().signIn('cookie@health.example');
    expect([status, Object.keys(body).sort()]).toEqual([201, ['accessToken', 'endsAt', 'expiresAt', 'idleSeconds']]);
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-belfry=ses_\w+\.1\.[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict; Max-Age=43200$/,
    );
  });

  it('stands in the table without anything that signs in', async () => {
    const browser = await world.signedIn('table@health.example');
    const { rows } = await world.database.admin.query('SELECT sessions::text AS text FROM sessions');
    expect(JSON.stringify(rows)).not.toContain(browser.cookie?.split('.')[2]);
  });

  it('is renewed again and again, each time with a cookie of its own', async () => {
    const browser = await world.signedIn('renewed@health.example');
    const seen = new Set([browser.cookie]);
    for (let turn = 0; turn < 4; turn++) {
      const { status, body } = await browser.refresh();
      expect([status, typeof body.accessToken]).toEqual([201, 'string']);
      seen.add(browser.cookie);
    }
    expect(seen.size).toBe(5);
    expect((await browser.get('/v1/me')).status).toBe(200);
  });

  it('ends after a quarter of an hour without use', async () => {
    const browser = await world.signedIn('idle@health.example');
    await world.age('14 minutes 50 seconds');
    expect((await browser.refresh()).status).toBe(201);
    await world.age('15 minutes 1 second');
    expect(await browser.refresh()).toMatchObject(ENDED);
    await expect.poll(async () => (await browser.get('/v1/me')).status).toBe(401);
  });

  it('lives on while it is used, without a refresh', async () => {
    const browser = await world.signedIn('used@health.example');
    await world.age('10 minutes');
    await expect
      .poll(async () => {
        await browser.get('/v1/me');
        const { rows } = await world.database.admin.query<{ n: number }>(
          "SELECT count(*)::int AS n FROM sessions WHERE id = $1 AND last_used_at > now() - interval '1 minute'",
          [sessionIdOf(browser)],
        );
        return rows[0]?.n;
      })
      .toBe(1);
  });

  it('ends after twelve hours of use', async () => {
    const browser = await world.signedIn('old@health.example');
    await world.database.admin.query("UPDATE sessions SET ends_at = now() - interval '1 second' WHERE id = $1", [
      sessionIdOf(browser),
    ]);
    expect(await browser.refresh()).toMatchObject(ENDED);
  });
});

describe('a refresh token that comes back', () => {
  it('within ten seconds gets the answer that was lost, and no family ends', async () => {
    const browser = await world.signedIn('lost@health.example');
    const first = browser.cookie;
    await browser.refresh();
    const second = browser.cookie;
    expect((await browser.refresh(first)).status).toBe(201);
    expect(browser.cookie).toBe(second);
    expect((await browser.refresh()).status).toBe(201);
  });

  it('from two tabs at once gives both the same cookie', async () => {
    const browser = await world.signedIn('tabs@health.example');
    const cookie = browser.cookie;
    const tabs = Array.from({ length: 5 }, () => world.browser());
    const answers = await Promise.all(tabs.map((tab) => tab.refresh(cookie)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(tabs.map((tab) => tab.cookie)).size).toBe(1);
  });

  it('later ends the whole family, for the thief and for the owner, and stands in the log', async () => {
    const browser = await world.signedIn('stolen@health.example');
    const stolen = browser.cookie;
    await browser.refresh();
    await world.age('11 seconds');
    const thief = world.browser();
    expect(await thief.refresh(stolen)).toMatchObject(ENDED);
    expect(await browser.refresh()).toMatchObject(ENDED);
    await expect.poll(async () => (await browser.get('/v1/me')).body.code).toBe('token-invalid');
    expect(await world.entries('auth.refresh.reused')).toMatchObject([{ outcome: 'denied' }]);
  });

  it('two generations old ends the family at once, however fast', async () => {
    const browser = await world.signedIn('older@health.example');
    const first = browser.cookie;
    await browser.refresh();
    await browser.refresh();
    expect(await browser.refresh(first)).toMatchObject(ENDED);
  });

  it('leaves the other sessions of the person alone', async () => {
    const office = await world.signedIn('two@health.example');
    const home = world.browser();
    await home.signIn('two@health.example');
    const first = office.cookie;
    await office.refresh();
    await office.refresh();
    await office.refresh(first);
    expect((await home.refresh()).status).toBe(201);
  });
});

describe('the refresh route', () => {
  const parts = (cookie: string) => cookie.split('.') as [string, string, string];
  const ATTACKS: [string, (cookie: string, browser: Browser) => string][] = [
    ['nothing', () => ''],
    ['a word', () => 'x'],
    ['a megabyte', () => 'a'.repeat(12_000)],
    ['two parts', (cookie) => parts(cookie).slice(0, 2).join('.')],
    ['four parts', (cookie) => `${cookie}.x`],
    ['no signature', (cookie) => parts(cookie).with(2, '').join('.')],
    ['a signature of zeros', (cookie) => parts(cookie).with(2, 'A'.repeat(43)).join('.')],
    ['a shortened signature', (cookie) => cookie.slice(0, -1)],
    ['a lengthened signature', (cookie) => `${cookie}A`],
    ['another signature', (cookie) => parts(cookie).with(2, randomBytes(32).toString('base64url')).join('.')],
    ['a later generation', (cookie) => parts(cookie).with(1, '2').join('.')],
    ['generation nought', (cookie) => parts(cookie).with(1, '0').join('.')],
    ['a negative generation', (cookie) => parts(cookie).with(1, '-1').join('.')],
    ['a generation with a leading nought', (cookie) => parts(cookie).with(1, '01').join('.')],
    ['an exponent', (cookie) => parts(cookie).with(1, '1e0').join('.')],
    ["another session's id", (cookie) => parts(cookie).with(0, toWireId('session', newId())).join('.')],
    ['an id of another kind', (cookie) => parts(cookie).with(0, toWireId('user', newId())).join('.')],
    ['a bare UUID', (cookie) => parts(cookie).with(0, newId()).join('.')],
    ['SQL', (cookie) => parts(cookie).with(0, "ses_' OR '1'='1").join('.')],
    ['the access token', (_, browser) => browser.accessToken ?? ''],
    ['capitals', (cookie) => cookie.toUpperCase()],
    ['a trailing line', (cookie) => `${cookie}%0a`],
    ['an unsigned access token', () => 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c3IifQ.'],
  ];

  it.each(ATTACKS)('refuses %s, and the family lives on', async (label, make) => {
    const browser = await world.signedIn(`${label.replace(/\W/g, '-')}@attack.example`);
    const own = browser.cookie ?? '';
    expect(await world.browser().refresh(make(own, browser))).toMatchObject(ENDED);
    expect((await browser.refresh(own)).status).toBe(201);
  });

  it('refuses a refresh token as access token', async () => {
    const browser = await world.signedIn('as-access@health.example');
    browser.accessToken = browser.cookie;
    expect((await browser.get('/v1/me')).body).toMatchObject({ code: 'token-invalid' });
  });

  it.each([
    ['no header', {}],
    ['another value', { 'belfry-csrf': '0' }],
    ['no origin', { 'belfry-csrf': '1', origin: '' }],
    ['a foreign origin', { 'belfry-csrf': '1', origin: 'https://elsewhere.example' }],
    ['the origin null', { 'belfry-csrf': '1', origin: 'null' }],
    ['another port', { 'belfry-csrf': '1', origin: 'https://belfry.example:8443' }],
    ['plain http', { 'belfry-csrf': '1', origin: 'http://belfry.example' }],
    ['an origin that begins alike', { 'belfry-csrf': '1', origin: 'https://belfry.example.attacker.example' }],
  ])('refuses %s', async (label, headers) => {
    const browser = await world.signedIn(`${label.replace(/\W/g, '-')}@csrf.example`);
    browser.accessToken = undefined;
    expect(await browser.call('POST', '/v1/sessions/refresh', undefined, headers)).toMatchObject(CROSS_SITE);
    expect(await browser.call('DELETE', '/v1/sessions/current', undefined, headers)).toMatchObject(CROSS_SITE);
    expect((await browser.refresh()).status).toBe(201);
  });

  it('refuses two cookies of the name', async () => {
    const browser = await world.signedIn('twice@csrf.example');
    const cookie = `${browser.cookie}; __Host-belfry=${browser.cookie}`;
    expect(await browser.refresh(cookie)).toMatchObject(ENDED);
  });
});

describe('signing out', () => {
  it('ends the session of the cookie and takes the cookie away', async () => {
    const browser = await world.signedIn('out@health.example');
    const { cookie } = browser;
    const { accessToken } = browser;
    browser.accessToken = undefined;
    const { status, headers } = await browser.call('DELETE', '/v1/sessions/current', undefined, { 'belfry-csrf': '1' });
    expect([status, headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    expect(await browser.refresh(cookie)).toMatchObject(ENDED);
    browser.accessToken = accessToken;
    await expect.poll(async () => (await browser.get('/v1/me')).status).toBe(401);
    expect((await world.entries('auth.logout')).length).toBeGreaterThan(0);
  });

  it('with an access token needs no more than that', async () => {
    const browser = await world.signedIn('out-both@health.example');
    const { cookie } = browser;
    expect((await browser.call('DELETE', '/v1/sessions/current')).status).toBe(204);
    expect(browser.cookie).toBeUndefined();
    expect(await browser.refresh(cookie)).toMatchObject(ENDED);
  });

  it('works with the access token alone, and twice', async () => {
    const browser = await world.signedIn('out-token@health.example');
    const { cookie } = browser;
    browser.cookie = undefined;
    expect((await browser.call('DELETE', '/v1/sessions/current')).status).toBe(204);
    expect((await browser.call('DELETE', '/v1/sessions/current')).status).toBe(204);
    expect(await browser.refresh(cookie)).toMatchObject(ENDED);
  });

  it('everywhere else leaves only the session that asks', async () => {
    const here = await world.signedIn('everywhere@health.example');
    const there = world.browser();
    await there.signIn('everywhere@health.example');
    expect((await here.get('/v1/me/sessions')).body.data).toMatchObject([
      { device: 'Firefox on Linux', network: '127.0.0.0/24' },
      { device: 'Firefox on Linux' },
    ]);
    expect((await here.call('DELETE', '/v1/me/sessions')).status).toBe(204);
    expect(await there.refresh()).toMatchObject(ENDED);
    expect((await here.get('/v1/me/sessions')).body.data).toMatchObject([{ current: true }]);
  });

  it('of one session acts within a second on its access token, in every process', async () => {
    const here = await world.signedIn('one@health.example');
    const there = world.browser();
    await there.signIn('one@health.example');
    expect((await there.get('/v1/me')).status).toBe(200);
    // As another process would: this one must find out by itself.
    await world.database.admin.query('UPDATE sessions SET ended_at = now() WHERE id = $1', [sessionIdOf(there)]);
    const endedAt = performance.now();
    while ((await there.get('/v1/me')).status === 200) expect(performance.now() - endedAt).toBeLessThan(1000);
    expect((await here.get('/v1/me')).status).toBe(200);
  });

  it('of a session of somebody else finds nothing', async () => {
    const mine = await world.signedIn('mine@health.example');
    const theirs = await world.signedIn('theirs@health.example');
    const id = toWireId('session', sessionIdOf(theirs));
    expect((await mine.call('DELETE', `/v1/me/sessions/${id}`)).status).toBe(404);
    expect((await theirs.get('/v1/me')).status).toBe(200);
  });
});

describe('somebody disabled', () => {
  it('is out within a second, with every session', async () => {
    const browser = await world.signedIn('disabled@health.example');
    await world.database.admin.query('UPDATE users SET disabled_at = now() WHERE id = $1', [userIdOf(browser)]);
    await expect.poll(async () => (await browser.get('/v1/me')).status).toBe(401);
    expect(await browser.refresh()).toMatchObject(ENDED);
  });

  it('whose epoch was raised is out, cookie and all', async () => {
    const browser = await world.signedIn('epoch@health.example');
    await world.database.admin.query('UPDATE users SET session_epoch = session_epoch + 1 WHERE id = $1', [
      userIdOf(browser),
    ]);
    expect(await browser.refresh()).toMatchObject(ENDED);
    await expect.poll(async () => (await browser.get('/v1/me')).status).toBe(401);
  });
});

describe(SessionsService.name, () => {
  it('opens sessions for those who proved themselves elsewhere, and ends all of a person', async () => {
    const userId = await world.person('sso@health.example');
    const sessions = world.get(SessionsService);
    const { session, cookie } = await sessions.open(userId, ['sso'], { ip: '203.0.113.9' });
    const browser = world.browser();
    browser.accessToken = session.accessToken;
    expect((await browser.get('/v1/me')).body).toMatchObject({ email: 'sso@health.example', mustEnrol: false });
    await sessions.endAll(platformContext(), userId, 'left');
    const [, value] = /^__Host-belfry=([^;]*)/.exec(cookie) ?? [];
    expect(await browser.refresh(value)).toMatchObject(ENDED);
  });

  it('opens none for somebody disabled or unknown', async () => {
    const userId = await world.person('nobody@health.example');
    await world.database.admin.query('UPDATE users SET disabled_at = now() WHERE id = $1', [userId]);
    const sessions = world.get(SessionsService);
    await expect(sessions.open(userId, ['sso'], {})).rejects.toMatchObject({ code: 'sign-in-failed' });
  });
});

describe('the lock of an account', () => {
  const wrong = (email: string, ip: number) => world.browser().signIn(email, `wrong password ${ip}`);

  it('holds after ten failures, in Postgres, and answers like the lock of an address that nobody has', async () => {
    await world.person('locked@health.example');
    const answers = { known: [] as unknown[], unknown: [] as unknown[] };
    for (let n = 0; n < 12; n++) {
      answers.known.push(shape(await wrong('locked@health.example', n)));
      answers.unknown.push(shape(await wrong('not-there@health.example', n)));
    }
    expect(answers.known).toEqual(answers.unknown);
    expect(answers.known.slice(9)).toEqual(['401 sign-in-failed', '429 too-many-attempts', '429 too-many-attempts']);
    const { rows } = await world.database.admin.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM users WHERE failed_sign_ins = 10 AND failures_until > now()',
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('holds for the right password too, for every process, and ends by itself', async () => {
    const id = await world.person('guessed@health.example');
    await world.database.admin.query(
      "UPDATE users SET failed_sign_ins = 10, failures_until = now() + interval '5 minutes' WHERE id = $1",
      [id],
    );
    const { status, headers } = await world.browser().signIn('guessed@health.example');
    expect([status, Number(headers.get('retry-after'))]).toEqual([429, expect.closeTo(300, -1)]);
    await world.database.admin.query("UPDATE users SET failures_until = now() - interval '1 second' WHERE id = $1", [
      id,
    ]);
    expect((await world.browser().signIn('guessed@health.example')).status).toBe(201);
  });

  it('is forgotten after a right password', async () => {
    await world.person('typo@health.example');
    for (let n = 0; n < 5; n++) await wrong('typo@health.example', n);
    expect((await world.browser().signIn('typo@health.example', PASSWORD)).status).toBe(201);
    for (let n = 0; n < 6; n++) expect((await wrong('typo@health.example', n)).status).toBe(401);
  });
});

function shape({ status, body }: { status: number; body: { code: string } }): string {
  return `${status} ${body.code}`;
}

function sessionIdOf(browser: Browser): string {
  return parseWireId('session', claimsOf(browser).sid) ?? '';
}

function userIdOf(browser: Browser): string {
  return parseWireId('user', claimsOf(browser).sub) ?? '';
}

function claimsOf({ accessToken = '' }: Browser): { sid: string; sub: string } {
  return JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
}

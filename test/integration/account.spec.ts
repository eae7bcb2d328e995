import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsersService } from '#libs/access';
import { PLATFORM_AGENCY_ID, platformContext, toWireId } from '#libs/kernel';
import { IdentityFixture, PASSWORD, PUBLIC_URL } from './identity-fixture.js';

const NEW_PASSWORD = 'another long enough password';

let world: IdentityFixture;

beforeAll(async () => {
  world = await IdentityFixture.open('demo');
});

afterAll(() => world?.close());

describe('the own account', () => {
  it('says who somebody is, where they belong and what they may do there', async () => {
    const browser = await world.signedIn('ada@health.example', 'auditor');
    expect((await browser.get('/v1/me')).body).toEqual({
      id: expect.stringMatching(/^usr_/),
      email: 'ada@health.example',
      name: 'Name of ada@health.example',
      language: null,
      preferences: {},
      mustEnrol: false,
      steppedUpUntil: null,
      factors: { password: true, totp: false, passkeys: 0, recoveryCodesLeft: 0 },
      memberships: [
        {
          agency: {
            id: toWireId('agency', world.agency.agencyId),
            slug: 'health',
            name: 'Health',
            status: 'live',
            isPlatform: false,
          },
          roles: ['auditor'],
          permissions: ['account:self', 'audit:read'],
        },
      ],
    });
  });

  it('needs no agency from somebody with several, and knows the platform', async () => {
    const id = await world.person('two@health.example', 'editor');
    await world.get(UsersService).grantRole(platformContext(), { userId: id, role: 'platform_admin' });
    const browser = world.browser();
    await browser.signIn('two@health.example');
    const { memberships } = (await browser.get('/v1/me')).body;
    expect(memberships.map((one: { agency: { id: string; isPlatform: boolean } }) => one.agency)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ isPlatform: false }),
        expect.objectContaining({ isPlatform: true, id: toWireId('agency', PLATFORM_AGENCY_ID) }),
      ]),
    );
    expect((await browser.get('/v1/audit/entries')).body).toMatchObject({ code: 'agency-header-missing' });
  });

  it('is changed field by field; what is left out stays', async () => {
    const browser = await world.signedIn('edit@health.example');
    const first = { name: 'Édith', language: 'fr', preferences: { theme: 'dark', shortcuts: false } };
    expect((await browser.call('PATCH', '/v1/me', first)).body).toMatchObject(first);
    const { status, body } = await browser.call('PATCH', '/v1/me', { preferences: { density: 'compact' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Édith',
      language: 'fr',
      preferences: { theme: 'dark', shortcuts: false, density: 'compact' },
    });
    const { rows } = await world.database.admin.query('SELECT name_sealed FROM users');
    expect(rows.some(({ name_sealed }: { name_sealed: Buffer }) => name_sealed.includes('Édith'))).toBe(false);
    expect((await world.entries('auth.profile.changed')).length).toBe(2);
  });

  it.each([
    [{ name: '' }, 'name too-short'],
    [{ language: 'klingon' }, 'language not-a-language'],
    [{ preferences: { theme: 'pink' } }, 'preferences.theme not-allowed'],
    [{ preferences: { timeZone: 'a b' } }, 'preferences.timeZone not-allowed'],
    [{ preferences: { role: 'platform_admin' } }, 'preferences.role unknown-field'],
    [{ preferences: [] }, 'preferences not-an-object'],
    [{ email: 'x@health.example' }, 'email unknown-field'],
    [{ mustEnrol: false }, 'mustEnrol unknown-field'],
  ])('refuses %j', async (edit, problem) => {
    const browser = await world.signedIn(`${problem.replace(/\W/g, '-')}@refused.example`);
    const { status, body } = await browser.call('PATCH', '/v1/me', edit);
    const found = body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
    expect([status, found]).toEqual([400, [problem]]);
  });

  it('is closed to whoever is not signed in', async () => {
    expect((await world.browser().get('/v1/me')).status).toBe(401);
  });
});

describe('a new password', () => {
  it('needs the old one, and ends every other session', async () => {
    const here = await world.signedIn('change@health.example');
    const there = world.browser();
    await there.signIn('change@health.example');
    const change = (currentPassword: string, newPassword = NEW_PASSWORD) =>
      here.post('/v1/me/password', { currentPassword, newPassword });
    expect(await change('not the password')).toMatchObject({ status: 403, body: { code: 'proof-wrong' } });
    expect(await change(PASSWORD, 'short')).toMatchObject({ status: 400 });
    expect(await change(PASSWORD, PASSWORD)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    for (const guessed of ['in good health again', 'xxxxxxxxxxxxxx', 'ring the belfry']) {
      const errors = [{ field: 'newPassword', code: 'too-common' }];
      expect(await change(PASSWORD, guessed)).toMatchObject({ status: 400, body: { code: 'invalid-request', errors } });
    }
    expect((await there.get('/v1/me')).status).toBe(200);
    expect((await change(PASSWORD)).status).toBe(204);
    expect((await there.refresh()).status).toBe(401);
    await expect.poll(async () => (await there.get('/v1/me')).status).toBe(401);
    expect((await here.refresh()).status).toBe(201);
    expect((await world.browser().signIn('change@health.example')).status).toBe(401);
    expect((await world.browser().signIn('change@health.example', NEW_PASSWORD)).status).toBe(201);
    expect(await world.entries('auth.password.changed')).toHaveLength(1);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string) => world.browser().post('/v1/recoveries', { email });
  const lastMailTo = async (email: string) => {
    await expect.poll(() => world.mails.some((mail) => mail.to === email)).toBe(true);
    return world.mails.findLast((mail) => mail.to === email);
  };
  const tokenIn = (link = '') => new URL(link).pathname.split('/').at(-1);

  it('is replaced through a link by mail, once; all sessions end', async () => {
    const browser = await world.signedIn('forgot@health.example');
    expect((await ask(' Forgot@Health.example')).status).toBe(202);
    const mail = await lastMailTo('forgot@health.example');
    expect(mail?.link).toMatch(new RegExp(`^${PUBLIC_URL}/recover/[\\w-]{43}$`));
    const use = (newPassword: string) => world.browser().post(`/v1/recoveries/${tokenIn(mail?.link)}`, { newPassword });
    expect((await use('short')).status).toBe(400);
    expect((await use('forgot it once more')).body).toMatchObject({ errors: [{ code: 'too-common' }] });
    expect((await use(NEW_PASSWORD)).status).toBe(204);
    expect(await use(NEW_PASSWORD)).toMatchObject({ status: 410, body: { code: 'reset-expired' } });
    expect((await browser.refresh()).status).toBe(401);
    expect((await world.browser().signIn('forgot@health.example')).status).toBe(401);
    expect((await world.browser().signIn('forgot@health.example', NEW_PASSWORD)).status).toBe(201);
    expect(await world.entries('auth.recovery.completed')).toHaveLength(1);
  });

  it('of nobody and of somebody disabled is answered alike, without a mail', async () => {
    const id = await world.person('disabled@health.example');
    await world.database.admin.query('UPDATE users SET disabled_at = now() WHERE id = $1', [id]);
    await world.person('somebody@health.example');
    const answers = [
      await ask('nobody@health.example'),
      await ask('disabled@health.example'),
      await ask('somebody@health.example'),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [202, null]));
    await lastMailTo('somebody@health.example');
    expect(world.mails.map(({ to }) => to)).not.toContain('nobody@health.example');
    expect(world.mails.map(({ to }) => to)).not.toContain('disabled@health.example');
  });

  it('unlocks the account, and uses up the other links', async () => {
    await world.person('links@health.example');
    for (let n = 0; n < 11; n++) await world.browser().signIn('links@health.example', 'forgotten it');
    expect((await world.browser().signIn('links@health.example')).status).toBe(429);
    await ask('links@health.example');
    const first = await lastMailTo('links@health.example');
    await ask('links@health.example');
    await expect.poll(() => world.mails.filter(({ to }) => to === 'links@health.example').length).toBe(2);
    const second = await lastMailTo('links@health.example');
    const use = (link?: string) =>
      world.browser().post(`/v1/recoveries/${tokenIn(link)}`, { newPassword: NEW_PASSWORD });
    expect((await use(second?.link)).status).toBe(204);
    expect((await use(first?.link)).status).toBe(410);
    expect((await world.browser().signIn('links@health.example', NEW_PASSWORD)).status).toBe(201);
  });

  it('gives no fourth mail while three links work', async () => {
    await world.person('many@health.example');
    for (let n = 0; n < 6; n++) await ask('many@health.example');
    await expect.poll(() => world.mails.filter(({ to }) => to === 'many@health.example').length).toBe(3);
  });

  it('of an hour ago is too late, and a made-up link finds nothing', async () => {
    await world.person('late@health.example');
    await ask('late@health.example');
    const mail = await lastMailTo('late@health.example');
    await world.database.admin.query("UPDATE password_resets SET expires_at = expires_at - interval '1 hour'");
    for (const token of [tokenIn(mail?.link), 'x', 'A'.repeat(43), "'%20OR%201=1"])
      expect((await world.browser().post(`/v1/recoveries/${token}`, { newPassword: NEW_PASSWORD })).status).toBe(410);
  });
});

import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SecondStepResetsService } from '#libs/access';
import { platformContext } from '#libs/kernel';
import { newRecoveryCode } from '../../libs/access/src/factors/recovery-codes.service.js';
import { SoftwarePasskey } from '../support/software-passkey.js';
import { type Browser, IdentityFixture, PASSWORD, PUBLIC_URL } from './identity-fixture.js';

const PERIOD_MS = 30_000;

let demo: IdentityFixture;
let strict: IdentityFixture;

beforeAll(async () => {
  [demo, strict] = await Promise.all([IdentityFixture.open('demo'), IdentityFixture.open('production')]);
});

afterAll(async () => {
  await demo?.close();
  await strict?.close();
});

/** A code of the period that is so many after the present one: each is good once. */
function code(secret: string, periods = 0): string {
  return generateSync({ secret, strategy: 'totp', epoch: Math.floor((Date.now() + periods * PERIOD_MS) / 1000) });
}

async function enrolTotp(browser: Browser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await browser.post('/v1/me/totp')).body;
  const { status, body } = await browser.post('/v1/me/totp/confirm', { code: code(secret, -1) });
  expect(status).toBe(201);
  return { secret, recoveryCodes: body.recoveryCodes };
}

async function enrolPasskey(browser: Browser, name = 'Laptop') {
  const key = new SoftwarePasskey(PUBLIC_URL);
  const { challengeId, options } = (await browser.post('/v1/me/passkeys/options')).body;
  const answer = await browser.post('/v1/me/passkeys', { challengeId, name, response: key.create(options.challenge) });
  return { key, answer, options };
}

async function passwordStep(world: IdentityFixture, email: string): Promise<{ browser: Browser; challengeId: string }> {
  const browser = world.browser();
  const { status, body } = await browser.signIn(email);
  expect(status).toBe(200);
  return { browser, challengeId: body.challengeId };
}

describe('an authenticator app', () => {
  it('is in use once a code of it was confirmed, and gives ten recovery codes', async () => {
    const browser = await demo.signedIn('totp@health.example');
    const { secret, uri } = (await browser.post('/v1/me/totp')).body;
    expect(uri).toContain(`secret=${secret}`);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Belfry:totp(?:@|%40)health\.example/);
    expect((await browser.get('/v1/me')).body.factors).toMatchObject({ totp: false });
    expect((await browser.post('/v1/me/totp/confirm', { code: '000000' })).body).toMatchObject({ code: 'proof-wrong' });
    const { status, body } = await browser.post('/v1/me/totp/confirm', { code: code(secret) });
    expect([status, new Set(body.recoveryCodes).size]).toEqual([201, 10]);
    expect((await browser.get('/v1/me')).body.factors).toEqual({
      password: true,
      totp: true,
      passkeys: 0,
      recoveryCodesLeft: 10,
    });
  });

  it('is asked for after the password, and its code is good once', async () => {
    const { secret } = await enrolTotp(await demo.signedIn('asked@health.example'));
    const { browser, challengeId } = await passwordStep(demo, 'asked@health.example');
    const now = code(secret);
    const { status, body } = await browser.post('/v1/sessions/second-step', { challengeId, code: now });
    expect([status, typeof body.accessToken, browser.cookie !== undefined]).toEqual([201, 'string', true]);
    const again = await passwordStep(demo, 'asked@health.example');
    const answer = await again.browser.post('/v1/sessions/second-step', { challengeId: again.challengeId, code: now });
    expect(answer).toMatchObject({ status: 401, body: { code: 'code-wrong' } });
    const next = { challengeId: again.challengeId, code: code(secret, 1) };
    expect((await again.browser.post('/v1/sessions/second-step', next)).status).toBe(201);
  });

  it('used by two at once lets one in', async () => {
    const { secret } = await enrolTotp(await demo.signedIn('race@health.example'));
    const steps = await Promise.all([1, 2, 3].map(() => passwordStep(demo, 'race@health.example')));
    const now = code(secret);
    const answers = await Promise.all(
      steps.map(({ browser, challengeId }) => browser.post('/v1/sessions/second-step', { challengeId, code: now })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
  });

  it('names the steps that are possible, and gives no session before', async () => {
    await enrolTotp(await demo.signedIn('steps@health.example'));
    const browser = demo.browser();
    const { body, headers } = await browser.signIn('steps@health.example');
    expect(body).toEqual({
      challengeId: expect.stringMatching(/^[\w-]{43}$/),
      methods: ['totp', 'recovery-code'],
      expiresAt: expect.any(String),
    });
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('is not in the table in clear', async () => {
    const { secret } = await enrolTotp(await demo.signedIn('sealed@health.example'));
    const { rows } = await demo.database.admin.query<{ secret_sealed: Buffer }>(
      'SELECT secret_sealed FROM totp_factors',
    );
    expect(rows.some((row) => row.secret_sealed?.includes(secret))).toBe(false);
  });
});

describe('a second step', () => {
  it('may be tried five times, then the password is asked again', async () => {
    const { secret } = await enrolTotp(await demo.signedIn('tries@health.example'));
    const { browser, challengeId } = await passwordStep(demo, 'tries@health.example');
    for (let n = 0; n < 5; n++) {
      const { body } = await browser.post('/v1/sessions/second-step', { challengeId, code: '000000' });
      expect(body).toMatchObject({ status: 401, code: 'code-wrong' });
    }
    const right = { challengeId, code: code(secret) };
    expect((await browser.post('/v1/sessions/second-step', right)).body).toMatchObject({ code: 'challenge-expired' });
    expect((await demo.entries('auth.mfa.failed')).length).toBeGreaterThanOrEqual(5);
  });

  it('that is guessed on and on locks the account', async () => {
    const { secret } = await enrolTotp(await demo.signedIn('guess@health.example'));
    for (let round = 0; round < 2; round++) {
      const { browser, challengeId } = await passwordStep(demo, 'guess@health.example');
      for (let n = 0; n < 5; n++) await browser.post('/v1/sessions/second-step', { challengeId, code: '000000' });
    }
    expect(await demo.browser().signIn('guess@health.example')).toMatchObject({ status: 429 });
    expect(code(secret)).toMatch(/^\d{6}$/);
  });

  it('must come within five minutes', async () => {
    const { secret } = await enrolTotp(await demo.signedIn('late@health.example'));
    const { browser, challengeId } = await passwordStep(demo, 'late@health.example');
    await demo.database.admin.query("UPDATE sign_in_challenges SET expires_at = expires_at - interval '5 minutes'");
    const { status, body } = await browser.post('/v1/sessions/second-step', { challengeId, code: code(secret) });
    expect([status, body.code]).toEqual([410, 'challenge-expired']);
  });

  it('finishes a sign-in once', async () => {
    const { secret, recoveryCodes } = await enrolTotp(await demo.signedIn('once@health.example'));
    const { browser, challengeId } = await passwordStep(demo, 'once@health.example');
    expect((await browser.post('/v1/sessions/second-step', { challengeId, code: code(secret) })).status).toBe(201);
    const [recoveryCode] = recoveryCodes;
    expect((await browser.post('/v1/sessions/second-step', { challengeId, recoveryCode })).status).toBe(410);
  });

  it.each([
    ['nothing', {}],
    ['letters', { code: 'abcdef' }],
    ['five digits', { code: '12345' }],
    ['a recovery code made up', { recoveryCode: newRecoveryCode() }],
    ['an empty passkey', { passkey: {} }],
    ['a passkey of nobody', { passkey: { id: 'AAAA', response: {} } }],
  ])('refuses %s', async (label, proof) => {
    const email = `${label.replace(/\W/g, '-')}@wrong.example`;
    await enrolTotp(await demo.signedIn(email));
    const { browser, challengeId } = await passwordStep(demo, email);
    const { status, body } = await browser.post('/v1/sessions/second-step', { challengeId, ...proof });
    expect([status, body.code]).toEqual([401, 'code-wrong']);
  });
});

describe('a recovery code', () => {
  it('works once, however it is typed, and is kept as a keyed hash', async () => {
    const { recoveryCodes } = await enrolTotp(await demo.signedIn('codes@health.example'));
    const [first = '', second = ''] = recoveryCodes;
    const one = await passwordStep(demo, 'codes@health.example');
    const typed = first.toUpperCase().replace('-', ' ');
    const answer = await one.browser.post('/v1/sessions/second-step', {
      challengeId: one.challengeId,
      recoveryCode: typed,
    });
    expect(answer.status).toBe(201);
    expect((await one.browser.get('/v1/me')).body.factors).toMatchObject({ recoveryCodesLeft: 9 });
    const two = await passwordStep(demo, 'codes@health.example');
    const again = { challengeId: two.challengeId, recoveryCode: first };
    expect((await two.browser.post('/v1/sessions/second-step', again)).body).toMatchObject({ code: 'code-wrong' });
    const other = { challengeId: two.challengeId, recoveryCode: second };
    expect((await two.browser.post('/v1/sessions/second-step', other)).status).toBe(201);
    const { rows } = await demo.database.admin.query('SELECT recovery_codes::text FROM recovery_codes');
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(second.replace('-', '')).toString('hex'));
  });

  it('is no good for somebody else', async () => {
    const { recoveryCodes } = await enrolTotp(await demo.signedIn('owner@health.example'));
    await enrolTotp(await demo.signedIn('finder@health.example'));
    const { browser, challengeId } = await passwordStep(demo, 'finder@health.example');
    const [recoveryCode] = recoveryCodes;
    expect((await browser.post('/v1/sessions/second-step', { challengeId, recoveryCode })).status).toBe(401);
  });
});

describe('a passkey', () => {
  it('comes with recovery codes when it is the first, and signs in by itself', async () => {
    const owner = await demo.signedIn('passkey@health.example');
    const { key, answer, options } = await enrolPasskey(owner);
    expect(options).toMatchObject({
      rp: { id: 'belfry.example' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(answer).toMatchObject({ status: 201, body: { name: 'Laptop', backedUp: false, lastUsedAt: null } });
    expect(answer.body.recoveryCodes).toHaveLength(10);
    const browser = demo.browser();
    const begun = (await browser.post('/v1/sessions/passkey-options')).body;
    expect(begun.options).toMatchObject({ rpId: 'belfry.example', userVerification: 'required', allowCredentials: [] });
    const response = key.get(begun.options.challenge);
    const { status } = await browser.post('/v1/sessions/passkey', { challengeId: begun.challengeId, response });
    expect(status).toBe(201);
    expect((await browser.get('/v1/me')).body.email).toBe('passkey@health.example');
    const { data } = (await browser.get('/v1/me/passkeys')).body;
    expect(data).toMatchObject([{ id: answer.body.id, lastUsedAt: expect.any(String) }]);
    const replayed = await demo.browser().post('/v1/sessions/passkey', { challengeId: begun.challengeId, response });
    expect(replayed).toMatchObject({ status: 410, body: { code: 'challenge-expired' } });
  });

  it('is a second step too, for its owner only', async () => {
    const { key } = await enrolPasskey(await demo.signedIn('second@health.example'));
    const { key: foreign } = await enrolPasskey(await demo.signedIn('foreign@health.example'));
    const { browser, challengeId } = await passwordStep(demo, 'second@health.example');
    const ask = async () =>
      (await browser.post('/v1/sessions/second-step/passkey-options', { challengeId })).body.options;
    const options = await ask();
    expect(options.allowCredentials).toMatchObject([{ id: key.id.toString('base64url') }]);
    const wrong = { challengeId, passkey: foreign.get(options.challenge) };
    expect((await browser.post('/v1/sessions/second-step', wrong)).body).toMatchObject({ code: 'code-wrong' });
    const right = { challengeId, passkey: key.get((await ask()).challenge) };
    expect((await browser.post('/v1/sessions/second-step', right)).status).toBe(201);
  });

  it('of a lock-out victim opens the door all the same', async () => {
    const { key } = await enrolPasskey(await demo.signedIn('victim@health.example'));
    for (let n = 0; n < 11; n++) await demo.browser().signIn('victim@health.example', 'guessed wrong!');
    const browser = demo.browser();
    const { challengeId, options } = (await browser.post('/v1/sessions/passkey-options')).body;
    const response = key.get(options.challenge);
    expect((await browser.post('/v1/sessions/passkey', { challengeId, response })).status).toBe(201);
  });

  it.each([
    ['another challenge', (key: SoftwarePasskey) => key.get(Buffer.alloc(32, 1).toString('base64url'))],
    [
      'a counter that stands still',
      (key: SoftwarePasskey, challenge: string) => key.get(challenge, { isCounting: false }),
    ],
    ['no signature', (key: SoftwarePasskey, challenge: string) => withResponse(key.get(challenge), { signature: '' })],
    ['no answer', (key: SoftwarePasskey, challenge: string) => ({ ...key.get(challenge), response: null })],
    [
      'an id of megabytes',
      (key: SoftwarePasskey, challenge: string) => ({ ...key.get(challenge), id: 'A'.repeat(100_000) }),
    ],
    ['a list as id', (key: SoftwarePasskey, challenge: string) => ({ ...key.get(challenge), id: ['A'] })],
  ])('with %s signs nobody in', async (label, make) => {
    const { key } = await enrolPasskey(await demo.signedIn(`${label.replace(/\W/g, '-')}@key.example`));
    const use = async (answer: (challenge: string) => unknown) => {
      const browser = demo.browser();
      const { challengeId, options } = (await browser.post('/v1/sessions/passkey-options')).body;
      return browser.post('/v1/sessions/passkey', { challengeId, response: answer(options.challenge) });
    };
    expect((await use((challenge) => key.get(challenge))).status).toBe(201);
    expect(await use((challenge) => make(key, challenge))).toMatchObject({ status: 401, body: { code: 'code-wrong' } });
  });

  it.each([
    ['another origin', new SoftwarePasskey('https://elsewhere.example', 'belfry.example')],
    ['another site', new SoftwarePasskey(PUBLIC_URL, 'elsewhere.example')],
  ])('of %s is not taken', async (label, key) => {
    const browser = await demo.signedIn(`${label.replace(/\W/g, '-')}@enrol.example`);
    const { challengeId, options } = (await browser.post('/v1/me/passkeys/options')).body;
    const body = { challengeId, name: 'Key', response: key.create(options.challenge) };
    expect((await browser.post('/v1/me/passkeys', body)).body).toMatchObject({ status: 422, code: 'passkey-refused' });
  });

  it('is not added with the challenge of somebody else', async () => {
    const mine = await demo.signedIn('mine@key.example');
    const theirs = await demo.signedIn('theirs@key.example');
    const { challengeId, options } = (await theirs.post('/v1/me/passkeys/options')).body;
    const response = new SoftwarePasskey(PUBLIC_URL).create(options.challenge);
    const { status } = await mine.post('/v1/me/passkeys', { challengeId, name: 'Key', response });
    expect(status).toBe(410);
  });
});

describe('where a second step is mandatory', () => {
  it('somebody without one may add one, and nothing else', async () => {
    const browser = await strict.signedIn('new@health.example');
    expect((await browser.get('/v1/me')).body).toMatchObject({ mustEnrol: true });
    expect((await browser.get('/v1/audit/entries')).body).toMatchObject({ code: 'permission-missing' });
    await browser.refresh();
    expect((await browser.get('/v1/audit/entries')).status).toBe(403);
    await enrolTotp(browser);
    expect((await browser.get('/v1/me')).body).toMatchObject({ mustEnrol: false });
    expect((await browser.get('/v1/audit/entries')).status).toBe(200);
    expect((await browser.refresh()).body).not.toHaveProperty('mustEnrol');
  });

  it('the first one ends the sessions that were opened without', async () => {
    const browser = await strict.signedIn('both@health.example');
    const other = strict.browser();
    await other.signIn('both@health.example');
    await enrolPasskey(browser);
    expect((await other.refresh()).status).toBe(401);
    expect((await browser.get('/v1/audit/entries')).status).toBe(200);
  });

  it('the last one cannot be removed', async () => {
    const browser = await strict.signedIn('last@health.example');
    const { answer } = await enrolPasskey(browser);
    await browser.post('/v1/me/step-up', { password: PASSWORD });
    const removal = await browser.call('DELETE', `/v1/me/passkeys/${answer.body.id}`);
    expect(removal).toMatchObject({ status: 409, body: { code: 'last-factor' } });
    await enrolTotp(browser);
    expect((await browser.call('DELETE', `/v1/me/passkeys/${answer.body.id}`)).status).toBe(204);
    expect((await browser.get('/v1/me')).body.factors).toMatchObject({ totp: true, passkeys: 0 });
  });
});

describe(SecondStepResetsService.name, () => {
  it('lets somebody who lost everything begin anew, and ends their sessions', async () => {
    const browser = await strict.signedIn('lost@health.example');
    await enrolTotp(browser);
    await browser.post('/v1/me/step-up', { password: PASSWORD });
    await enrolPasskey(browser);
    await strict.get(SecondStepResetsService).reset(platformContext(), 'Lost@health.example');
    expect((await browser.refresh()).status).toBe(401);
    const again = strict.browser();
    expect((await again.signIn('lost@health.example')).body).toMatchObject({ mustEnrol: true });
    expect((await again.get('/v1/me')).body.factors).toMatchObject({ totp: false, passkeys: 0, recoveryCodesLeft: 0 });
  });

  it('finds nobody under a wrong address', async () => {
    const reset = strict.get(SecondStepResetsService).reset(platformContext(), 'nobody@health.example');
    await expect(reset).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a step-up', () => {
  it('is asked for before factors are added to others or removed, and lasts ten minutes', async () => {
    const browser = await demo.signedIn('stepup@health.example');
    const { secret } = await enrolTotp(browser);
    const refused = { status: 403, body: { code: 'step-up-required' } };
    expect(await browser.call('DELETE', '/v1/me/totp')).toMatchObject(refused);
    expect(await browser.post('/v1/me/recovery-codes')).toMatchObject(refused);
    expect(await browser.post('/v1/me/totp')).toMatchObject(refused);
    expect(await browser.post('/v1/me/passkeys/options')).toMatchObject(refused);
    const { status } = await browser.post('/v1/me/step-up', { code: code(secret) });
    expect(status).toBe(201);
    const until = new Date((await browser.get('/v1/me')).body.steppedUpUntil).getTime() - Date.now();
    expect(until).toBeGreaterThan(590_000);
    expect((await browser.post('/v1/me/recovery-codes')).body.recoveryCodes).toHaveLength(10);
    await demo.age('10 minutes');
    await expect.poll(async () => (await browser.post('/v1/me/recovery-codes')).status).toBe(403);
    expect(await browser.call('DELETE', '/v1/me/totp')).toMatchObject(refused);
    await browser.post('/v1/me/step-up', { password: PASSWORD });
    expect((await browser.call('DELETE', '/v1/me/totp')).status).toBe(204);
    expect((await browser.get('/v1/me')).body.factors).toMatchObject({ totp: false, recoveryCodesLeft: 0 });
    expect(await demo.entries('auth.mfa.removed')).not.toEqual([]);
  });

  it('may be done with a passkey', async () => {
    const browser = await demo.signedIn('stepup-key@health.example');
    const { key } = await enrolPasskey(browser);
    const { challengeId, options } = (await browser.post('/v1/me/step-up/options')).body;
    const passkey = { challengeId, response: key.get(options.challenge) };
    expect((await browser.post('/v1/me/step-up', { passkey })).status).toBe(201);
    expect((await browser.post('/v1/me/step-up', { passkey })).status).toBe(410);
    expect((await browser.post('/v1/me/recovery-codes')).status).toBe(201);
  });

  it('of one session opens nothing in another', async () => {
    const here = await demo.signedIn('stepup-here@health.example');
    const there = demo.browser();
    await there.signIn('stepup-here@health.example');
    await here.post('/v1/me/step-up', { password: PASSWORD });
    expect((await there.post('/v1/me/recovery-codes')).status).toBe(403);
  });

  it('that is guessed on and on locks the account, and the wrong answer changes nothing', async () => {
    const browser = await demo.signedIn('stepup-guess@health.example');
    for (let n = 0; n < 10; n++) {
      const { body } = await browser.post('/v1/me/step-up', { password: `wrong ${n}` });
      expect(body).toMatchObject({ status: 403, code: 'proof-wrong' });
    }
    expect((await browser.post('/v1/me/step-up', { password: PASSWORD })).status).toBe(429);
    expect((await browser.post('/v1/me/recovery-codes')).status).toBe(403);
  });
});

function withResponse(answer: Record<string, unknown>, change: object): Record<string, unknown> {
  return { ...answer, response: { ...(answer['response'] as object), ...change } };
}

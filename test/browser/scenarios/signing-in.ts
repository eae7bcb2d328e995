import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../support/api-client.js';
import { PageWatch } from '../support/page-check.js';
import { totpCode } from '../support/totp.js';
import { type BrowserWorld, NO_SESSION, type Person, signIn } from '../support/world.js';

const home = ({ origin, system }: BrowserWorld) => `${origin}/a/${system.agency.slug}`;

/** Through the front door and out again. */
export function signingIn(world: () => BrowserWorld): void {
  const admin = () => world().person('agency_admin');

  describe.concurrent('Signing in', () => {
    it('lets a person in with e-mail address and password, and out again', async () => {
      const { context, page } = await world().visit('/');
      const watch = new PageWatch(page, [NO_SESSION]);
      await page.waitForURL(/\/sign-in/);
      await watch.check('sign-in');
      await signIn(page, world().person('agency_admin'));
      await page.waitForURL(`${world().origin}/a/${world().system.agency.slug}`);
      await watch.check('home');
      await signOut(page);
      await page.goto(`${world().origin}/a/${world().system.agency.slug}`);
      await page.waitForURL(/\/sign-in\?to=/);
      await context.close();
    });

    it('says in one sentence that a password is wrong, and keeps what was typed', async () => {
      const { context, page } = await world().visit('/sign-in');
      const watch = new PageWatch(page, [NO_SESSION, /status of 401 .*\/v1\/sessions\b/]);
      const { email } = world().person('agency_admin');
      await signIn(page, { email, password: 'not the password' });
      await page.getByText('E-mail address or password is wrong').waitFor();
      expect(await page.getByRole('textbox', { name: 'E-mail address' }).inputValue()).toBe(email);
      await watch.check('sign-in-wrong');
      await context.close();
    });

    it('asks for the second step, and takes the code of the app or a recovery code', async () => {
      const person = await world().newPerson('agent', admin(), 'agent-with-app');
      const { secret, recoveryCodes } = await enrolApp(world(), person);
      const { context, page } = await world().visit('/sign-in');
      const watch = new PageWatch(page, [NO_SESSION, /status of 401 .*\/second-step/]);
      await signIn(page, person);
      await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor();
      await watch.check('second-step');
      await typeCode(page, 'Code from your authenticator app', '000000');
      await page.getByText('This code is wrong').first().waitFor();
      await watch.check('second-step-wrong');
      await typeCode(page, 'Code from your authenticator app', totpCode(secret, 1));
      await page.waitForURL(home(world()));
      await signOut(page);
      await signIn(page, person);
      await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
      await typeCode(page, 'Recovery code', recoveryCodes[0] ?? '');
      await page.waitForURL(home(world()));
      expect(watch.errors).toEqual([]);
      await context.close();
    });

    it('leads from a forgotten password by a mail to a new one', async () => {
      const person = await world().newPerson('agent', admin(), 'agent-who-forgets');
      const { context, page } = await world().visit('/sign-in');
      const watch = new PageWatch(page, [NO_SESSION]);
      await page.getByRole('link', { name: 'I cannot sign in' }).click();
      // The page before has a field of the same name.
      await page.getByRole('heading', { level: 1, name: 'I cannot sign in' }).waitFor();
      await page.getByRole('textbox', { name: 'E-mail address' }).fill(person.email);
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await page.getByText('Look into your mailbox').waitFor();
      await watch.check('recovery-sent');
      await page.goto(`${world().origin}${await world().linkFor(person.email, '/recover/')}`);
      const password = 'another long password';
      await page.getByLabel('New password', { exact: true }).fill(password);
      await page.getByLabel('New password again').fill(password);
      await watch.check('recovery-new-password');
      await page.getByRole('button', { name: 'Save the password' }).click();
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
      await signIn(page, { email: person.email, password });
      await page.waitForURL(home(world()));
      expect(watch.errors).toEqual([]);
      await context.close();
    });

    it('lets whoever belongs to two agencies choose', async () => {
      const { agency, otherAgency } = world().system;
      const person = await world().newPerson('agent', admin(), 'agent-of-two');
      await world().alsoIn('agent', world().person('agency_admin', otherAgency), person);
      const { context, page } = await world().visit('/sign-in');
      const watch = new PageWatch(page, [NO_SESSION]);
      await signIn(page, person);
      await page.getByRole('heading', { level: 1, name: 'Choose an agency' }).waitFor();
      await watch.check('choose-agency');
      await page.locator(`main a[href="/a/${otherAgency.slug}"]`).click();
      await page.waitForURL(`${world().origin}/a/${otherAgency.slug}`);
      await page.getByRole('button', { name: /switch agency$/ }).click();
      await page.getByRole('menuitemradio').or(page.getByRole('menuitem')).filter({ hasText: 'City Health' }).click();
      await page.waitForURL(`${world().origin}/a/${agency.slug}`);
      expect(watch.errors).toEqual([]);
      await context.close();
    });

    it('tells whoever is locked out how long and what to do', async () => {
      const person = await world().newPerson('agent', admin(), 'agent-locked-out');
      const nobody = new ApiClient(world().system.apiUrl);
      const wrong = { email: person.email, password: 'not the password' };
      await Promise.all(Array.from({ length: 10 }, () => nobody.post('/v1/sessions', wrong)));
      const { context, page } = await world().visit('/sign-in');
      const watch = new PageWatch(page, [NO_SESSION, /status of 429 .*\/v1\/sessions\b/]);
      await signIn(page, person);
      await page.getByText('Too many attempts').waitFor();
      await page.getByText(/^This account rests for a while\. Wait \d+ minutes/).waitFor();
      await watch.check('locked-out');
      await context.close();
    });

    it('ends a session whose old token somebody else uses, and says so', async () => {
      const person = await world().newPerson('agent', admin(), 'agent-with-a-thief');
      const { context, page } = await world().signedIn(person);
      const watch = new PageWatch(page, [NO_SESSION, /status of 401/]);
      const [cookie] = await context.cookies(world().origin);
      for (const path of ['/me', '/me/security']) {
        await page.goto(`${world().origin}${path}`);
        await page.locator('h1').waitFor();
      }
      const stolen = { cookie: `${cookie?.name}=${cookie?.value}`, origin: world().origin, 'belfry-csrf': '1' };
      const refused = await new ApiClient(world().origin, undefined, stolen).post('/v1/sessions/refresh');
      expect(refused).toMatchObject({ status: 401, body: { code: 'session-ended' } });
      // Either this asks for something, or the live stream does before it.
      await page
        .getByRole('link', { name: 'Belfry' })
        .click({ noWaitAfter: true })
        .catch(() => undefined);
      await page.waitForURL(/\/sign-in\?error=session-ended&to=/);
      await page.getByText('Your session has ended').waitFor();
      await watch.check('session-ended');
      await context.close();
    });
  });
}

async function enrolApp(world: BrowserWorld, person: Person): Promise<{ secret: string; recoveryCodes: string[] }> {
  const api = await world.api(person);
  const { secret } = (await api.post<{ secret: string }>('/v1/me/totp')).body;
  // The sign-in takes the next one, which is good early: an older one could be over before it arrives.
  const code = totpCode(secret);
  const { status, body } = await api.post<{ recoveryCodes: string[] }>('/v1/me/totp/confirm', { code });
  expect(status).toBe(201);
  return { secret, recoveryCodes: body.recoveryCodes };
}

async function typeCode(page: Page, label: string, code: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /your account$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
}

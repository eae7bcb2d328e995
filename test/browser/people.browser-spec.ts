import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { PageWatch } from './support/page-check.js';
import { BrowserWorld, NO_SESSION, signIn } from './support/world.js';

let world: BrowserWorld;

beforeAll(async () => {
  world = await BrowserWorld.start();
});
afterAll(() => world?.stop());

it('lets a person in with e-mail address and password, and out again', async () => {
  const { context, page } = await world.visit('/');
  const watch = new PageWatch(page, [NO_SESSION]);
  await page.waitForURL(/\/sign-in/);
  await watch.check('sign-in');
  await signIn(page, world.person('agency_admin'));
  await page.waitForURL(`${world.origin}/a/${world.system.agency.slug}`);
  await watch.check('home');
  await page.getByRole('button', { name: /your account$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
  await page.goto(`${world.origin}/a/${world.system.agency.slug}`);
  await page.waitForURL(/\/sign-in\?to=/);
  await context.close();
});

it('says in one sentence that a password is wrong, and keeps what was typed', async () => {
  const { context, page } = await world.visit('/sign-in');
  const watch = new PageWatch(page, [NO_SESSION, /status of 401 .*\/v1\/sessions\b/]);
  const { email } = world.person('agency_admin');
  await signIn(page, { email, password: 'not the password' });
  await page.getByText('E-mail address or password is wrong').waitFor();
  expect(await page.getByRole('textbox', { name: 'E-mail address' }).inputValue()).toBe(email);
  await watch.check('sign-in-wrong');
  await context.close();
});

it('warns before the session ends, and keeps what was typed by whoever stays', async () => {
  const { context, page } = await world.signedIn(world.person('agency_admin'));
  const watch = new PageWatch(page);
  await page.clock.install();
  // A page without live updates, which would be a use of the session.
  await page.goto(`${world.origin}/me`);
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Half a na');
  await page.clock.fastForward('12:30');
  const warning = page.getByRole('alertdialog', { name: 'You will be signed out soon' });
  await warning.waitFor();
  await watch.check('session-ends');
  expect(await warning.count()).toBe(1);
  await page.getByRole('button', { name: 'Stay signed in' }).press('Enter');
  await warning.waitFor({ state: 'detached' });
  expect(await name.inputValue()).toBe('Half a na');
  await context.close();
});

/** A device with a fingerprint reader that always knows its owner. https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/ */
async function addAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
}

it('takes an invited person to a passkey and to a test key that sends', async () => {
  const { system } = world;
  const administrator = world.person('agency_admin');
  const inviter = await world.api(administrator);
  expect((await inviter.post('/v1/me/step-up', { password: administrator.password })).status).toBe(201);
  const email = 'new.admin@city-health.example';
  expect((await inviter.post('/v1/invitations', { email, roles: ['agency_admin'] })).status).toBe(201);

  const { context, page } = await world.visit(await world.linkFor(email));
  const watch = new PageWatch(page, [NO_SESSION]);
  await addAuthenticator(context, page);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Noor New');
  await page.getByLabel('New password', { exact: true }).fill('four words in a row');
  await page.getByLabel('New password again').fill('four words in a row');
  await watch.check('invitation');
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/invite'));

  await page.goto(`${world.origin}/me/security`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Office laptop');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'I have stored them' }).click();
  await page
    .getByRole('cell', { name: 'Office laptop' })
    .or(page.getByRole('rowheader', { name: 'Office laptop' }))
    .first()
    .waitFor();
  await watch.check('passkey-added');

  await page.goto(`${world.origin}/a/${system.agency.slug}/developers/keys/new`);
  await page.getByRole('textbox', { name: 'Name' }).fill('First steps');
  await page.getByText('Send messages', { exact: true }).click();
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByRole('heading', { level: 1, name: 'Copy your key now' }).waitFor();
  await watch.check('key-shown-once');
  const shown = page.locator('main bdi').filter({ hasText: /^bf_test_/ });
  const secret = ((await shown.first().textContent()) ?? '').trim();

  const sent = await new ApiClient(system.apiUrl, secret).post<{ id: string }>(
    '/v1/messages',
    system.agency.sampleMessage,
  );
  expect(sent).toMatchObject({ status: 202 });
  await context.close();
});

/** An account at the simulated WhatsApp, without numbers, and an agency on trial that has none either. */
async function givenAgencyWithoutNumber(): Promise<{ path: string; wabaId: string; accessToken: string }> {
  const [wabaId, accessToken] = ['900100200300411', 'EAAtoken-of-the-browser-test'];
  await world.system.sim('PUT', 'world', { wabas: [{ id: wabaId, name: 'Harbour', accessToken, phoneNumbers: [] }] });
  const platform = await world.api(world.platformAdmin);
  const details = { name: 'Harbour Office', slug: 'harbour-office', defaultLanguage: 'en', timeZone: 'Europe/London' };
  const { body } = await platform.post<{ id: string }>('/v1/platform/agencies', details);
  return { path: `/platform/agencies/${body.id}`, wabaId, accessToken };
}

async function codeOnHandset(): Promise<string> {
  const { data } = await world.system.sim<{ data: { code: string }[] }>('GET', 'codes');
  return data[0]?.code ?? '';
}

it('lets the platform take a number from its account to connected, and leave in between', async () => {
  const { path, wabaId, accessToken } = await givenAgencyWithoutNumber();
  const { context, page } = await world.signedIn(world.platformAdmin);
  const watch = new PageWatch(page);
  await page.goto(`${world.origin}${path}`);
  await page.getByRole('link', { name: 'Connect a number' }).click();
  await page.getByRole('textbox', { name: 'ID of the portfolio' }).fill('902114387751299');
  await page.getByRole('textbox', { name: 'Name of the portfolio' }).fill('Harbour');
  await page.getByRole('textbox', { name: 'ID of the account' }).fill(wabaId);
  await page.getByLabel('Access token', { exact: true }).fill(accessToken);
  await page.getByText('A new one').click();
  await page.getByRole('textbox', { name: 'Country code' }).fill('44');
  await page.getByRole('textbox', { name: 'Number without it' }).fill('7700 900411');
  await page.getByRole('textbox', { name: 'Display name' }).fill('Harbour Office');
  await page.getByRole('button', { name: 'Connect a number' }).click();
  await page.getByRole('heading', { level: 1, name: '+44 7700900411' }).waitFor();
  await watch.check('number-added');

  await page.getByRole('button', { name: 'Send the code' }).click();
  await page.getByRole('heading', { level: 2, name: 'Type the code' }).waitFor();
  // The state is the server's: whoever leaves and comes back goes on where they were.
  await page.reload();
  await page.getByText('No code has come?').click();
  await page.getByText('1 code was asked for within the last hour').waitFor();
  await watch.check('number-code');
  await page.getByRole('textbox', { name: 'Code' }).fill(await codeOnHandset());
  await page.getByRole('button', { name: 'Check the code' }).click();
  await page.getByRole('textbox', { name: 'PIN' }).fill('482913');
  await page.getByRole('button', { name: 'Register the number' }).click();
  await page.getByText('Connected', { exact: true }).waitFor();
  await watch.check('number-connected');
  await page.evaluate(`localStorage.setItem('belfry.look', '{"language":"ar","theme":"dark"}')`);
  await page.setViewportSize({ width: 320, height: 900 });
  await page.reload();
  await watch.check('number-connected-ar-dark-320');
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await context.close();
});

it('takes what Meta’s sign-up window hands over', async () => {
  const chosen = { name: 'Harbour Office', displayPhoneNumber: '+44 7700 900412' };
  const signup = await world.system.sim<Record<string, string>>('POST', 'signups', chosen);
  const { context, page } = await world.signedIn(world.platformAdmin);
  const watch = new PageWatch(page);
  await page.goto(`${world.origin}/platform/agencies/${world.system.otherAgency.id}/numbers/sign-up`);
  await page.getByRole('textbox', { name: 'ID of the account' }).fill(signup['wabaId'] ?? '');
  await page.getByRole('textbox', { name: 'ID of the number' }).fill(signup['phoneNumberId'] ?? '');
  await page.getByRole('textbox', { name: 'ID of the portfolio' }).fill(signup['businessId'] ?? '');
  await page.getByLabel('Code', { exact: true }).fill(signup['code'] ?? '');
  await page.getByRole('button', { name: 'Connect a number' }).click();
  await page.getByRole('heading', { level: 2, name: 'Register with a PIN' }).waitFor();
  await watch.check('number-signed-up');
  await context.close();
});

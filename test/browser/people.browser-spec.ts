import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { Receiver } from '../support/receiver.js';
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

it('takes a developer from an endpoint to a call that was answered, which ticks the checklist', async () => {
  const { system } = world;
  const program = await Receiver.listen();
  const { context, page } = await world.signedIn(world.person('agency_admin'));
  const watch = new PageWatch(page, [NO_SESSION, /status of 400 .*\/v1\/callbacks/]);
  const goLive = `${world.origin}/a/${system.agency.slug}/go-live`;
  const tick = page.getByRole('listitem').filter({ hasText: 'Have a callback answered' });
  await page.goto(goLive);
  await tick.getByText('Optional', { exact: true }).waitFor();

  await page.goto(`${world.origin}/a/${system.agency.slug}/developers/callbacks/new`);
  await page.getByRole('textbox', { name: 'Address' }).fill('http://10.0.0.1/');
  await page.getByRole('button', { name: 'Add an endpoint' }).click();
  await page.getByText('The address must begin with https://').first().waitFor();
  await page.getByRole('textbox', { name: 'Address' }).fill(program.url);
  await page.getByRole('textbox', { name: 'Name' }).fill('First program');
  await page.getByRole('button', { name: 'Add an endpoint' }).click();
  await page.getByRole('heading', { level: 1, name: 'First program' }).waitFor();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByRole('link', { name: 'Test', exact: true }).click();
  await page.getByText('said 200').waitFor();
  await watch.check('callback-answered');
  expect(program.types()).toEqual(['callback.test']);

  await page.goto(goLive);
  await tick.getByText('Done', { exact: true }).first().waitFor();
  await watch.check('callback-tick');
  program.close();
  await context.close();
});

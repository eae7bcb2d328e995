import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.js';
import { addAuthenticator } from '../support/authenticator.js';
import { rememberPage } from '../support/no-reload.js';
import { PageWatch } from '../support/page-check.js';
import { type BrowserWorld, NO_SESSION } from '../support/world.js';

const run = promisify(execFile);

const EMAIL = 'new.admin@city-health.example';
const PASSWORD = 'four words in a row';
const PHONE = '447700900123';

/** A line of the simulator's ledger. */
interface Accept {
  readonly phoneNumberId: string;
}

/** Console scenario 1: a person who was invited a minute ago sends a first message. */
export function firstMessage(world: () => BrowserWorld): void {
  describe.concurrent('An invited administrator', () => {
    it('signs in with a passkey, makes a test key, runs the command beside it, and sees the message arrive', async () => {
      const { context, page } = await invited(world());
      await addAuthenticator(context, page);
      const watch = new PageWatch(page, [NO_SESSION]);
      await acceptInvitation(page, watch);
      await addPasskey(world(), page);
      await watch.check('passkey-added');
      await signInAgain(world(), page);

      const log = await context.newPage();
      const logWatch = new PageWatch(log);
      await log.goto(`${world().origin}/a/${world().system.agency.slug}/messages`);
      await log.getByRole('heading', { level: 1, name: 'Messages', exact: true }).waitFor();
      await log.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      const assertSame = await rememberPage(log);

      // A message is read when somebody opens the phone.
      await world().system.sim('POST', 'profile', { name: 'default', delays: { read: null } });
      const call = await madeKey(world(), page);
      await watch.check('key-shown-once');
      const { stdout } = await run('sh', ['-c', `${call} --silent --show-error --fail-with-body`]);
      const { id, state } = JSON.parse(stdout) as { id: string; state: string };
      expect(state).toBe('accepted');

      const accepts = async () =>
        (await world().system.sim<{ data: Accept[] }>('GET', `accepts?callbackData=belfry:1:${id}`)).data;
      const [accept] = await eventually(async () => {
        const found = await accepts();
        expect(found).toHaveLength(1);
        return found;
      });
      await seeArrive(world(), log, id, accept?.phoneNumberId ?? '');
      await assertSame();
      await logWatch.check('first-message');
      expect(watch.errors).toEqual([]);
      expect(await accepts()).toHaveLength(1);
      await context.close();
    });
  });
}

async function invited(world: BrowserWorld): Promise<{ context: BrowserContext; page: Page }> {
  const inviter = await world.provedApi(world.person('agency_admin'));
  expect((await inviter.post('/v1/invitations', { email: EMAIL, roles: ['agency_admin'] })).status).toBe(201);
  return world.visit(await world.linkFor(EMAIL));
}

async function acceptInvitation(page: Page, watch: PageWatch): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill('Noor New');
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('New password again').fill(PASSWORD);
  await watch.check('invitation');
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/invite'));
}

async function addPasskey(world: BrowserWorld, page: Page): Promise<void> {
  await page.goto(`${world.origin}/me/security`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Office laptop');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'I have stored them' }).click();
  await page.getByRole('button', { name: 'Remove Office laptop' }).waitFor();
}

async function signInAgain(world: BrowserWorld, page: Page): Promise<void> {
  await page.getByRole('button', { name: /your account$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${world.origin}/a/${world.system.agency.slug}`);
}

/** @returns the command that the page shows beside the new key */
async function madeKey(world: BrowserWorld, page: Page): Promise<string> {
  await page.goto(`${world.origin}/a/${world.system.agency.slug}/developers/keys/new`);
  await page.getByRole('textbox', { name: 'Name' }).fill('First steps');
  await page.getByText('Send messages', { exact: true }).click();
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByRole('heading', { level: 1, name: 'Copy your key now' }).waitFor();
  const shown = page.locator('main bdi').filter({ hasText: /^curl / });
  return (await shown.textContent()) ?? '';
}

/** In the list, in its timeline, and on the phone; that it was read there shows in the timeline. */
async function seeArrive(world: BrowserWorld, log: Page, id: string, phoneNumberId: string): Promise<void> {
  await log.getByRole('button', { name: /new messages?$/ }).click();
  await log.locator(`a[href="/a/${world.system.agency.slug}/messages/${id}"]`).click();
  const timeline = log.getByRole('list', { name: 'What happened' });
  await timeline.getByText('Delivered').waitFor();
  const phone = await log.context().newPage();
  await phone.goto(`${world.system.simulatorUrl}/#/${PHONE}/${phoneNumberId}`);
  await phone
    .getByRole('list', { name: 'Messages', exact: true })
    .getByText(/Hello name/)
    .waitFor();
  await timeline.getByText('Read', { exact: true }).waitFor();
}

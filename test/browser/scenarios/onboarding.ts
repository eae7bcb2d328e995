import { randomBytes } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../support/api-client.js';
import { eventually } from '../../support/eventually.js';
import { Keyboard } from '../support/keyboard.js';
import { rememberPage } from '../support/no-reload.js';
import { PageWatch } from '../support/page-check.js';
import { totpCode } from '../support/totp.js';
import { type BrowserWorld, NO_SESSION, type Person } from '../support/world.js';
import { ACCOUNT, connectNumber, templatesAt } from './number-steps.js';

const NAME = 'Harbour Authority';
const SLUG = `harbour-${randomBytes(4).toString('hex')}`;
const FIRST: Person = { email: `first@${SLUG}.example`, password: 'four words in a row' };
/** The proof is asked for by refusing the act at first, and browsers print every refusal. */
const PROOF_FIRST = /status of 403 .*\/go-live\/approve/;
const GUEST = '+447700900321';

/** Console scenario 2: from nothing to an agency that is live, in five browsers. The template's own page is not there yet. */
export function onboarding(world: () => BrowserWorld): void {
  describe.concurrent('An agency', () => {
    it('is taken in by two platform administrators and its own, and sees itself go live', async () => {
      await templatesAt(world());
      const ada = await world().signedIn(world().platformAdmin);
      const adaWatch = new PageWatch(ada.page, [PROOF_FIRST]);
      const id = await addAgency(world(), ada.page);
      await adaWatch.check('onboarding-agency');

      const first = await world().visit(await world().linkFor(FIRST.email));
      const watch = new PageWatch(first.page, [NO_SESSION]);
      await acceptInvitation(first.page);
      await first.page.goto(`${world().origin}/a/${SLUG}/go-live`);
      await first.page.getByText('This agency is on trial').waitFor();
      const assertSame = await rememberPage(first.page);
      await ticked(first.page, 'Fill in legal name and country');

      await connectNumber(world(), ada.page, adaWatch, id, NAME);
      await ticked(first.page, 'Connect a phone number');
      await ticked(first.page, 'Have the display name approved');
      await watch.check('onboarding-checklist');
      await doTheRest(world());
      await setUpApp(world(), first.context);
      await askToGoLive(first.page);
      await watch.check('onboarding-asked');

      await approve(world(), ada.page, world().platformAdmin, id, `${NAME} waits for the second approval`);
      await adaWatch.check('onboarding-approved');
      await first.page.getByText('One of two people has approved').waitFor();
      const second = await world().newPerson('platform_admin', world().platformAdmin, 'second-platform-admin');
      const ben = await world().signedIn(second);
      const benWatch = new PageWatch(ben.page, [PROOF_FIRST]);
      await approve(world(), ben.page, second, id, `${NAME} is live`);
      expect(benWatch.errors).toEqual([]);

      await first.page.getByText('This agency is on trial').waitFor({ state: 'detached' });
      await first.page.getByText('Your agency is live').waitFor();
      await assertSame();
      await watch.check('onboarding-live');
      await Promise.all([ada.context.close(), ben.context.close(), first.context.close()]);
    });
  });
}

/** @returns the agency's id */
async function addAgency({ origin }: BrowserWorld, page: Page): Promise<string> {
  await page.goto(`${origin}/platform`);
  await page.getByRole('link', { name: 'Add an agency' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(NAME);
  await page.getByRole('textbox', { name: 'Short name' }).fill(SLUG);
  await page.getByRole('textbox', { name: /^Legal name/ }).fill('Harbour Authority of the City');
  await page.getByRole('textbox', { name: /^Country/ }).fill('KE');
  await page.getByRole('textbox', { name: /^E-mail address/ }).fill(FIRST.email);
  await page.getByRole('textbox', { name: /^Name of the administrator/ }).fill('Fatima First');
  await page.getByRole('button', { name: 'Add an agency' }).click();
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function acceptInvitation(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill('Fatima First');
  await page.getByLabel('New password', { exact: true }).fill(FIRST.password);
  await page.getByLabel('New password again').fill(FIRST.password);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.waitForURL((url) => url.pathname.startsWith(`/a/${SLUG}`));
}

/** A task of the checklist, in a tab that nobody touches. */
async function ticked(page: Page, task: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: task }).getByText('Done', { exact: true }).first().waitFor();
}

/** Everything that has a scenario or a test of its own, over the API. */
async function doTheRest(world: BrowserWorld): Promise<void> {
  const api = await world.provedApi(FIRST);
  const department = await made<{ id: string }>(api.post('/v1/departments', { name: 'Harbour office' }));
  const purpose = {
    code: 'berths',
    title: 'Berths',
    category: 'service',
    basis: 'public_task',
    legalInstrument: 'Act 1',
  };
  await made(api.post('/v1/purposes', purpose));
  await made(api.post('/v1/templates/sync'));
  await made(api.post('/v1/trial-guests', { phone: GUEST, name: 'Gala Guest' }));
  const optIn = { method: 'web', at: new Date(Date.now() - 60_000).toISOString(), evidence: 'Asked' };
  await made(api.put('/v1/contacts', { phone: GUEST, language: 'en', optIn }));
  const key = await made<{ secret: string }>(
    api.post('/v1/api-keys', {
      name: 'Berths',
      departmentId: department.id,
      mode: 'live',
      scopes: ['messages:send', 'messages:read'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    }),
  );
  const program = new ApiClient(world.system.apiUrl, key.secret);
  const template = { name: ACCOUNT.template, language: 'en', variables: {} };
  const sent = await made<{ id: string }>(program.post('/v1/messages', { to: GUEST, purpose: 'berths', template }));
  await eventually(async () => {
    const { body } = await program.get<{ state: string }>(`/v1/messages/${sent.id}`);
    expect(['delivered', 'read']).toContain(body.state);
  });
  const second = await world.api(await world.newPerson('agency_admin', FIRST, 'second-harbour-admin'));
  const { secret } = await made<{ secret: string }>(second.post('/v1/me/totp'));
  await made(second.post('/v1/me/totp/confirm', { code: totpCode(secret) }));
}

/** In another tab: a second step ends every other session, and the checklist goes on in this one. */
async function setUpApp({ origin }: BrowserWorld, context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/me/security`);
  const told = page.waitForResponse((response) => new URL(response.url()).pathname === '/v1/me/totp');
  await page.getByRole('button', { name: 'Set up an app' }).click();
  const { secret } = (await (await told).json()) as { secret: string };
  await page.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret));
  await page.getByRole('button', { name: 'Use this app' }).click();
  await page.getByRole('textbox', { name: 'Code' }).waitFor({ state: 'detached' });
  await page.close();
}

async function made<T>(answer: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await answer;
  expect({ status, body }).toMatchObject({ status: expect.toSatisfy((code: number) => code < 300) });
  return body as T;
}

/** Without a mouse. The button that opens the question is gone once it is answered. */
async function askToGoLive(page: Page): Promise<void> {
  const keyboard = new Keyboard(page);
  for (const task of ['Accept the agreement', 'Publish the privacy notice']) {
    await keyboard.tabAndPress(`This is done: ${task}`);
    await ticked(page, task);
  }
  for (const task of ['Have a template approved', 'Send a test message that arrives', 'Use an API key'])
    await ticked(page, task);
  await page.getByRole('button', { name: 'Ask to go live' }).waitFor();
  await keyboard.tabAndPress('Ask to go live');
  await page.getByRole('alertdialog').waitFor();
  await keyboard.tabAndPress('Ask to go live');
  await page.getByText('The platform team is looking at your request').waitFor();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await keyboard.keepsFocus();
}

async function approve(world: BrowserWorld, page: Page, by: Person, id: string, done: string): Promise<void> {
  await page.goto(`${world.origin}/platform/agencies/${id}/go-live`);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Approve/ })
    .click();
  const proof = page.getByRole('dialog', { name: 'Prove that it is you' });
  await proof.getByLabel('Your password', { exact: true }).fill(by.password);
  await proof.getByRole('button', { name: 'Continue' }).click();
  await page.getByText(done).first().waitFor();
}

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Keyboard } from '../support/keyboard.js';
import { PageWatch } from '../support/page-check.js';
import { type BrowserWorld, NO_SESSION, type Person } from '../support/world.js';

/** The everyday flows without a mouse; asking to go live is in the onboarding. */
export function byKeyboard(world: () => BrowserWorld): void {
  describe.concurrent('With the keyboard alone', () => {
    it('a person signs in, invites somebody, makes a key and filters a list', async () => {
      const person = await world().newPerson('agency_admin', world().person('agency_admin'), 'admin-by-keyboard');
      const { context, page } = await world().visit('/sign-in');
      const watch = new PageWatch(page, [NO_SESSION]);
      const keyboard = new Keyboard(page);
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
      await signsIn(keyboard, person);
      await page.waitForURL(`${world().origin}/a/${world().system.agency.slug}`);
      await page.locator('h1').waitFor();
      await invites(page, keyboard);
      await makesKey(page, keyboard);
      await filters(page, keyboard);
      await watch.check('by-keyboard');
      await context.close();
    });
  });
}

async function signsIn(keyboard: Keyboard, { email, password }: Person): Promise<void> {
  await keyboard.tabAndType('E-mail address', email);
  await keyboard.tabAndType('Password', password);
  await keyboard.press('Enter');
}

/** Through the palette; the heading of the page has the focus then. */
async function jumpsTo(page: Page, keyboard: Keyboard, name: string): Promise<void> {
  await keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search and commands' }).waitFor();
  await keyboard.standsOn('input');
  await keyboard.type(name);
  await page.getByRole('menuitem', { name }).first().waitFor();
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await keyboard.standsOn('h1');
}

async function invites(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.tabTo('Home');
  await keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search and commands' }).waitFor();
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await keyboard.keepsFocus();
  await jumpsTo(page, keyboard, 'Team');
  await keyboard.tabAndPress('Invite someone');
  await page.getByRole('heading', { level: 1, name: 'Invite someone' }).waitFor();
  await keyboard.tabAndType('E-mail address', 'by.keyboard@city-health.example');
  await keyboard.tabAndPress('Agent', 'Space');
  await keyboard.tabAndPress('Send the invitation');
  await page.getByRole('heading', { level: 1, name: 'Team' }).waitFor();
  await page.getByText('by.keyboard@city-health.example').first().waitFor();
  await keyboard.keepsFocus();
}

async function makesKey(page: Page, keyboard: Keyboard): Promise<void> {
  await jumpsTo(page, keyboard, 'API keys');
  await keyboard.tabAndPress('Make a key');
  await page.getByRole('textbox', { name: 'Name' }).waitFor();
  await keyboard.tabAndType('Name', 'By keyboard');
  await keyboard.tabTo(/Department/);
  await keyboard.press('ArrowDown');
  await page.getByRole('listbox').waitFor();
  await keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  await keyboard.keepsFocus();
  await keyboard.tabAndPress('Send messages', 'Space');
  await keyboard.tabAndPress('Make a key');
  await page.getByRole('heading', { level: 1, name: 'Copy your key now' }).waitFor();
  await keyboard.standsOn('h1');
  await keyboard.tabAndPress('I have stored it');
  await page.getByRole('heading', { level: 1, name: 'By keyboard' }).waitFor();
  await keyboard.keepsFocus();
}

async function filters(page: Page, keyboard: Keyboard): Promise<void> {
  await jumpsTo(page, keyboard, 'Messages');
  await keyboard.tabTo(/State/);
  await keyboard.press('ArrowDown');
  await page.getByRole('listbox').waitFor();
  await keyboard.type('Rea');
  await keyboard.press('Enter');
  await page.waitForURL(/[?&]state=read/);
  await keyboard.keepsFocus();
  expect((await keyboard.focus()).name).toMatch(/State/);
  await keyboard.tabAndPress(/^Remove filter/);
  await page.waitForURL((url) => !url.searchParams.has('state'));
  await keyboard.keepsFocus();
}

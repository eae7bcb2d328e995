import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PageWatch } from '../support/page-check.js';
import { type BrowserWorld, NO_SESSION } from '../support/world.js';

/** What keeps messages back: kill switches and quiet hours. In the agency in which no other scenario sends. */
export function stopping(world: () => BrowserWorld): void {
  const agency = () => `${world().origin}/a/${world().system.otherAgency.slug}`;
  const admin = () => world().person('agency_admin', world().system.otherAgency);

  describe.concurrent('An administrator', () => {
    it('stops what the agency sends, is reminded of it, and lets it go on', async () => {
      const { context, page } = await world().signedIn(admin());
      const watch = new PageWatch(page, [NO_SESSION]);
      await page.goto(`${agency()}/settings/sending`);
      await page.getByText('Nothing is stopped').waitFor();
      await stops(page, watch);
      await page.goto(agency());
      await page.getByRole('link', { name: '1 stop of sending is on' }).click();
      await lifts(page, watch);
      expect(watch.errors).toEqual([]);
      await context.close();
    });

    it('sets quiet hours, lets a purpose through them, and removes them', async () => {
      const { context, page } = await world().signedIn(admin());
      const watch = new PageWatch(page, [NO_SESSION]);
      await page.goto(`${agency()}/settings/quiet-hours`);
      await setsHours(page, watch);
      await letsThrough(page);
      await watch.check('quiet-hours-set');
      await removesHours(page);
      expect(watch.errors).toEqual([]);
      await context.close();
    });
  });

  it('Whoever runs the platform reads what a stop of all agencies does before it is done', async () => {
    const { context, page } = await world().signedIn(world().platformAdmin);
    const watch = new PageWatch(page, [NO_SESSION]);
    await page.goto(`${world().origin}/platform/switches`);
    await page.getByRole('button', { name: 'Stop all agencies' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Stop the sending of all agencies?' });
    await dialog.getByRole('checkbox', { name: 'I know that I cannot lift it myself' }).waitFor();
    await watch.check('platform-stop');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('No stop is on').waitFor();
    await context.close();
  });
}

async function stops(page: Page, watch: PageWatch): Promise<void> {
  await page.getByRole('button', { name: 'Stop sending' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Stop sending' });
  await dialog.getByRole('radio', { name: 'One template' }).press('Space');
  await dialog.getByRole('button', { name: 'Stop it now' }).click();
  await dialog.getByRole('button', { name: 'Reason: Fill this in' }).waitFor();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The date in the text is wrong');
  await dialog.getByRole('button', { name: 'Stop it now' }).click();
  await dialog.getByRole('button', { name: 'Which template: Fill this in' }).waitFor();
  await watch.check('stopping-which');
  await dialog.getByRole('button', { name: /Which template/, expanded: false }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Stop it now' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /One template.*The date in the text is wrong/ }).waitFor();
  expect(
    await page.getByRole('navigation', { name: 'Pages' }).locator('[aria-current=page]').allTextContents(),
  ).toEqual(['Stop and resume']);
  await watch.check('stopping-stopped');
}

async function lifts(page: Page, watch: PageWatch): Promise<void> {
  await page.getByRole('button', { name: 'Lift: One template' }).click();
  const dialog = page.getByRole('alertdialog', { name: /Let it go on/ });
  await dialog.getByText('The date in the text is wrong').waitFor();
  await dialog.getByRole('button', { name: 'Lift: One template' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Nothing is stopped').waitFor();
  await page.getByRole('row', { name: /The date in the text is wrong/ }).waitFor();
  await watch.check('stopping-lifted');
}

async function setsHours(page: Page, watch: PageWatch): Promise<void> {
  await page.getByRole('button', { name: 'Set quiet hours' }).click();
  const dialog = page.getByRole('dialog', { name: 'Quiet hours' });
  const from = dialog.getByRole('textbox', { name: 'From' });
  await from.fill('25:00');
  await dialog.getByRole('textbox', { name: 'Until' }).fill('03:01');
  for (const day of ['Monday', 'Tuesday']) await dialog.getByRole('checkbox', { name: day }).press('Space');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: 'From: Write hours and minutes, such as 22:00' }).waitFor();
  await watch.check('quiet-hours-form');
  await from.fill('3:00');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('03:01').waitFor();
  await page.getByText('Wednesday, Thursday, Friday, Saturday and Sunday').waitFor();
}

async function letsThrough(page: Page): Promise<void> {
  const change = page.getByRole('button', { name: /^Change: / }).first();
  const title = ((await change.getAttribute('aria-label')) ?? '').replace('Change: ', '');
  await change.click();
  const dialog = page.getByRole('alertdialog', { name: `Send ${title} at any time?` });
  await dialog.getByRole('button', { name: `Send ${title} at any time` }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: new RegExp(`${title}.*Leaves at any time`) }).waitFor();
}

async function removesHours(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Remove the quiet hours' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Send messages at any time?' });
  await dialog.getByRole('button', { name: 'Remove the quiet hours' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Set quiet hours' }).waitFor();
}

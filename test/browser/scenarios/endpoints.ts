import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PageWatch } from '../support/page-check.js';
import { type BrowserWorld, NO_SESSION, type Person } from '../support/world.js';

const CALLBACKS = '/developers/callbacks';
const NOBODY_LISTENS = 'http://127.0.0.1:9/belfry';
/** What is refused at first is asked for again with a proof, and browsers print every refusal. */
const PROOF_FIRST = /status of 403/;

/** What an administrator sets up for the programs of an agency, in forms that open in dialogs and below a table. */
export function endpoints(world: () => BrowserWorld): void {
  const agency = () => `${world().origin}/a/${world().system.agency.slug}`;

  describe.concurrent('An administrator', () => {
    it('adds an endpoint, changes it, and counts what would be told again', async () => {
      const { context, page } = await world().signedIn(world().person('agency_admin'));
      const watch = new PageWatch(page, [NO_SESSION, PROOF_FIRST]);
      await provesWhenAsked(page, world().person('agency_admin'));
      await adds(page, agency() + CALLBACKS);
      await changes(page);
      await countsReplay(page);
      await rotates(page);
      expect(watch.errors).toEqual([]);
      await context.close();
    });

    it('adds one purpose after another', async () => {
      const { context, page } = await world().signedIn(world().person('agency_admin'));
      const watch = new PageWatch(page, [NO_SESSION, PROOF_FIRST]);
      await provesWhenAsked(page, world().person('agency_admin'));
      await page.goto(`${agency()}/settings/purposes`);
      await addsPurpose(page, 'Water outages');
      await addsPurpose(page, 'Street works');
      expect(watch.errors).toEqual([]);
      await context.close();
    });
  });
}

async function provesWhenAsked(page: Page, { password }: Person): Promise<void> {
  const proof = page.getByRole('dialog', { name: 'Prove that it is you' });
  await page.addLocatorHandler(proof, async () => {
    await proof.getByLabel('Your password', { exact: true }).fill(password);
    await proof.getByRole('button', { name: 'Continue' }).click();
  });
}

async function adds(page: Page, list: string): Promise<void> {
  await page.goto(`${list}/new`);
  const save = page.getByRole('button', { name: 'Add an endpoint' });
  await save.click();
  await page.getByRole('button', { name: /^Address: / }).waitFor();
  await page.getByRole('textbox', { name: 'Address' }).fill(NOBODY_LISTENS);
  await save.click();
  await page.getByText('The endpoint is there').first().waitFor();
}

async function changes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the endpoint' });
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Appointments');
  const boxes = dialog.getByRole('checkbox', { checked: true });
  await boxes.first().waitFor();
  while ((await boxes.count()) > 0) await boxes.first().press('Space');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: 'How messages travel: Choose at least one event' }).waitFor();
  await dialog.getByRole('checkbox', { name: 'Received' }).press('Space');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Appointments').first().waitFor();
}

async function countsReplay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Tell this system again' });
  await dialog.getByRole('button', { name: 'Count' }).click();
  await dialog.getByText(/would go out again/).waitFor();
  await dialog.getByRole('button', { name: /again$/ }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function rotates(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rotate', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a new signing key?' });
  await dialog.getByRole('button', { name: 'Make the new key' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Calls carry both signatures until').waitFor();
}

async function addsPurpose(page: Page, title: string): Promise<void> {
  const name = page.getByRole('textbox', { name: 'Title' });
  await name.fill(title);
  await page.getByRole('textbox', { name: 'Code' }).fill(title.toLowerCase().replace(' ', '-'));
  for (const [field, option] of [
    ['Kind', 'Service'],
    ['Legal basis', 'Public task'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(field) }).click();
    await page.getByRole('option', { name: option }).click();
  }
  await page.getByRole('button', { name: 'Add a purpose' }).click();
  await page.getByRole('row', { name: title }).waitFor();
  expect(await name.inputValue()).toBe('');
  expect(await page.getByRole('checkbox', { name: 'People may object' }).isChecked()).toBe(true);
}

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../../support/eventually.js';
import type { PageWatch } from '../support/page-check.js';
import type { BrowserWorld } from '../support/world.js';

/** An account at Meta that the demo does not have, with a template that Meta has approved. */
export const ACCOUNT = {
  portfolio: '902114387751377',
  waba: '900100200300777',
  token: 'EAAtoken-of-the-harbour',
  template: 'berth_ready',
};
const COUNTRY_CODE = '44';
const NATIONAL_NUMBER = '7700900477';
const PIN = '482913';

export async function templatesAt({ system }: BrowserWorld): Promise<void> {
  const components = [{ type: 'BODY', text: 'Your berth is ready.' }];
  const templates = [{ name: ACCOUNT.template, language: 'en', category: 'UTILITY', components }];
  const account = { id: ACCOUNT.waba, name: 'Harbour', accessToken: ACCOUNT.token, phoneNumbers: [], templates };
  await system.sim('PUT', 'world', { wabas: [account] });
}

/** A new number of an agency, on the pages of the platform: added, code asked for and typed, registered, with a profile. */
export async function connectNumber(
  world: BrowserWorld,
  page: Page,
  watch: PageWatch,
  agency: string,
  name: string,
): Promise<void> {
  await addNumber(world, page, agency, name);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await page.getByRole('textbox', { name: 'Code' }).waitFor();
  await watch.check('onboarding-number-code');
  const code = await codeOn(world);
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByRole('button', { name: 'Check the code' }).click();
  await page.getByRole('textbox', { name: 'PIN' }).fill(PIN);
  await page.getByRole('button', { name: 'Register the number' }).click();
  await page.getByText('Connected', { exact: true }).first().waitFor();
  await approveName(world);
  await watch.check('onboarding-number-connected');
  await page.getByRole('link', { name: 'Business profile' }).click();
  await page.getByRole('textbox', { name: /^About/ }).fill('Berths and tides');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The profile is saved').first().waitFor();
}

async function addNumber({ origin }: BrowserWorld, page: Page, agency: string, name: string): Promise<void> {
  await page.goto(`${origin}/platform/agencies/${agency}/numbers/new`);
  await page.getByRole('textbox', { name: 'ID of the portfolio' }).fill(ACCOUNT.portfolio);
  await page.getByRole('textbox', { name: 'Name of the portfolio' }).fill('Harbour');
  await page.getByRole('textbox', { name: 'ID of the account' }).fill(ACCOUNT.waba);
  await page.getByLabel('Access token', { exact: true }).fill(ACCOUNT.token);
  await page.getByText('A new one', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Country code' }).fill(COUNTRY_CODE);
  await page.getByRole('textbox', { name: 'Number without it' }).fill(NATIONAL_NUMBER);
  await page.getByRole('textbox', { name: 'Display name' }).fill(name);
  await page.getByRole('button', { name: 'Connect a number' }).click();
  await page.getByRole('heading', { level: 1, name: NATIONAL_NUMBER }).waitFor();
}

interface SimulatedNumber {
  readonly phoneNumberId: string;
  readonly displayPhoneNumber: string;
}

async function idAtMeta({ system }: BrowserWorld): Promise<string> {
  const { data } = await system.sim<{ data: SimulatedNumber[] }>('GET', 'numbers');
  const found = data.find(({ displayPhoneNumber }) => displayPhoneNumber.endsWith(NATIONAL_NUMBER));
  if (!found) throw new Error('the number did not come to Meta');
  return found.phoneNumberId;
}

/** What the phone of the number has received. */
async function codeOn(world: BrowserWorld): Promise<string> {
  const id = await idAtMeta(world);
  return eventually(async () => {
    const { data } = await world.system.sim<{ data: { code: string }[] }>('GET', `codes?phoneNumberId=${id}`);
    expect(data.length).toBeGreaterThan(0);
    return data[0]?.code ?? '';
  });
}

async function approveName(world: BrowserWorld): Promise<void> {
  await world.system.sim('POST', `numbers/${await idAtMeta(world)}/name-status`, { status: 'APPROVED' });
}

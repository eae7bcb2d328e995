import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PageWatch, SCREENSHOTS } from '../support/page-check.js';
import { type BrowserWorld, NO_SESSION } from '../support/world.js';

/** docs of the console: a list of thousands keeps a page this small. */
const MOST_NODES = 1_500;

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement?.getAttribute("name") ?? ""');
const nodesIn = (page: Page): Promise<number> =>
  page.evaluate('document.querySelector("table[aria-rowcount]").querySelectorAll("*").length');

/** What the kit promises to every page, on the page that shows all of it. */
export function theKit(world: () => BrowserWorld): void {
  describe.concurrent('The kit', () => {
    it('leads from a refused form to its first wrong field, and keeps what was typed', async () => {
      const { context, page } = await world().visit('/dev/kit');
      const watch = new PageWatch(page, [NO_SESSION]);
      const form = page.locator('form').filter({ has: page.getByLabel('E-mail address') });
      await form.getByRole('button', { name: 'Save' }).click();
      const summary = form.getByRole('region', { name: 'Some fields need a look' });
      await summary.waitFor();
      expect(await page.evaluate('document.activeElement?.textContent')).toContain('Some fields need a look');
      const lines = await summary.getByRole('button').allTextContents();
      expect(lines.map((line) => line.split(':')[0])).toEqual(['E-mail address', 'Password', 'Language']);
      await summary.getByRole('button').first().click();
      expect(await focused(page)).toBe('email');
      await summary.getByRole('button', { name: /^Language/ }).click();
      expect(await page.evaluate('document.activeElement?.getAttribute("aria-haspopup")')).toBe('listbox');
      await page.screenshot({ path: join(SCREENSHOTS, 'kit-form-required.png') });
      expect(watch.errors).toEqual([]);
      await context.close();
    });

    it('shows at the field what the API says about it', async () => {
      const { context, page } = await world().visit('/dev/kit');
      const watch = new PageWatch(page, [NO_SESSION]);
      const email = page.getByRole('textbox', { name: 'E-mail address' });
      await email.fill('nobody');
      await page.getByLabel('Password', { exact: true }).fill('four words');
      const form = page.locator('form').filter({ has: email });
      await form.getByRole('button', { name: /Language/ }).click();
      await page.getByRole('option', { name: 'English' }).click();
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByRole('region', { name: 'Some fields need a look' }).waitFor();
      const told = 'Write an e-mail address, such as amina@health.example';
      expect(await email.getAttribute('aria-invalid')).toBe('true');
      expect(await describedBy(page)).toContain(told);
      expect(await email.inputValue()).toBe('nobody');
      await email.fill('ok@example.org');
      expect(await email.getAttribute('aria-invalid')).toBeNull();
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved', { exact: true }).first().waitFor();
      // This form is emptied once it is done: nothing of it stays but what stood there at first.
      expect(await email.inputValue()).toBe('');
      expect(await page.getByRole('textbox', { name: 'A key' }).inputValue()).toBe('bf_test_7h2k');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByRole('button', { name: /^Password/ }).waitFor();
      expect(watch.errors).toEqual([]);
      await context.close();
    });

    it.each([1280, 320])('shows ten thousand rows with few of them on the page, at %i px', async (width) => {
      const { context, page } = await world().visit('/dev/kit', { width });
      const table = page.getByRole('table', { name: 'Ten thousand entries' });
      await table.scrollIntoViewIfNeeded();
      expect(await table.getAttribute('aria-rowcount')).toBe('10001');
      await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
      await table.getByRole('link', { name: '1', exact: true }).waitFor();
      expect(await nodesIn(page)).toBeLessThanOrEqual(MOST_NODES);
      await page.screenshot({ path: join(SCREENSHOTS, `kit-long-table-${width}.png`) });
      await context.close();
    });
  });
}

/** The words that a screen reader adds to the field with the name. */
const describedBy = (page: Page): Promise<string> =>
  page.evaluate(`(document.querySelector('input[name="email"]').getAttribute('aria-describedby') ?? '')
    .split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')`);

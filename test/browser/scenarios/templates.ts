import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.js';
import { rememberPage } from '../support/no-reload.js';
import { PageWatch } from '../support/page-check.js';
import { type BrowserWorld, NO_SESSION } from '../support/world.js';

/** Refused by the rules, which is what is tried. */
const REFUSED = /status of 422 .*\/submit/;
const REJECTION = {
  event: 'REJECTED',
  reason: 'INVALID_FORMAT',
  rejectionInfo: { reason: 'The purpose of the variable is not clear.', recommendation: 'Say what the day is for.' },
};
const ARABIC = 'مرحبًا {{name}}، موعدك في {{day}} الساعة 09:30 في عيادة المدينة. أحضر بطاقتك من فضلك.';

/** Console scenarios 7 and 8: the life of a template, and one that is written from right to left. */
export function templates(world: () => BrowserWorld): void {
  const agency = () => `${world().origin}/a/${world().system.agency.slug}`;
  const admin = () => world().person('agency_admin');

  describe.concurrent('A writer of templates', () => {
    it('is stopped by a rule, asks a colleague, reads why WhatsApp refused, copies, and sees it approved and paused', async () => {
      const [writer, reader] = [
        await world().newPerson('editor', admin(), 'writer'),
        await world().newPerson('approver', admin(), 'reader'),
      ];
      const { context, page } = await world().signedIn(writer);
      const watch = new PageWatch(page, [NO_SESSION, REFUSED]);
      await page.goto(`${agency()}/templates/new`);
      await drafts(page, watch);
      await mends(page, watch);
      const approver = await world().signedIn(reader);
      await approves(approver.page, `${agency()}/templates/library_hours`);
      await page.getByText('With WhatsApp', { exact: true }).waitFor();
      await decide(world(), 'library_hours', 'decision', REJECTION);
      await readsWhy(page, watch);
      await copies(page, watch);
      await approves(approver.page, `${agency()}/templates/library_hours_2`);
      const assertSame = await rememberPage(page);
      await decide(world(), 'library_hours_2', 'decision', { event: 'APPROVED' });
      await page.getByText('WhatsApp approved it').waitFor();
      await decide(world(), 'library_hours_2', 'quality', { score: 'RED' });
      await page.getByText('WhatsApp has paused it').waitFor();
      await page.getByText('WhatsApp tries it again at').waitFor();
      await assertSame();
      await watch.check('template-paused');
      expect(watch.errors).toEqual([]);
      await approver.context.close();
      await context.close();
    });

    it('writes in Arabic from right to left, with numbers and variables as they are', async () => {
      const writer = await world().newPerson('editor', admin(), 'arabic-writer');
      const { context, page } = await world().signedIn(writer);
      const watch = new PageWatch(page, [NO_SESSION]);
      await page.evaluate(`localStorage.setItem('belfry.look', '{"language":"ar","theme":"light"}')`);
      await page.goto(`${agency()}/templates/new`);
      await page.locator('html[dir=rtl]').waitFor();
      await page.getByRole('textbox', { name: 'الاسم', exact: true }).fill('clinic_visit_ar');
      await page.getByRole('button', { name: /اللغة/ }).and(page.locator('[aria-haspopup=listbox]')).click();
      await page.getByRole('option', { name: 'العربية (ar)' }).click();
      await page.getByRole('textbox', { name: 'النص', exact: true }).fill(ARABIC);
      const bubble = page.locator('[data-bubble]');
      await bubble.getByText('{{name}}').waitFor();
      expect(await bubble.getAttribute('dir')).toBe('rtl');
      await watch.check('template-arabic-names');
      await page.getByRole('textbox', { name: 'مثال على name' }).fill('فاطمة');
      await page.getByRole('textbox', { name: 'مثال على day' }).fill('السبت');
      await bubble.getByText('مرحبًا فاطمة، موعدك في السبت الساعة 09:30').waitFor();
      expect(await mirrored(page)).toEqual({ bubbleIsBeforeTheForm: true, numbersRunLeftToRight: true });
      await watch.check('template-arabic');
      await page.getByRole('button', { name: 'حفظ كمسودة' }).click();
      await page.getByRole('heading', { level: 1, name: 'clinic_visit_ar' }).waitFor();
      await watch.check('template-arabic-saved');
      expect(watch.errors).toEqual([]);
      await context.close();
    });
  });
}

async function drafts(page: Page, watch: PageWatch): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('library_hours');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('Please come to the library of the city on ');
  await page.getByRole('textbox', { name: 'Name of a variable' }).fill('day');
  await page.getByRole('button', { name: 'Insert variable' }).click();
  expect(await text.inputValue()).toBe('Please come to the library of the city on {{day}}');
  await page.getByRole('textbox', { name: 'Example of day' }).fill('Saturday');
  await page.locator('[data-bubble]').getByText('of the city on Saturday').waitFor();
  await page.getByText('The text ends with the variable day.').first().waitFor();
  expect(await text.getAttribute('aria-invalid')).toBe('true');
  await watch.check('template-lint');
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await page.getByRole('heading', { level: 1, name: 'library_hours' }).waitFor();
  await page.getByText('The text ends with the variable day.').waitFor();
  await page.getByRole('button', { name: 'Ask for approval' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Ask for approval' });
  await dialog.getByRole('button', { name: 'Ask for approval of version 1' }).click();
  await dialog.getByText('WhatsApp would not take this template').waitFor();
  await watch.check('template-refused-by-rules');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
}

async function mends(page: Page, watch: PageWatch): Promise<void> {
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('Please come to the library of the city on {{day}} and bring your card.');
  await page.getByText('Nothing is wrong.').waitFor();
  await watch.check('template-edited');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await asks(page, 2);
  await watch.check('template-in-review');
}

async function asks(page: Page, version: number): Promise<void> {
  await page.getByRole('button', { name: 'Ask for approval' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Ask for approval' });
  await dialog.getByRole('button', { name: `Ask for approval of version ${version}` }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(`Version ${version} waits for a colleague’s approval`).waitFor();
}

async function approves(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Approve' });
  await dialog.getByRole('button', { name: /^Approve version \d and send it to WhatsApp$/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('With WhatsApp', { exact: true }).waitFor();
}

async function readsWhy(page: Page, watch: PageWatch): Promise<void> {
  await page.getByText('WhatsApp rejected it: its variables or its form are wrong.').waitFor();
  await page.getByText('The purpose of the variable is not clear. Say what the day is for.').waitFor();
  await watch.check('template-rejected');
}

async function copies(page: Page, watch: PageWatch): Promise<void> {
  await page.getByRole('button', { name: 'Edit a copy' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy' });
  await dialog.getByRole('button', { name: 'Copy to the new name' }).click();
  await page
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('The library of the city is open on {{day}} from nine to five.');
  await page.getByText('Nothing is wrong.').waitFor();
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await page.getByRole('heading', { level: 1, name: 'library_hours_2' }).waitFor();
  await asks(page, 2);
  await watch.check('template-copy');
}

async function decide({ system }: BrowserWorld, name: string, what: string, decision: object): Promise<void> {
  const id = await eventually(async () => {
    const { data } = await system.sim<{ data: { id: string }[] }>('GET', `templates?name=${name}`);
    expect(data).toHaveLength(1);
    return data[0]?.id;
  });
  await system.sim('POST', `templates/${id}/${what}`, decision);
}

/** The form begins at the right, the bubble stands at its left, and the time in the text is not turned round. */
function mirrored(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const bubble = document.querySelector('[data-bubble]');
    const form = document.querySelector('textarea');
    const text = [...bubble.querySelectorAll('p')].find((one) => one.textContent.includes('09:30'));
    const node = [...text.childNodes].find((one) => one.textContent.includes('09:30'));
    const at = node.textContent.indexOf('09:30');
    const place = (from) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + 1);
      return range.getBoundingClientRect().left;
    };
    return {
      bubbleIsBeforeTheForm: bubble.getBoundingClientRect().right <= form.getBoundingClientRect().left,
      numbersRunLeftToRight: place(at) < place(at + 1) && place(at + 1) < place(at + 4),
    };
  })()`);
}

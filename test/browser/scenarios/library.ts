import { describe, expect, it } from 'vitest';
import { aFilm, aPdf, aPng } from '../../support/media-samples.js';
import { PageWatch } from '../support/page-check.js';
import type { BrowserWorld } from '../support/world.js';

const FILE = 'input[type="file"]';

/** An editor fills the library: what is taken, what is refused and why, what it shows, and what goes again. */
export function library(world: () => BrowserWorld): void {
  describe.concurrent('The media library', () => {
    it('takes files, says why it refuses others, and shows them as pictures and as a table', async () => {
      const { system, origin } = world();
      const { context, page } = await world().signedIn(world().person('agency_admin'));
      const watch = new PageWatch(page, [/status of 4(?:15|22) .*\/v1\/media/]);
      await page.goto(`${origin}/a/${system.agency.slug}/media`);
      await page.getByRole('button', { name: 'Choose files' }).waitFor();
      await page.setInputFiles(FILE, [
        { name: 'queue-at-the-desk.png', mimeType: 'image/png', buffer: await aPng(640, 480) },
        { name: 'how-to-apply.mp4', mimeType: 'video/mp4', buffer: aFilm(300_000) },
        { name: 'form-a4.pdf', mimeType: 'application/pdf', buffer: aPdf() },
        { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1') },
      ]);
      for (const name of ['queue-at-the-desk.png', 'how-to-apply.mp4', 'form-a4.pdf']) {
        await page.getByRole('link', { name }).waitFor();
      }
      const refused = page.getByRole('alert').filter({ hasText: 'photo.jpg' });
      await refused.getByText('WhatsApp does not take files of this kind').waitFor();
      await watch.check('library-pictures');
      await refused.getByRole('button', { name: 'Close' }).click();

      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.getByRole('cell', { name: 'Film' }).first().waitFor();
      await watch.check('library-table');

      await page.getByRole('link', { name: 'queue-at-the-desk.png' }).click();
      await page.getByRole('textbox', { name: 'Alternative text' }).fill('People wait at the desk of the town hall');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('The alternative text is saved').first().waitFor();
      await page.getByRole('img', { name: 'People wait at the desk of the town hall' }).waitFor();
      await watch.check('library-file');
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download' }).click();
      expect((await saved).suggestedFilename()).toBe('queue-at-the-desk.png');

      await page.getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('heading', { level: 1, name: 'Media' }).waitFor();
      await page.getByRole('link', { name: 'form-a4.pdf' }).waitFor();
      await page.getByRole('link', { name: 'queue-at-the-desk.png' }).waitFor({ state: 'detached' });
      await context.close();
    });
  });
}

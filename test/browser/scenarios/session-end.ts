import { describe, expect, it } from 'vitest';
import { PageWatch } from '../support/page-check.js';
import type { BrowserWorld } from '../support/world.js';

/** A session that comes to its end while somebody works (WCAG 2.2.1). */
export function sessionEnd(world: () => BrowserWorld): void {
  describe.concurrent('Before a session ends', () => {
    it('a warning comes, and what was typed stays with whoever stays', async () => {
      const { context, page } = await world().signedIn(world().person('agency_admin'));
      const watch = new PageWatch(page);
      await page.clock.install();
      // A page without live updates, which would be a use of the session.
      await page.goto(`${world().origin}/me`);
      const name = page.getByRole('textbox', { name: 'Name' });
      await name.fill('Half a na');
      await page.clock.fastForward('12:30');
      const warning = page.getByRole('alertdialog', { name: 'You will be signed out soon' });
      await warning.waitFor();
      await watch.check('session-ends');
      expect(await warning.count()).toBe(1);
      await page.getByRole('button', { name: 'Stay signed in' }).press('Enter');
      await warning.waitFor({ state: 'detached' });
      expect(await name.inputValue()).toBe('Half a na');
      await context.close();
    });
  });
}

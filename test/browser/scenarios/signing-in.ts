import { describe, expect, it } from 'vitest';
import { PageWatch } from '../support/page-check.js';
import { type BrowserWorld, NO_SESSION, signIn } from '../support/world.js';

/** Through the front door and out again. */
export function signingIn(world: () => BrowserWorld): void {
  describe.concurrent('Signing in', () => {
    it('lets a person in with e-mail address and password, and out again', async () => {
      const { context, page } = await world().visit('/');
      const watch = new PageWatch(page, [NO_SESSION]);
      await page.waitForURL(/\/sign-in/);
      await watch.check('sign-in');
      await signIn(page, world().person('agency_admin'));
      await page.waitForURL(`${world().origin}/a/${world().system.agency.slug}`);
      await watch.check('home');
      await page.getByRole('button', { name: /your account$/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.waitForURL(/\/sign-in/);
      await page.goto(`${world().origin}/a/${world().system.agency.slug}`);
      await page.waitForURL(/\/sign-in\?to=/);
      await context.close();
    });

    it('says in one sentence that a password is wrong, and keeps what was typed', async () => {
      const { context, page } = await world().visit('/sign-in');
      const watch = new PageWatch(page, [NO_SESSION, /status of 401 .*\/v1\/sessions\b/]);
      const { email } = world().person('agency_admin');
      await signIn(page, { email, password: 'not the password' });
      await page.getByText('E-mail address or password is wrong').waitFor();
      expect(await page.getByRole('textbox', { name: 'E-mail address' }).inputValue()).toBe(email);
      await watch.check('sign-in-wrong');
      await context.close();
    });
  });
}

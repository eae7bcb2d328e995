import { describe, it } from 'vitest';
import { PageWatch } from '../support/page-check.js';
import type { BrowserWorld } from '../support/world.js';

/** Meta's Embedded Signup: its window hands over a code and three ids. */
export function signUpWindow(world: () => BrowserWorld): void {
  describe.concurrent('Meta’s sign-up window', () => {
    it('hands over what makes a number of the agency', async () => {
      const { system, origin } = world();
      const chosen = { name: 'Harbour Office', displayPhoneNumber: '+44 7700 900412' };
      const signup = await system.sim<Record<string, string>>('POST', 'signups', chosen);
      const { context, page } = await world().signedIn(world().platformAdmin);
      const watch = new PageWatch(page);
      await page.goto(`${origin}/platform/agencies/${system.otherAgency.id}/numbers/sign-up`);
      await page.getByRole('textbox', { name: 'ID of the account' }).fill(signup['wabaId'] ?? '');
      await page.getByRole('textbox', { name: 'ID of the number' }).fill(signup['phoneNumberId'] ?? '');
      await page.getByRole('textbox', { name: 'ID of the portfolio' }).fill(signup['businessId'] ?? '');
      await page.getByLabel('Code', { exact: true }).fill(signup['code'] ?? '');
      await page.getByRole('button', { name: 'Connect a number' }).click();
      await page.getByRole('heading', { level: 2, name: 'Register with a PIN' }).waitFor();
      await watch.check('number-signed-up');
      await context.close();
    });
  });
}

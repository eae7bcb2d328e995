import { describe, expect, it } from 'vitest';
import { rememberPage } from '../support/no-reload.js';
import { PageWatch } from '../support/page-check.js';
import type { BrowserWorld } from '../support/world.js';

/** The platform's own people in an agency: what they may do there comes and goes while their page is open. */
export function breakGlass(world: () => BrowserWorld): void {
  describe.concurrent('Break-glass', () => {
    it('opens the agency to a page that is open, and closes it again', async () => {
      const { agency } = world().system;
      const staff = await world().newPerson('platform_admin', world().platformAdmin, 'staff-on-call');
      const { context, page } = await world().signedIn(staff);
      const watch = new PageWatch(page, [/status of 404/]);
      await page.goto(`${world().origin}/platform/break-glass`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const isStillThere = await rememberPage(page);

      const [asking, deciding] = await Promise.all([
        world().provedApi(staff),
        world().provedApi(world().platformAdmin),
      ]);
      const wanted = { agencyId: agency.id, reason: 'Case 4711: messages stay queued', minutes: 30 };
      const asked = await asking.post<{ id: string }>('/v1/platform/break-glass', wanted);
      const approved = await deciding.post(`/v1/platform/break-glass/${asked.body.id}/approve`);
      expect([asked.status, approved.status]).toEqual([201, 200]);

      await page.getByRole('button', { name: /switch agency$/ }).click();
      await page.getByRole('menuitemradio').or(page.getByRole('menuitem')).filter({ hasText: 'City Health' }).click();
      await page.waitForURL(`${world().origin}/a/${agency.slug}`);
      const banner = page.getByText(/^Emergency access: \d+ minutes left/);
      await banner.waitFor();
      await watch.check('break-glass');

      expect((await deciding.post(`/v1/platform/break-glass/${asked.body.id}/close`)).status).toBe(200);
      await banner.waitFor({ state: 'detached' });
      await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
      await isStillThere();
      expect(watch.errors).toEqual([]);
      await context.close();
    });
  });
}

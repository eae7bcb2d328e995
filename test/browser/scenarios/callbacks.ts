import { describe, expect, it } from 'vitest';
import { Receiver } from '../../support/receiver.js';
import { PageWatch } from '../support/page-check.js';
import type { BrowserWorld } from '../support/world.js';

/** Console scenario 1, its last part: a department's own system hears of its messages. */
export function callbacks(world: () => BrowserWorld): void {
  describe.concurrent('A callback', () => {
    it('takes a developer from an endpoint to a call that was answered, which ticks the checklist', async () => {
      const { system, origin } = world();
      const program = await Receiver.listen();
      const { context, page } = await world().signedIn(world().person('agency_admin'));
      const watch = new PageWatch(page, [/status of 400 .*\/v1\/callbacks/]);
      const goLive = `${origin}/a/${system.agency.slug}/go-live`;
      const tick = page.getByRole('listitem').filter({ hasText: 'Have a callback answered' });
      await page.goto(goLive);
      await tick.getByText('Optional', { exact: true }).waitFor();

      await page.goto(`${origin}/a/${system.agency.slug}/developers/callbacks/new`);
      await page.getByRole('textbox', { name: 'Address' }).fill('http://10.0.0.1/');
      await page.getByRole('button', { name: 'Add an endpoint' }).click();
      await page.getByText('The address must begin with https://').first().waitFor();
      await page.getByRole('textbox', { name: 'Address' }).fill(program.url);
      await page.getByRole('textbox', { name: 'Name' }).fill('First program');
      await page.getByRole('button', { name: 'Add an endpoint' }).click();
      await page.getByRole('heading', { level: 1, name: 'First program' }).waitFor();
      await page.getByRole('button', { name: 'Send a test' }).click();
      await page.getByRole('link', { name: 'Test', exact: true }).click();
      await page.getByText('said 200').waitFor();
      await watch.check('callback-answered');
      // Others send messages of this agency at the same time, of which the program hears as well.
      expect(program.types()).toContain('callback.test');

      await page.goto(goLive);
      await tick.getByText('Done', { exact: true }).first().waitFor();
      await watch.check('callback-tick');
      program.close();
      await context.close();
    });
  });
}

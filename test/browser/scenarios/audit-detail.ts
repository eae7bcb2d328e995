import { expect, it } from 'vitest';
import { eventually } from '../../support/eventually.js';
import { PageWatch } from '../support/page-check.js';
import type { BrowserWorld } from '../support/world.js';

/** What an auditor sees of a change. */
export function detailOfAChange(world: () => BrowserWorld): void {
  it('shows an auditor what was changed, and from what', async () => {
    const { system } = world();
    const admin = await world().api(world().person('agency_admin'));
    expect((await admin.call('PATCH', '/v1/agency', { legalName: 'The Ministry of Health and Care' })).status).toBe(
      200,
    );
    const entry = await eventually(async () => {
      const { body } = await admin.get<{ data: { id: string }[] }>('/v1/audit/entries?type=agency.config.changed');
      if (!body.data[0]) throw new Error('the change is not in the log yet');
      return body.data[0].id;
    });
    const { context, page } = await world().signedIn(world().person('auditor'));
    const watch = new PageWatch(page);
    await page.goto(`${world().origin}/a/${system.agency.slug}/audit/${entry}`);
    const changed = page.getByRole('table', { name: 'What was changed' });
    await changed.getByRole('insertion').getByText('The Ministry of Health and Care').waitFor();
    await changed.getByText('Legal name').waitFor();
    await watch.check('audit-detail');
    await context.close();
  });
}

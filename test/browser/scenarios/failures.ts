import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../support/api-client.js';
import { eventually } from '../../support/eventually.js';
import { PageWatch } from '../support/page-check.js';
import { type BrowserWorld, NO_SESSION } from '../support/world.js';

interface Failure {
  readonly code: number;
  readonly kind: 'status' | 'webhook-fail';
  readonly phone: string;
  /** What the page says, and what one may do. */
  readonly reason: string;
  readonly remedy: string;
  readonly button: string;
  readonly state: string;
}

/** Each with a citizen of its own, so that none waits for another. */
const FAILURES: readonly Failure[] = [
  {
    code: 131056,
    kind: 'status',
    phone: '+447700900601',
    reason: 'Too many messages to this one person in a short time',
    remedy: 'Nothing to do: it is sent again by itself.',
    button: 'Cancel message',
    state: 'queued',
  },
  {
    code: 131026,
    kind: 'webhook-fail',
    phone: '+447700900602',
    reason: 'This number could not be reached on WhatsApp',
    remedy: 'Check the number, or use SMS or a letter.',
    button: 'Send again',
    state: 'failed',
  },
  {
    code: 131049,
    kind: 'webhook-fail',
    phone: '+447700900603',
    reason: 'WhatsApp held this back: this person got many messages of this kind lately',
    remedy: 'Try after 24 hours, or use a utility template.',
    button: 'Send again',
    state: 'failed',
  },
  {
    code: 132015,
    kind: 'status',
    phone: '+447700900604',
    reason: 'WhatsApp paused or switched off this template for low quality',
    remedy: 'Use another template, or improve this one and have it approved again.',
    button: 'Cancel message',
    state: 'queued',
  },
];

/** Console scenario 12: each failure says why, what to do, and what becomes of the message. In the agency in which no other scenario sends. */
export function failures(world: () => BrowserWorld): void {
  const agency = () => world().system.otherAgency;

  describe('Whoever reads about a message that did not arrive', () => {
    it.each(FAILURES)('of $code learns why and what to do', async (failure) => {
      const api = new ApiClient(world().system.apiUrl, agency().apiKey);
      const id = await fail(world(), api, failure);
      const { context, page } = await world().signedIn(world().person('agency_admin', agency()));
      const watch = new PageWatch(page, [NO_SESSION]);
      await page.goto(`${world().origin}/a/${agency().slug}/messages/${id}`);
      await page.getByText(failure.reason).first().waitFor();
      await page.getByText(failure.remedy).waitFor();
      await page.getByRole('button', { name: failure.button }).waitFor();
      await watch.check(`failure-${failure.code}`);
      await followUp(page, id, failure);
      await context.close();
    });
  });
}

async function fail({ system }: BrowserWorld, api: ApiClient, { code, kind, phone, state }: Failure): Promise<string> {
  const at = new Date(Date.now() - 60_000).toISOString();
  expect((await api.put('/v1/contacts', { phone, optIn: { method: 'web', at } })).status).toBe(200);
  const count = kind === 'status' ? 1_000 : 1;
  await system.sim('POST', 'faults', {
    kind,
    match: { to: phone },
    code,
    count,
    ...(kind === 'status' && { httpStatus: 400 }),
  });
  const message = { ...system.otherAgency.sampleMessage, to: phone };
  const { status, body } = await api.post<{ id: string }>('/v1/messages', message);
  expect({ status, body }).toMatchObject({ status: 202 });
  await eventually(async () => {
    const { body: now } = await api.get<{ state: string; timeline: { state: string }[] }>(`/v1/messages/${body.id}`);
    expect(now.state).toBe(state);
    expect(now.timeline.length).toBeGreaterThan(1);
  });
  return body.id;
}

/** What waits can be taken back; what failed can be sent anew. */
async function followUp(page: Page, id: string, { state }: Failure): Promise<void> {
  if (state === 'queued') {
    await page.getByRole('button', { name: 'Cancel message' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Do not send it' }).click();
    await page.getByText('Cancelled').first().waitFor();
    return;
  }
  await page.getByRole('button', { name: 'Send again' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Send 1 message' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(id));
  await page
    .getByText(/Delivered|Read/)
    .first()
    .waitFor();
}

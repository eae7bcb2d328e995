import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'undici';
import { countInState } from './dispatch.mjs';
import { ratePerSecond } from './loops.mjs';

const PER_WEBHOOK = 200;

function webhookOf(agency, wamids) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const statuses = wamids.map((id) => ({ id, status: 'delivered', timestamp, recipient_id: '447700900000' }));
  const metadata = { display_phone_number: '0', phone_number_id: agency.phoneNumberId };
  const value = { messaging_product: 'whatsapp', metadata, statuses };
  return { object: 'whatsapp_business_account', entry: [{ id: '0', changes: [{ field: 'messages', value }] }] };
}

/** The provider's ids of the agency's messages, from its ledger. */
async function wamidsOf(system, agency, limit) {
  const wamids = [];
  let after = '';
  while (wamids.length < limit) {
    const { data, next } = await system.sim(
      `accepts?phoneNumberId=${agency.phoneNumberId}&limit=10000${after}`,
      undefined,
      'GET',
    );
    wamids.push(...data.map(({ wamid }) => wamid));
    if (next === null || data.length === 0) break;
    after = `&after=${next}`;
  }
  return wamids.slice(0, limit);
}

/** Signed status webhooks, from the first request to the last message that shows its new state. */
export async function statuses(system, agency, limit) {
  const wamids = await wamidsOf(system, agency, limit);
  const worker = await system.startWorker();
  const begun = performance.now();
  await ratePerSecond(Math.ceil(wamids.length / PER_WEBHOOK), 8, async (index) => {
    const body = JSON.stringify(webhookOf(agency, wamids.slice(index * PER_WEBHOOK, (index + 1) * PER_WEBHOOK)));
    const signature = createHmac('sha256', system.env.META_APP_SECRETS).update(body).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
    const answer = await request(`${system.apiUrl}/webhooks/whatsapp`, { method: 'POST', headers, body });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`the webhook was answered ${answer.statusCode}`);
  });
  while ((await countInState(system, 'delivered')) < wamids.length) await pause(20);
  const seconds = (performance.now() - begun) / 1000;
  await system.end(worker);
  return wamids.length / seconds;
}

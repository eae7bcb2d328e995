import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as whatsapp from '../../dist/libs/whatsapp/src/index.js';
import { ROOT } from '../../tools/setup.mjs';

const FIXTURES = join(ROOT, 'test/fixtures/whatsapp/webhooks');
/** Two secrets, as while one is being replaced; the second one fits. */
const SECRETS = ['the-secret-before', 'the-secret-now'];
const WARM_UP_SECONDS = 1;
const SECONDS = 4;
const STATUSES_AT_ONCE = 1_000;

/** Meta writes what is not ASCII as escapes and signs that. */
function asMeta(value) {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function bodies() {
  return readdirSync(FIXTURES).map((name) => asMeta(JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'))));
}

function fullBody() {
  const statuses = Array.from({ length: STATUSES_AT_ONCE }, (_, index) => ({
    id: `wamid.HBgLMTU1NTAxNDIzNzcVAgARGBI0QzFGMEE3N0QyRTk0Qj${index}`,
    status: 'delivered',
    timestamp: '1795341610',
    recipient_id: '15550142377',
    recipient_user_id: 'US.30481726559013842217',
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
  }));
  const value = { messaging_product: 'whatsapp', metadata: { phone_number_id: '331020410093245' }, statuses };
  return asMeta({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ value, field: 'messages' }] }] });
}

const { isWebhookSignatureValid, readInboundContent, readWebhook, readWebhookEvents } = whatsapp;

function understand({ raw, signature }) {
  if (!isWebhookSignatureValid(raw, signature, SECRETS)) throw new Error('a signature of our own does not hold');
  for (const change of readWebhook(raw)) {
    readWebhookEvents(change);
    for (const message of change.messages) readInboundContent(message);
  }
}

/** Bodies a second of processor time: verified over their bytes, parsed, every change and message read. */
function rateOf(signed, seconds) {
  const begun = process.cpuUsage();
  const micros = () => {
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  };
  let count = 0;
  while (micros() < seconds * 1e6) {
    for (const one of signed) understand(one);
    count += signed.length;
  }
  return count / (micros() / 1e6);
}

/** One process, one thread: what a core understands of webhooks, without storing them. */
export function webhooks() {
  const sign = (text) => {
    const raw = Buffer.from(text);
    return { raw, signature: whatsapp.signWebhook(raw, SECRETS[1]) };
  };
  const [single, full] = [bodies().map(sign), [sign(fullBody())]];
  rateOf(single, WARM_UP_SECONDS);
  const [bodiesPerSecond, fullPerSecond] = [rateOf(single, SECONDS), rateOf(full, SECONDS / 2)];
  return {
    kinds: single.length,
    bodiesPerCpuSecond: Math.round(bodiesPerSecond),
    statusesPerCpuSecond: Math.round(fullPerSecond * STATUSES_AT_ONCE),
  };
}

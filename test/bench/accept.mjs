import { randomUUID } from 'node:crypto';
import { Agent, request } from 'undici';
import { ratePerSecond } from './loops.mjs';

/** So many that the pair rule (30 messages at once to one citizen) holds none of them up. */
const CONTACTS = 2_000;
const CONCURRENCY = 32;
const PER_BATCH = 500;
const BATCHES_AT_ONCE = 4;

const phoneOf = (index) => `+44770090${String(index).padStart(4, '0')}`;

/** Calls the API over kept-alive connections. */
export function apiCaller(system, agency) {
  const dispatcher = new Agent({ connections: CONCURRENCY });
  return async (method, path, body) => {
    const answer = await request(`${system.apiUrl}${path}`, {
      method,
      dispatcher,
      headers: {
        authorization: `Bearer ${agency.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
}

/** Citizens who opted in, so that messages to them pass the gate. */
export async function makeContacts(call) {
  const optIn = { method: 'web', at: new Date().toISOString() };
  await ratePerSecond(CONTACTS, 16, (index) => call('PUT', '/v1/contacts', { phone: phoneOf(index), optIn }));
}

export function messageTo(agency, index) {
  return { ...agency.sampleMessage, to: phoneOf(index % CONTACTS), reference: `bench-${index}` };
}

/** `POST /v1/messages/batch`, so many messages a request, each batch committed durably before its 202. */
export async function acceptBatch(call, agency, count) {
  const batches = await ratePerSecond(Math.ceil(count / PER_BATCH), BATCHES_AT_ONCE, async (batch) => {
    const messages = Array.from({ length: PER_BATCH }, (_, index) => messageTo(agency, batch * PER_BATCH + index));
    const { rejected } = await call('POST', '/v1/messages/batch', { messages });
    if (rejected > 0) throw new Error(`${rejected} messages of a batch were refused`);
  });
  return batches * PER_BATCH;
}

/**
 * `POST /v1/messages`, one message a request, each committed durably before its 202. A quarter more goes first: a fresh
 * process is slow until its code is compiled, in the bare loop and in the dispatch as here.
 */
export async function acceptSingle(call, agency, count) {
  const send = (index) => call('POST', '/v1/messages', messageTo(agency, index));
  await ratePerSecond(Math.ceil(count / 4), CONCURRENCY, (index) => send(count + index));
  return ratePerSecond(count, CONCURRENCY, send);
}

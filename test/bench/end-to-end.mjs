import { setTimeout as pause } from 'node:timers/promises';
import { messageTo } from './accept.mjs';
import { percentile } from './loops.mjs';

const MESSAGES = 300;
const EVERY_MS = 25;

/** From the request of a department to the moment the provider has the message, under a steady, light load. */
export async function endToEndP99Ms(system, call, agency) {
  const worker = await system.startWorker();
  const begun = new Map();
  const pending = [];
  for (let index = 0; index < MESSAGES; index += 1) {
    const startedAt = Date.now();
    pending.push(call('POST', '/v1/messages', messageTo(agency, index)).then(({ id }) => begun.set(id, startedAt)));
    await pause(EVERY_MS);
  }
  await Promise.all(pending);
  const accepted = await waitForAll(system, begun);
  await system.end(worker);
  return percentile(accepted, 0.99);
}

async function waitForAll(system, begun) {
  for (let tries = 0; tries < 200; tries += 1) {
    const durations = await durationsOf(system, begun);
    if (durations.length === begun.size) return durations;
    await pause(100);
  }
  throw new Error('not every message arrived');
}

async function durationsOf(system, begun) {
  const durations = [];
  for (const [id, startedAt] of begun) {
    const { data } = await system.sim(`accepts?callbackData=belfry:1:${id}:`, undefined, 'GET');
    if (data.length > 0) durations.push(new Date(data[0].at).getTime() - startedAt);
  }
  return durations;
}

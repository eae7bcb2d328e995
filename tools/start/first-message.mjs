import { randomUUID } from 'node:crypto';
import { PlainError } from '../plain-error.mjs';
import { waitUntil } from '../processes.mjs';

const READ_LIMIT_MS = 30_000;

async function call(url, { apiKey, ...options }) {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...options.headers };
  const response = await fetch(url, { ...options, headers, signal: AbortSignal.timeout(10_000) });
  const text = await response.text();
  if (!response.ok) throw new PlainError(`The first message was refused (${response.status}): ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** Sends the sample message of the first agency and follows it until it is read; answers with it as it then stands. */
export async function sendFirstMessage(apiUrl, { apiKey, sampleMessage }) {
  const { id } = await call(`${apiUrl}/v1/messages`, {
    apiKey,
    method: 'POST',
    headers: { 'idempotency-key': randomUUID() },
    body: JSON.stringify(sampleMessage),
  });
  let message;
  await waitUntil(
    async () => {
      message = await call(`${apiUrl}/v1/messages/${id}`, { apiKey });
      return ['read', 'failed'].includes(message.state);
    },
    READ_LIMIT_MS,
    150,
  );
  return message;
}

/** One line: each state of the message and how long after the first it came. */
export function describeTimeline({ id, state, timeline }) {
  const start = Date.parse(timeline[0]?.at);
  const steps = timeline.map((step) => `${step.state} ${((Date.parse(step.at) - start) / 1000).toFixed(1)} s`);
  const end = state === 'read' ? '' : ` (still ${state} after ${READ_LIMIT_MS / 1000} s: see the worker's log)`;
  return `First message ${id}: ${steps.join(', ')}${end}`;
}

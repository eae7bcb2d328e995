import { toWireId, type Uuid } from '#libs/kernel';
import { describeFailure, inboundView, type MessageSummary } from '#libs/sending';
import type { CallbackEvent } from './callback-deliveries.repository.js';

/** What the endpoint is, for a test. */
export interface TestSubject {
  readonly endpointId: Uuid;
}

/** States that end without the message having arrived; only these carry a reason. */
const WITH_REASON: ReadonlySet<string> = new Set(['failed', 'suppressed', 'expired']);

/**
 * The body of a callback. It names things by id and repeats what the department itself gave (reference, metadata); of a
 * citizen's words only those that came in, because answering them is what the department wants to be told for. Neither phone
 * numbers nor names nor what was sent leave here.
 *
 * { "type": "message.delivered", "timestamp": "2026-11-22T09:41:00.123Z", "data": { "messageId": "msg_…", "sequence": 150,
 *   "state": "delivered", "direction": "outbound", "mode": "live", "contactId": "con_…", "numberId": "num_…", "purpose":
 *   "clinic-reminders", "reference": "case-4711", "metadata": { } } }
 */
export function callbackBody(event: CallbackEvent, summary: MessageSummary | null, subject: TestSubject): string {
  const data = event.messageId ? messageData(event, event.messageId, summary) : testData(subject);
  return JSON.stringify({ type: event.type, timestamp: event.occurredAt.toISOString(), data });
}

function testData({ endpointId }: TestSubject) {
  return { callbackId: toWireId('callback', endpointId), note: 'A test that somebody asked for. Nothing happened.' };
}

function messageData(event: CallbackEvent, messageId: Uuid, summary: MessageSummary | null) {
  const message = summary?.message;
  return {
    messageId: toWireId('message', messageId),
    state: event.state,
    sequence: event.sequence,
    direction: message?.direction,
    mode: message?.mode,
    contactId: message && toWireId('contact', message.contactId),
    departmentId: message?.departmentId ? toWireId('department', message.departmentId) : null,
    numberId: message && toWireId('phoneNumber', message.phoneNumberId),
    purpose: summary?.purpose ?? null,
    reference: summary?.body?.reference ?? null,
    metadata: summary?.body?.metadata ?? null,
    ...(WITH_REASON.has(event.state ?? '') && {
      failure: event.failureCode ? describeFailure(event.failureCode) : null,
    }),
    ...(event.state === 'received' && receivedData(summary)),
  };
}

/** Text is null for what is no text, and both are once the person was erased. */
function receivedData(summary: MessageSummary | null) {
  const content = summary?.body?.content;
  const inbound = content?.type === 'inbound' ? content : null;
  return {
    kind: summary?.message.kind ?? null,
    text: inbound?.text ?? null,
    content: inbound && inboundView(inbound, summary?.files),
  };
}

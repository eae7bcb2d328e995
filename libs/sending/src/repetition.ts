import type { MessageContent } from './message-content.js';
import type { MessageState } from './message-state.js';
import type { MessageSummary } from './message-views.service.js';
import type { SendRequest } from './send-request.js';
import { notResendable } from './sending.errors.js';

const RESENDABLE: ReadonlySet<MessageState> = new Set(['failed', 'unconfirmed', 'expired', 'cancelled', 'suppressed']);

/** The request that sends a message again as a new one. @throws DomainError while the old one may still arrive */
export function repetitionOf({ message, body, purpose }: MessageSummary): SendRequest {
  const content = body?.content;
  const isSendable = content && content.type !== 'inbound' && purpose !== null;
  if (!isSendable || !RESENDABLE.has(message.state)) throw notResendable(message.state);
  return {
    recipient: { contactId: message.contactId },
    purpose,
    ...contentsOf(content),
    replyTo: content.type === 'reaction' ? undefined : body.quoted?.messageId,
    reference: body.reference,
    metadata: body.metadata,
    numberId: message.phoneNumberId,
    departmentId: message.departmentId ?? undefined,
    resendOf: message.id,
  };
}

/** `{ text: … }`, `{ template: … }`, …: the content under its own name. */
function contentsOf(content: Exclude<MessageContent, { type: 'inbound' }>): Partial<SendRequest> {
  const { type, ...contents } = content;
  return contents;
}

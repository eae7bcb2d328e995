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
    ...(content.type === 'text' ? { text: content.text } : { template: content.template }),
    reference: body.reference,
    metadata: body.metadata,
    numberId: message.phoneNumberId,
    departmentId: message.departmentId ?? undefined,
    resendOf: message.id,
  };
}

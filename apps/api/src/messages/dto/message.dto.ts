import { toWireId } from '#libs/kernel';
import {
  type AcceptedMessage,
  buildTimeline,
  describeFailure,
  type LaneName,
  laneName,
  type MessageSummary,
  type MessageView,
  type TimelineStep,
} from '#libs/sending';
import { toContentView } from './content-view.js';

/** Answer to a message that was accepted. */
export class AcceptedMessageDto {
  /** `msg_…` */
  id: string;
  /** Always `accepted`. */
  state: string;
  /** When it was committed. */
  acceptedAt: string;
  /** When it may leave, if that is later: the time that you named, or the end of the quiet hours. */
  sendAt?: string;
  /** Your own name for it. */
  reference?: string;
}

export class TimelineStepDto {
  /** What the message became. */
  state: string;
  /** When; provider states by WhatsApp's clock. */
  at: string;
  /** More about it, such as the error of WhatsApp. */
  detail?: string;
}

export class FailureDto {
  /** WhatsApp's error code, or one of Belfry. */
  code: string;
  /** N, P, Q, S, T, D, M, R, C or A as in docs/errors-from-whatsapp.md; `own` when Belfry ended it. */
  class: string;
  /** Its name at WhatsApp. */
  title: string;
  /** What happened, in plain words. */
  reason: string;
  /** What to do about it. */
  remedy: string;
  /** WhatsApp's error code. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
  providerCode?: number;
}

/** A message without its timeline, as lists show it. */
export class MessageSummaryDto {
  /** `msg_…` */
  id: string;
  /** `outbound` to the citizen, or `inbound` from them. */
  direction: string;
  /** Where it stands: accepted, queued, sending, in_doubt, suppressed, cancelled, expired, rejected, unconfirmed, sent, failed, delivered, read, played, received. */
  state: string;
  /** `live`, or `sandbox` for a message that never reaches a real phone. */
  mode: string;
  /** Your own name for it. */
  reference?: string;
  /** Code of its purpose. */
  purpose?: string;
  /** The citizen, as `con_…`. */
  contactId: string;
  /** The phone number of the agency, as `num_…`. */
  from: string;
  /** Urgency. */
  lane: string;
  /** `text`, `template`, `image` …: the field under which the content was given; or what came in. */
  kind: string;
  /**
   * What it says: `{ "type": "text", "text": { … } }`, named after its kind; docs/webhooks-from-whatsapp.md lists what
   * each kind that comes in has. Missing once the person was erased.
   */
  content?: unknown;
  /** The message of the citizen that it answers or reacts to, as `msg_…`. */
  replyTo?: string;
  /** As given when it was sent. */
  metadata?: Record<string, string>;
  /** When it was accepted or received. */
  acceptedAt: string;
  /** Not sent before this. */
  sendAt?: string;
  /** Not sent after this. */
  expiresAt?: string;
  /** The message that this one repeats, as `msg_…`. */
  resendOf?: string;
  /** Why it did not arrive. */
  failure?: FailureDto;
}

export class MessageDto extends MessageSummaryDto {
  /** When the citizen deleted it for everybody; a reason to look whether it must be deleted here. */
  revokedAt?: string;
  /** When the citizen first corrected it; the correction is a message of its own. */
  editedAt?: string;
  /** What it went through, oldest first. */
  timeline: TimelineStepDto[];
}

export class MessagePageDto {
  data: MessageSummaryDto[];
  /** Pass as `after` for the next page; null on the last. */
  next: string | null;
}

export function toAcceptedMessageDto(message: AcceptedMessage): AcceptedMessageDto {
  const { id, state, acceptedAt, sendAt, reference } = message;
  return {
    id: toWireId('message', id),
    state,
    acceptedAt: acceptedAt.toISOString(),
    ...(sendAt && { sendAt: sendAt.toISOString() }),
    ...(reference && { reference }),
  };
}

export function toMessageSummaryDto({ message, body, purpose, files }: MessageSummary): MessageSummaryDto {
  return {
    id: toWireId('message', message.id),
    direction: message.direction,
    state: message.state,
    mode: message.mode,
    reference: body?.reference,
    purpose: purpose ?? undefined,
    contactId: toWireId('contact', message.contactId),
    from: toWireId('phoneNumber', message.phoneNumberId),
    lane: laneName(message.lane) satisfies LaneName,
    kind: message.kind,
    content: body ? toContentView(body.content, files) : undefined,
    replyTo: body?.quoted && toWireId('message', body.quoted.messageId),
    metadata: body?.metadata,
    acceptedAt: message.acceptedAt.toISOString(),
    sendAt: message.notBefore?.toISOString(),
    expiresAt: message.expiresAt?.toISOString(),
    resendOf: message.resendOf ? toWireId('message', message.resendOf) : undefined,
    failure: message.failureCode ? describeFailure(message.failureCode) : undefined,
  };
}

export function toMessageDto(view: MessageView): MessageDto {
  return {
    ...toMessageSummaryDto(view),
    revokedAt: actOf(view, 'revoked'),
    editedAt: actOf(view, 'edited'),
    timeline: buildTimeline(view).map(toStepDto),
  };
}

function toStepDto({ state, at, detail }: TimelineStep): TimelineStepDto {
  return { state, at: at.toISOString(), ...(detail && { detail }) };
}

/** When its sender took it back or corrected it. */
function actOf({ events }: MessageView, act: 'revoked' | 'edited'): string | undefined {
  const event = events.find(({ kind, status }) => kind === 'move' && status === act);
  return (event?.providerTs ?? event?.recordedAt)?.toISOString();
}

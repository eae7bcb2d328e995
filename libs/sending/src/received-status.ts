import type { Uuid } from '#libs/kernel';
import { type MessageStatus, parseCallbackData } from '#libs/whatsapp';
import type { MessageEvent } from './message-events.repository.js';
import { isEvidence, rankOf } from './message-state.js';
import { providerSeconds } from './provider-seconds.js';

/** A provider status with our types. */
export interface ReceivedStatus {
  readonly wamid: string;
  readonly status: string;
  readonly providerTs: Date;
  readonly code: number | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly echo: { readonly messageId: Uuid; readonly attempt: number } | null;
}

export interface KnownStatus extends Omit<ReceivedStatus, 'echo' | 'wamid'> {
  /** Missing on a status that waited: its provider id is stored already. */
  readonly wamid?: string;
  readonly messageId: Uuid;
  readonly attempt: number;
}

/** Times outside this range are no times but noise, and must not stop the rest of a batch. */
const EARLIEST_SECONDS = 1_000_000_000;
const LATEST_SECONDS = 32_503_680_000;
const LARGEST_CODE = 2 ** 31 - 1;

export function readStatus(status: MessageStatus, now: Date): ReceivedStatus {
  const seconds = providerSeconds(status.timestamp);
  const isTime = seconds >= EARLIEST_SECONDS && seconds <= LATEST_SECONDS;
  const error = status.errors?.[0];
  return {
    wamid: status.id,
    status: status.status,
    providerTs: isTime ? new Date(seconds * 1000) : now,
    code: error && Number.isInteger(error.code) && Math.abs(error.code) <= LARGEST_CODE ? error.code : null,
    detail: detailOf(status),
    echo: status.biz_opaque_callback_data ? parseCallbackData(status.biz_opaque_callback_data) : null,
  };
}

/** Nothing that names the person: only what the timeline, the failure and the bill need. */
function detailOf(status: MessageStatus): Record<string, unknown> | null {
  const error = status.errors?.[0];
  const detail = {
    ...(error ? { code: error.code, title: error.title } : {}),
    ...(status.pricing ? { pricing: status.pricing } : {}),
  };
  return Object.keys(detail).length > 0 ? detail : null;
}

/** Statuses of one attempt are told apart by rank; one that we do not know yet gets a place of its own after them. */
const UNKNOWN_STATUS_SEQ = 99;

export function statusEvent(status: KnownStatus, recordedAt: Date): MessageEvent {
  return {
    messageId: status.messageId,
    attempt: status.attempt,
    kind: 'status',
    seq: isEvidence(status.status) ? rankOf(status.status) : UNKNOWN_STATUS_SEQ,
    status: status.status,
    recordedAt,
    providerTs: status.providerTs,
    providerCode: status.code,
    detail: status.detail,
  };
}

import { describeFailure } from './failure-words.js';
import type { MessageEvent } from './message-events.repository.js';
import type { MessageRow } from './message-row.js';
import { isEvidence, type MessageState, rankOf } from './message-state.js';

export interface TimelineStep {
  readonly state: MessageState;
  readonly at: Date;
  readonly detail?: string;
}

export interface TimelineSource {
  readonly message: MessageRow;
  readonly events: readonly MessageEvent[];
  readonly acceptances: readonly { readonly attempt: number; readonly recordedAt: Date }[];
}

interface Placed extends TimelineStep {
  readonly attempt: number;
}

/** What a message went through, oldest first. Two proofs of the same step (answer and webhook) show as one. */
export function buildTimeline({ message, events, acceptances }: TimelineSource): TimelineStep[] {
  const first = message.direction === 'inbound' ? 'received' : 'accepted';
  const steps: Placed[] = [{ state: first, at: message.acceptedAt, attempt: 0 }];
  const attemptedAt = new Map<number, Date>();
  for (const event of events) {
    if (event.kind === 'attempt') attemptedAt.set(event.attempt, event.recordedAt);
    const step = stepOf(event, attemptedAt.get(event.attempt));
    if (step && !isSuperseded(step, message) && !wasKnownBefore(step, acceptances)) steps.push(step);
  }
  const isInbound = message.direction === 'inbound';
  const firstAccepted = Math.min(...acceptances.map(({ attempt }) => attempt));
  for (const { attempt, recordedAt } of isInbound ? [] : acceptances) {
    const detail = attempt > firstAccepted ? ACCEPTED_TWICE : undefined;
    steps.push({ state: 'sent', at: recordedAt, attempt, detail });
  }
  if (isOurOwnEnd(message.state)) {
    const detail = endDetail(message.failureCode);
    steps.push({ state: message.state, at: message.stateAt, attempt: message.attemptNo, detail });
  }
  return inOrder(withoutRepeats(steps)).map(({ attempt: _, ...step }) => step);
}

const ACCEPTED_TWICE = 'WhatsApp accepted an earlier attempt, too: the message may have arrived twice.';

/** An answer that ended the message did not put it back into the queue. */
function isSuperseded(step: Placed, message: MessageRow): boolean {
  return step.state === 'queued' && step.attempt === message.attemptNo && !STILL_OPEN.has(message.state);
}

/** The request never got its answer, but the echo had come by then: the message was not in doubt for a moment. */
function wasKnownBefore({ state, attempt, at }: Placed, acceptances: TimelineSource['acceptances']): boolean {
  return state === 'in_doubt' && acceptances.some((known) => known.attempt === attempt && known.recordedAt <= at);
}

const STILL_OPEN: ReadonlySet<MessageState> = new Set(['queued', 'accepted', 'suppressed', 'cancelled', 'expired']);

function stepOf(event: MessageEvent, attemptedAt: Date | undefined): Placed | null {
  const place = { at: event.recordedAt, attempt: event.attempt };
  if (event.kind === 'attempt')
    return { ...place, state: 'sending', detail: event.attempt > 1 ? `attempt ${event.attempt}` : undefined };
  if (event.kind === 'status') return statusStep(event, attemptedAt);
  if (event.kind === 'move') return moveStep(event);
  return outcomeStep(event);
}

/** Meta's times are whole seconds and may seem to lie before our own write; shown is the later of the two. */
function statusStep(event: MessageEvent, attemptedAt: Date | undefined): Placed | null {
  if (!isEvidence(event.status)) return null;
  const claimed = event.providerTs ?? event.recordedAt;
  const at = attemptedAt && claimed < attemptedAt ? attemptedAt : claimed;
  const detail = event.status === 'failed' ? failureDetail(event.providerCode) : undefined;
  return { state: event.status, at, attempt: event.attempt, detail };
}

const MOVE_STATES: Readonly<Record<string, MessageState>> = {
  doubt: 'in_doubt',
  resend: 'queued',
  unconfirm: 'unconfirmed',
};

function moveStep(event: MessageEvent): Placed | null {
  const state = MOVE_STATES[event.status];
  return state ? { state, at: event.recordedAt, attempt: event.attempt } : null;
}

const OUTCOME_STATES: Readonly<Record<string, MessageState>> = {
  accepted: 'sent',
  refused: 'queued',
  not_written: 'queued',
  unknown: 'in_doubt',
};

function outcomeStep(event: MessageEvent): Placed | null {
  const state = OUTCOME_STATES[event.status];
  if (!state) return null;
  const isHeld = event.detail?.['held'] !== undefined;
  const detail = isHeld ? 'held' : failureDetail(event.providerCode);
  return { state, at: event.recordedAt, attempt: event.attempt, detail };
}

/** A code of Meta is a number that says nothing by itself; ours are words. */
function endDetail(failureCode: string | null): string | undefined {
  return failureCode && /^\d+$/.test(failureCode) ? failureDetail(Number(failureCode)) : (failureCode ?? undefined);
}

function failureDetail(code: number | null | undefined): string | undefined {
  return code === null || code === undefined ? undefined : `${code}: ${describeFailure(String(code)).reason}`;
}

/** States that Belfry itself gives, which no event line carries. */
function isOurOwnEnd(state: MessageState): boolean {
  return ['suppressed', 'cancelled', 'expired', 'rejected', 'failed'].includes(state);
}

function withoutRepeats(steps: readonly Placed[]): Placed[] {
  const kept = new Map<string, Placed>();
  for (const step of steps) {
    const key = `${step.attempt}/${step.state}`;
    const known = kept.get(key);
    kept.set(key, known ? { ...known, detail: known.detail ?? step.detail, at: earlier(known.at, step.at) } : step);
  }
  return [...kept.values()];
}

function earlier(a: Date, b: Date): Date {
  return a <= b ? a : b;
}

/**
 * Within an attempt by rank; a step back to the queue closes its attempt. Meta's clock is not ours and has seconds only, so
 * within an attempt no step is shown earlier than the one before it.
 */
function inOrder(steps: readonly Placed[]): Placed[] {
  const place = ({ state }: Placed) => (state === 'queued' ? rankOf('in_doubt') + 0.5 : rankOf(state));
  const ordered = steps.toSorted(
    (a, b) => a.attempt - b.attempt || place(a) - place(b) || a.at.getTime() - b.at.getTime(),
  );
  const shown: Placed[] = [];
  for (const step of ordered) {
    const before = shown.at(-1);
    const isEarlier = before !== undefined && before.attempt === step.attempt && step.at < before.at;
    shown.push(isEarlier ? { ...step, at: before.at } : step);
  }
  return shown;
}

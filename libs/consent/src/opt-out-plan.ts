import type { SuppressionSubject } from '#libs/contacts';
import { newId, type Uuid } from '#libs/kernel';
import type { ConsentEventName, ConsentMethod, ConsentState } from './consent-event.js';
import type { ConsentDraft } from './consent-recorder.js';
import type { ConsentStateName } from './gate.js';
import { type Purpose, REPLY_PURPOSE } from './purpose.js';
import type { NewSuppression, StoredSuppression } from './suppressions.repository.js';

/** A citizen's STOP or START. */
export interface Choice {
  readonly contactId: Uuid;
  readonly method: ConsentMethod;
  readonly at: Date;
  /** The phone number they wrote to, when they wrote. A STOP to one number stops them all. */
  readonly numberId?: Uuid;
}

/** What is known of the person who makes it. */
export interface ChoiceFacts {
  readonly subjects: readonly SuppressionSubject[];
  /** Opt-outs by STOP, lifted ones included. */
  readonly optOuts: readonly StoredSuppression[];
  readonly states: readonly ConsentState[];
  readonly purposes: readonly Purpose[];
}

export interface StopPlan {
  readonly suppressions: readonly NewSuppression[];
  readonly events: readonly ConsentDraft[];
}

export interface StartPlan {
  readonly lifted: readonly { readonly id: Uuid; readonly until: Date }[];
  readonly events: readonly ConsentDraft[];
}

/** STOP: everything that the person can refuse is refused, once. A STOP that is older than a later START changes nothing. */
export function planStop(choice: Choice, facts: ChoiceFacts): StopPlan {
  const { optOuts, subjects } = facts;
  if (optOuts.some(({ until }) => until !== null && until > choice.at)) return { suppressions: [], events: [] };
  const isStopped = optOuts.some(({ until }) => until === null);
  const suppressions = isStopped ? [] : subjects.map((subject) => optOutOf(subject, choice.at));
  return { suppressions, events: facts.purposes.flatMap((purpose) => stopPurpose(choice, facts, purpose)) };
}

/**
 * START: takes back the person's own STOP and the objections that it made. Withdrawn consent stays withdrawn, because one
 * word does not say what it would be consent to; each such purpose needs a new grant.
 */
export function planStart(choice: Choice, { optOuts, states, purposes }: ChoiceFacts): StartPlan {
  const lifted = optOuts
    .filter(({ until, since }) => until === null && since <= choice.at)
    .map(({ id }) => ({ id, until: choice.at }));
  const byId = new Map(purposes.map((purpose) => [purpose.id, purpose]));
  const events = states
    .filter(
      ({ state, collectedByKind, since }) =>
        state === 'objected' && collectedByKind === 'citizen' && since <= choice.at,
    )
    .flatMap(({ purposeId }) => {
      const purpose = byId.get(purposeId);
      return purpose ? [draftOf(choice, purpose, 'objection_lifted')] : [];
    });
  return { lifted, events };
}

function stopPurpose(choice: Choice, { states }: ChoiceFacts, purpose: Purpose): ConsentDraft[] {
  const wanted = refusalOf(purpose);
  if (!wanted) return [];
  const state = states.find(({ purposeId }) => purposeId === purpose.id);
  const isSettled = state && (state.state === wanted || state.since > choice.at);
  return isSettled ? [] : [draftOf(choice, purpose, wanted)];
}

/**
 * What STOP does to a purpose. Alerts and what nobody may object to pass it, and so do replies: whoever writes again wants
 * an answer, and outside the window the suppression holds them back anyway.
 */
function refusalOf({
  category,
  code,
  basis,
  objectable,
}: Purpose): Extract<ConsentStateName, 'withdrawn' | 'objected'> | null {
  if (category === 'alert' || code === REPLY_PURPOSE) return null;
  if (basis === 'consent') return 'withdrawn';
  return objectable ? 'objected' : null;
}

/** The citizen speaks, so the citizen is the actor, whichever system hears it. */
export function draftOf(choice: Choice, { id, version, basis }: Purpose, event: ConsentEventName): ConsentDraft {
  const { contactId, method, at } = choice;
  const actor = { kind: 'citizen', id: contactId } as const;
  return { id: newId(), contactId, purpose: { id, version }, event, method, at, actor, basis };
}

function optOutOf({ kind, hmac, version }: SuppressionSubject, since: Date): NewSuppression {
  return {
    id: newId(),
    subjectKind: kind,
    subjectHmac: hmac,
    hmacVersion: version,
    scope: 'all',
    purposeId: null,
    category: null,
    reason: 'optout',
    since,
  };
}

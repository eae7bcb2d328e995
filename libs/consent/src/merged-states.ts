import { newId, type Uuid } from '#libs/kernel';
import type { ConsentEventName, ConsentState } from './consent-event.js';
import type { ConsentStateName } from './gate.js';

/** A state that a contact must come into, so that both halves of one person stand alike. */
export interface CarriedState {
  readonly id: Uuid;
  readonly contactId: Uuid;
  readonly purposeId: Uuid;
  readonly event: ConsentEventName;
  readonly at: Date;
  readonly isCitizens: boolean;
}

/** How strict a state is. Nothing said is less than a yes, and any no is more. */
const STRICTNESS: Readonly<Record<ConsentStateName, number>> = {
  none: 0,
  requested: 0,
  granted: 1,
  expired: 2,
  withdrawn: 3,
  refused: 3,
  objected: 3,
};

const EVENT_FOR: Readonly<Partial<Record<ConsentStateName, ConsentEventName>>> = {
  granted: 'granted',
  expired: 'withdrawn',
  withdrawn: 'withdrawn',
  refused: 'withdrawn',
  objected: 'objected',
};

/**
 * What each of two contacts lacks of the other when they become one person: for each purpose the stricter of the two states
 * holds for both, also when the milder one is newer, because nobody asked the person about the two together.
 */
export function carriedStates(a: Uuid, b: Uuid, states: readonly ConsentState[]): CarriedState[] {
  const purposes = new Set(states.map(({ purposeId }) => purposeId));
  return [...purposes].flatMap((purposeId) => {
    const of = (contactId: Uuid) => states.find((one) => one.contactId === contactId && one.purposeId === purposeId);
    return stricterOf(of(a), of(b), a, b);
  });
}

function stricterOf(ofA: ConsentState | undefined, ofB: ConsentState | undefined, a: Uuid, b: Uuid): CarriedState[] {
  const [rankA, rankB] = [rankOf(ofA), rankOf(ofB)];
  if (rankA === rankB) return [];
  const [state, milder, contactId] = rankA > rankB ? [ofA, ofB, b] : [ofB, ofA, a];
  const event = state && EVENT_FOR[state.state];
  if (!event) return [];
  const at = milder && milder.since > state.since ? milder.since : state.since;
  const isCitizens = state.collectedByKind === 'citizen';
  return [{ id: newId(), contactId, purposeId: state.purposeId, event, at, isCitizens }];
}

function rankOf(state: ConsentState | undefined): number {
  return state ? STRICTNESS[state.state] : 0;
}

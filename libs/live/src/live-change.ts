import type { AuditAction } from '#libs/audit';
import type { Uuid } from '#libs/kernel';
import type { EventTopic } from './live-topics.js';

/** Something of a topic that looks different now. */
export interface LiveChange {
  readonly topic: EventTopic;
  readonly ids: readonly Uuid[];
}

/** So many ids are named in one event; of more, a list is read anew at less cost than one by one. */
const MAX_IDS = 100;

/** Which actions change what is on a screen. The first row that fits decides. */
const TOPIC_OF_ACTION: readonly (readonly [RegExp, EventTopic | null])[] = [
  // Followed within a moment by what became of it.
  [/^message\.(?:(?:batch_)?dispatched|content\.viewed|status_rollup|rejected)$/, null],
  // Told by `LiveSoon`, many in one event: an entry of its own comes with each request.
  [/^message\.accepted$/, null],
  [/^message\./, 'messages'],
  [/^template\./, 'templates'],
  // Whoever of the platform enters or leaves is a person with a role here, and sees so on every page.
  [/^access\.(?:role|user|breakglass)\./, 'people'],
  [/^(?:agency\.(?:number|waba)|control\.circuit)\./, 'numbers'],
  [/^(?:agency|control\.kill_switch)\./, 'agency'],
];

/** Almost every change is on record, so the record tells what to show anew. */
export function changesOf(agencyId: Uuid, actions: readonly AuditAction[]): LiveChange[] {
  const byTopic = new Map<EventTopic, Uuid[]>();
  for (const action of actions) {
    const topic = topicOf(action);
    if (!topic) continue;
    const isOwn = topic === 'agency' && action.target?.kind !== 'agency';
    const id = isOwn ? agencyId : action.target?.id;
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), ...(id === undefined ? [] : [id])]);
  }
  return [...byTopic].map(([topic, ids]) => ({ topic, ids }));
}

/** Each id once, and none at all when they are too many to be named. */
export function namedIds(ids: readonly Uuid[]): readonly Uuid[] {
  const distinct = [...new Set(ids)];
  return distinct.length > MAX_IDS ? [] : distinct;
}

function topicOf({ type, outcome }: AuditAction): EventTopic | null {
  if (outcome === 'denied' || outcome === 'failure') return type === 'message.failed' ? 'messages' : null;
  return TOPIC_OF_ACTION.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}

import type { Permission } from '#libs/access';
import type { IdKind } from '#libs/kernel';

interface TopicFacts {
  /** Whoever may read the thing may know that it changed. */
  readonly permission: Permission;
  /** The kind of the ids; null where they are no ids. */
  readonly idKind: IdKind | null;
}

/** What a stream may be asked for. */
export const LIVE_TOPICS = {
  messages: { permission: 'messages:read', idKind: 'message' },
  agency: { permission: 'agency:read', idKind: 'agency' },
  numbers: { permission: 'numbers:read', idKind: 'phoneNumber' },
  templates: { permission: 'templates:read', idKind: 'template' },
  people: { permission: 'people:read', idKind: 'user' },
  // Told from the length of the log and not from events: the one text is the number of its entries.
  audit: { permission: 'audit:read', idKind: null },
} as const satisfies Record<string, TopicFacts>;

export type LiveTopic = keyof typeof LIVE_TOPICS;

/** Topics that are told by events. */
export type EventTopic = Exclude<LiveTopic, 'audit'>;

export const TOPIC_NAMES = Object.keys(LIVE_TOPICS) as readonly LiveTopic[];

export function isTopic(text: string): text is LiveTopic {
  return Object.hasOwn(LIVE_TOPICS, text);
}

export function permittedTopics(permissions: ReadonlySet<string>): LiveTopic[] {
  return TOPIC_NAMES.filter((topic) => permissions.has(LIVE_TOPICS[topic].permission));
}

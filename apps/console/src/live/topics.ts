import type { Permission } from '../session/access-tables.js';
import type { Membership } from '../session/me.js';

interface TopicFacts {
  permission: Permission;
  /** Paths of the API whose answers are another once something of the topic has changed. */
  paths: readonly string[];
}

const TOPICS = {
  messages: {
    permission: 'messages:read',
    // Messages and people tick tasks of going live as well.
    paths: ['/v1/messages', '/v1/messages/{id}', '/v1/home', '/v1/go-live'],
  },
  agency: {
    permission: 'agency:read',
    paths: [
      '/v1/me',
      '/v1/home',
      '/v1/agency',
      '/v1/agency/sso',
      '/v1/departments',
      '/v1/trial-guests',
      '/v1/go-live',
      '/v1/quiet-hours',
      '/v1/switches',
    ],
  },
  numbers: {
    permission: 'numbers:read',
    paths: [
      '/v1/home',
      '/v1/go-live',
      '/v1/numbers',
      '/v1/numbers/{id}',
      '/v1/numbers/{id}/profile',
      '/v1/whatsapp-news',
    ],
  },
  templates: {
    permission: 'templates:read',
    paths: ['/v1/templates', '/v1/templates/names', '/v1/templates/{id}', '/v1/home', '/v1/go-live'],
  },
  people: {
    permission: 'people:read',
    // Entries of the platform's own people are told by the roles that they give.
    paths: ['/v1/me', '/v1/people', '/v1/people/{id}', '/v1/invitations', '/v1/go-live', '/v1/platform/break-glass'],
  },
  audit: { permission: 'audit:read', paths: ['/v1/audit/entries'] },
} as const satisfies Record<string, TopicFacts>;

export type Topic = keyof typeof TOPICS;

/** These things look different now; without ids, anything of the topic may. */
export interface Change {
  topic: Topic;
  ids: readonly string[];
}

export const pathsOf = (topic: Topic): readonly string[] => TOPICS[topic].paths;

/** What a person may hear of where they are. */
export const topicsFor = ({ permissions }: Membership): Topic[] =>
  (Object.keys(TOPICS) as Topic[]).filter((topic) => permissions.includes(TOPICS[topic].permission));

/** Undefined for what a newer server tells and this page does not know. */
export function changeOf(data: string): Change | undefined {
  const { topic, ids } = JSON.parse(data) as Partial<Change>;
  return topic && Object.hasOwn(TOPICS, topic) ? { topic, ids: ids ?? [] } : undefined;
}

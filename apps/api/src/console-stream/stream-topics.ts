import { type AgencyContext, invalidRequest, permissionMissing } from '#libs/kernel';
import { isTopic, LIVE_TOPICS, type LiveTopic, permittedTopics, TOPIC_NAMES } from '#libs/live';

/** The topics that are asked for, or all that the person may hear. @throws DomainError for one that is unknown or closed */
export function streamTopics({ permissions }: AgencyContext, asked: string | undefined): LiveTopic[] {
  if (asked === undefined) return permittedTopics(permissions);
  const topics = [...new Set(asked.split(','))].map(topicNamed);
  const closed = topics.find((topic) => !permissions.has(LIVE_TOPICS[topic].permission));
  if (closed) throw permissionMissing(LIVE_TOPICS[closed].permission);
  return topics;
}

function topicNamed(text: string): LiveTopic {
  if (isTopic(text)) return text;
  const message = `topics must be of: ${TOPIC_NAMES.join(', ')}`;
  throw invalidRequest([{ field: 'topics', code: 'not-allowed', message }]);
}

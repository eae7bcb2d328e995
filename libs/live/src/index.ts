export { LiveModule } from './live.module.js';
export type { LiveChange } from './live-change.js';
export { LiveEvents } from './live-events.service.js';
export { LiveHub } from './live-hub.service.js';
export { LiveRetention } from './live-retention.service.js';
export { LiveSoon } from './live-soon.service.js';
export type { StreamRequest } from './live-stream.js';
export { LiveStreamsModule } from './live-streams.module.js';
export { isTopic, LIVE_TOPICS, type LiveTopic, permittedTopics, TOPIC_NAMES } from './live-topics.js';

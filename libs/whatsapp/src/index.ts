export * from './accounts-client.js';
export * from './callback-data.js';
export * from './cloud-api-client.js';
export * from './error-classes.js';
export * from './error-codes.js';
export { GraphCallError, type GraphCallFailure } from './graph-call.js';
export * from './inbound-content.js';
export * from './interactive-types.js';
export * from './media-client.js';
export * from './message-limits.js';
export { tierOf } from './messaging-tiers.js';
export type {
  BlockedPage,
  BlockedUser,
  BlockOutcome,
  BlockSubject,
  ConversationCommand,
  ConversationStarters,
  ShortLink,
} from './number-extras.js';
export * from './number-types.js';
export { readInboundContent, readSurroundings, referencedMessage, spokenText } from './read-inbound-content.js';
export { readWebhookEvents } from './read-webhook-events.js';
export * from './send-outcome.js';
export * from './send-types.js';
export { TemplateListError } from './template-list.js';
export * from './templates-client.js';
export * from './webhook-body.js';
export * from './webhook-events.js';
export * from './webhook-fields.js';
export * from './webhook-parser.js';
export * from './webhook-signature.js';
export * from './webhook-types.js';

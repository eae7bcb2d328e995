export * from './accounts-client.js';
export * from './callback-data.js';
export * from './cloud-api-client.js';
export * from './error-classes.js';
export * from './error-codes.js';
export { GraphCallError, type GraphCallFailure } from './graph-call.js';
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
export * from './send-outcome.js';
export * from './send-types.js';
export { TemplateListError } from './template-list.js';
export * from './webhook-body.js';
export * from './webhook-parser.js';
export * from './webhook-signature.js';
export * from './webhook-types.js';

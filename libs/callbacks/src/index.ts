export type { AttemptFilter, CallbackAttempt } from './callback-attempts.repository.js';
export { type AttemptDetails, CallbackAttemptsService } from './callback-attempts.service.js';
export { CallbackDelivery } from './callback-delivery.service.js';
export type {
  CallbackEndpoint,
  EndpointChange,
  EndpointDetails,
  EndpointView,
  NewEndpoint,
  RecentCalls,
  ReplayProgress,
} from './callback-endpoint.js';
export { CallbackEndpointsService, type RevealedSecret } from './callback-endpoints.service.js';
export { CallbackFanOut } from './callback-fan-out.service.js';
export type { ReplaySelection } from './callback-replays.repository.js';
export { CallbackReplaysService, MAX_REPLAYED_IDS, type Replay } from './callback-replays.service.js';
export { CallbackRetention } from './callback-retention.service.js';
export { CallbackTrouble } from './callback-trouble.js';
export { CALLBACK_GROUPS, CALLBACK_TYPES, type CallbackType, TEST_TYPE } from './callback-types.js';
export { CallbacksModule } from './callbacks.module.js';
export { MAX_ATTEMPTS } from './retry-schedule.js';
export { SIGNATURE_SCHEMES, type SignatureScheme } from './signatures.js';

export { mayNotSend, purposeUnknown } from './consent.errors.js';
export { ConsentModule } from './consent.module.js';
export {
  CONSENT_METHODS,
  type ConsentMethod,
  type OptIn,
  RECORDED_EVENTS,
  type RecordedEvent,
} from './consent-event.js';
export { ConsentGate, type GateRequest, type Right } from './consent-gate.js';
export { ConsentProjectionService } from './consent-projection.service.js';
export { type ConsentRecord, type ConsentRequest, ConsentsService, type OptInRequest } from './consents.service.js';
export { type Enrolled, EnrolmentService } from './enrolment.service.js';
export {
  decide,
  type GateFacts,
  type GatePurpose,
  type GateRefusalCode,
  type GateVerdict,
  isWindowOpen,
  WINDOW_MS,
} from './gate.js';
export { type AppliedKeyword, type InboundText, KeywordsService } from './keywords.service.js';
export type { Choice } from './opt-out-plan.js';
export { type ChoicePlace, ProviderChoices } from './provider-choices.service.js';
export {
  IN_DOUBT_POLICIES,
  type InDoubtPolicy,
  type NewPurpose,
  PURPOSE_BASES,
  PURPOSE_CATEGORIES,
  PURPOSE_CODE,
  type Purpose,
  type PurposeBasis,
  type PurposeCategory,
  QUIET_HOURS,
  type QuietHoursRule,
  REPLY_PURPOSE,
} from './purpose.js';
export { PurposesService } from './purposes.service.js';
export { type Keyword, stopKeyword } from './stop-keyword.js';
export { type SuppressionRequest, type SuppressionScope, SuppressionsService } from './suppressions.service.js';

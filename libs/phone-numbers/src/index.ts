export type { NewsWeight } from './account-news.js';
export type { ListedNews, NewsQuery } from './account-news.repository.js';
export { AccountNews, type NewsPlace } from './account-news.service.js';
export type { DriftedField } from './drift.js';
export { type GraphFailureMeaning, meaningOf } from './graph-failure.js';
export type { CodeMethod, NumberAttempt, NumberDetails, TokenState } from './number-details.js';
export { NumberDrift } from './number-drift.js';
export { NumberExtrasService } from './number-extras.service.js';
export { HISTORY_FIELDS, type NumberChange } from './number-history.repository.js';
export { NumberHistoryService } from './number-history.service.js';
export {
  type EmbeddedSignup,
  type NumberAccount,
  NumberLinkingService,
  type WantedNumber,
} from './number-linking.service.js';
export { NumberNews } from './number-news.service.js';
export { NumberOnboardingService } from './number-onboarding.service.js';
export { NumberProfileService } from './number-profile.service.js';
export { NumberRefreshService } from './number-refresh.service.js';
export { type NumberRisk, type Risk, type RiskReason, riskOf } from './number-risk.js';
export { NumberTrouble } from './number-trouble.js';
export { NEXT_STEP, ONBOARDING_STATES, type OnboardingState, type OnboardingStep } from './onboarding-state.js';
export {
  CIRCUIT_OPEN,
  type ListedNumber,
  type NewPhoneNumber,
  type NumberForSending,
  type SendingNumber,
} from './phone-number.js';
export { PhoneNumbersModule } from './phone-numbers.module.js';
export { PhoneNumbersService } from './phone-numbers.service.js';
export type { PlatformNumber } from './platform-numbers.repository.js';
export { PlatformNumbersService } from './platform-numbers.service.js';
export type { ListedPortfolio, Portfolio } from './portfolio.js';
export { PortfoliosService } from './portfolios.service.js';
export { refusalWords } from './provider-refusals.js';
export type { WabaAccess } from './waba-access.js';

export { AgencyOnboarding, type WantedAgency } from './agency-onboarding.service.js';
export { BREAK_GLASS_STATES, type BreakGlass, breakGlassState, MAX_MINUTES } from './break-glass.js';
export { BreakGlassService } from './break-glass.service.js';
export type { GoLiveComment, GoLiveRequest } from './go-live.repository.js';
export { GoLiveService } from './go-live.service.js';
export { GoLiveReviewService } from './go-live-review.service.js';
export { GO_LIVE_SECTIONS, GO_LIVE_TASK_KEYS, type GoLiveTaskKey, MANUAL_TASK_KEYS } from './go-live-tasks.js';
export { GO_LIVE_STATUSES, type GoLiveView, type TaskView } from './go-live-view.js';
export { OnboardingModule } from './onboarding.module.js';

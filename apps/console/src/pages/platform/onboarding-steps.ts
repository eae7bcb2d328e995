import type { Agency, GoLive, GoLiveTask, PhoneNumber } from '../../api/types.js';

export const ONBOARDING_STEPS = [
  'details',
  'number',
  'connect',
  'name',
  'templates',
  'keys',
  'checklist',
  'live',
] as const;

export type OnboardingStep = (typeof ONBOARDING_STEPS)[number];

export interface OnboardingFacts {
  agency: Pick<Agency, 'status'>;
  numbers: readonly Pick<PhoneNumber, 'id' | 'state' | 'nameStatus'>[];
  goLive: Pick<GoLive, 'status' | 'sections'>;
}

const USABLE_NAMES = ['APPROVED', 'AVAILABLE_WITHOUT_REVIEW'];

const isTaskDone = ({ sections }: OnboardingFacts['goLive'], key: GoLiveTask['key']): boolean =>
  sections.some(({ tasks }) => tasks.some((task) => task.key === key && task.status === 'done'));

const DONE: Record<OnboardingStep, (facts: OnboardingFacts) => boolean> = {
  details: () => true,
  number: ({ numbers }) => numbers.length > 0,
  connect: ({ numbers }) => numbers.some(({ state }) => state === 'connected'),
  name: ({ numbers }) => numbers.some(({ nameStatus }) => USABLE_NAMES.includes(nameStatus ?? '')),
  templates: ({ goLive }) => isTaskDone(goLive, 'template-approved'),
  keys: ({ goLive }) => isTaskDone(goLive, 'api-key-used'),
  checklist: ({ goLive }) => goLive.status === 'approved' || goLive.status === 'live',
  live: ({ agency }) => agency.status === 'live',
};

/** The steps that are behind the agency, in whatever order they were taken. */
export const stepsDone = (facts: OnboardingFacts): OnboardingStep[] =>
  ONBOARDING_STEPS.filter((step) => DONE[step](facts));

/** Where an agency stands: at the first step that is not done. */
export const stepNow = (done: readonly OnboardingStep[]): OnboardingStep =>
  ONBOARDING_STEPS.find((step) => !done.includes(step)) ?? 'live';

/** Where a step is taken; templates and keys are the agency's own, so the checklist tells how they stand. */
export function stepPath(step: OnboardingStep, id: string, numberId: string | undefined): string {
  const agency = `/platform/agencies/${id}`;
  if (step === 'details' || step === 'live') return agency;
  if (step === 'number' || ((step === 'connect' || step === 'name') && !numberId)) return `${agency}/numbers/new`;
  return step === 'connect' || step === 'name' ? `${agency}/numbers/${numberId}` : `${agency}/go-live`;
}

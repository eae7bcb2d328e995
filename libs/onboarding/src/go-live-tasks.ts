import type { GoLiveFacts } from './go-live-facts.js';

export type TaskStatus = 'done' | 'to-do' | 'waiting-whatsapp' | 'waiting-us' | 'needs-change';

export interface TaskState {
  readonly status: TaskStatus;
  readonly doneAt?: Date;
  readonly doneBy?: string;
}

interface GoLiveTaskOf<Key extends string> {
  readonly key: Key;
  readonly section: GoLiveSection;
  /** The role that can do it. */
  readonly who: 'agency_admin' | 'developer' | 'platform_admin';
  /** Where in the console it is done. */
  readonly link: string;
  /** A person says that it is done; the others tick themselves. */
  readonly manual: boolean;
  /** Nobody has to do it in order to go live. */
  readonly optional?: boolean;
  readonly stateOf: (facts: GoLiveFacts) => TaskState;
}

export const GO_LIVE_SECTIONS = [
  'your-agency',
  'your-number',
  'your-messages',
  'your-people',
  'technical',
  'agreement',
] as const;

export type GoLiveSection = (typeof GO_LIVE_SECTIONS)[number];

const TO_DO: TaskState = { status: 'to-do' };

/** What an agency needs before anybody but its guests may be written to. */
const TASKS = [
  {
    key: 'agency-details',
    section: 'your-agency',
    who: 'agency_admin',
    link: '/settings',
    manual: false,
    stateOf: ({ legalName, country }) => (legalName && country ? { status: 'done' } : TO_DO),
  },
  {
    key: 'department',
    section: 'your-agency',
    who: 'agency_admin',
    link: '/departments',
    manual: false,
    stateOf: ({ departmentAt }) => since(departmentAt),
  },
  {
    key: 'number-connected',
    section: 'your-number',
    who: 'platform_admin',
    link: '/numbers',
    manual: false,
    stateOf: numberState,
  },
  {
    key: 'display-name',
    section: 'your-number',
    who: 'platform_admin',
    link: '/numbers',
    manual: false,
    stateOf: nameState,
  },
  {
    key: 'template-approved',
    section: 'your-messages',
    who: 'agency_admin',
    link: '/templates',
    manual: false,
    stateOf: templateState,
  },
  {
    key: 'purpose',
    section: 'your-messages',
    who: 'agency_admin',
    link: '/settings/purposes',
    manual: false,
    stateOf: ({ purposeAt }) => since(purposeAt),
  },
  {
    key: 'test-message',
    section: 'your-messages',
    who: 'agency_admin',
    link: '/messages',
    manual: false,
    stateOf: ({ deliveredAt }) => since(deliveredAt),
  },
  {
    key: 'second-admin',
    section: 'your-people',
    who: 'agency_admin',
    link: '/team',
    manual: false,
    stateOf: ({ secondAdminAt }) => since(secondAdminAt),
  },
  {
    key: 'admin-second-factor',
    section: 'your-people',
    who: 'agency_admin',
    link: '/me/security',
    manual: false,
    stateOf: ({ areAdminsProtected }) => (areAdminsProtected ? { status: 'done' } : TO_DO),
  },
  {
    key: 'api-key-used',
    section: 'technical',
    who: 'developer',
    link: '/developers/keys',
    manual: false,
    stateOf: ({ keyUsedAt }) => since(keyUsedAt),
  },
  {
    key: 'callback-answered',
    section: 'technical',
    who: 'developer',
    link: '/developers/callbacks',
    manual: false,
    optional: true,
    stateOf: ({ callbackAt }) => since(callbackAt),
  },
  {
    key: 'webhook-seen',
    section: 'technical',
    who: 'platform_admin',
    link: '/numbers',
    manual: false,
    stateOf: ({ webhookAt }) => since(webhookAt),
  },
  {
    key: 'agreement',
    section: 'agreement',
    who: 'agency_admin',
    link: '/go-live',
    manual: true,
    stateOf: ({ said }) => byWord(said.get('agreement')),
  },
  {
    key: 'privacy-notice',
    section: 'agreement',
    who: 'agency_admin',
    link: '/go-live',
    manual: true,
    stateOf: ({ said }) => byWord(said.get('privacy-notice')),
  },
] as const satisfies readonly GoLiveTaskOf<string>[];

export type GoLiveTaskKey = (typeof TASKS)[number]['key'];
export type GoLiveTask = GoLiveTaskOf<GoLiveTaskKey>;

export const GO_LIVE_TASKS: readonly GoLiveTask[] = TASKS;
export const GO_LIVE_TASK_KEYS: readonly GoLiveTaskKey[] = TASKS.map(({ key }) => key);
export const MANUAL_TASK_KEYS: readonly GoLiveTaskKey[] = TASKS.filter(({ manual }) => manual).map(({ key }) => key);

/** The tasks that must be done and are not, in their order. */
export function missingTasks(facts: GoLiveFacts): GoLiveTaskKey[] {
  return GO_LIVE_TASKS.filter(({ stateOf, optional }) => !optional && stateOf(facts).status !== 'done').map(
    ({ key }) => key,
  );
}

function since(at: Date | null): TaskState {
  return at ? { status: 'done', doneAt: at } : TO_DO;
}

function byWord(said: { readonly doneAt: Date; readonly doneBy: string } | undefined): TaskState {
  return said ? { status: 'done', ...said } : TO_DO;
}

/** The platform adds numbers, so without one the agency waits for us; one that is there waits for WhatsApp. */
function numberState({ number }: GoLiveFacts): TaskState {
  if (!number) return { status: 'waiting-us' };
  return number.isConnected ? { status: 'done' } : { status: 'waiting-whatsapp' };
}

/**
 * By what Meta calls the state of a name; one that nobody asked for yet waits for us.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/display-names
 */
const NAME_STATES: Readonly<Record<string, TaskStatus>> = {
  APPROVED: 'done',
  AVAILABLE_WITHOUT_REVIEW: 'done',
  PENDING_REVIEW: 'waiting-whatsapp',
  DECLINED: 'needs-change',
  EXPIRED: 'needs-change',
};

function nameState({ number }: GoLiveFacts): TaskState {
  return { status: NAME_STATES[number?.nameStatus ?? ''] ?? 'waiting-us' };
}

function templateState({ hasApprovedTemplate, hasPendingTemplate }: GoLiveFacts): TaskState {
  if (hasApprovedTemplate) return { status: 'done' };
  return hasPendingTemplate ? { status: 'waiting-whatsapp' } : TO_DO;
}

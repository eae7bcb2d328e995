import type { AgencyStatus } from '#libs/agencies';
import type { GoLiveComment, GoLiveRequest } from './go-live.repository.js';
import type { GoLiveFacts } from './go-live-facts.js';
import {
  GO_LIVE_SECTIONS,
  GO_LIVE_TASKS,
  type GoLiveSection,
  type GoLiveTask,
  type TaskState,
} from './go-live-tasks.js';

export const GO_LIVE_STATUSES = ['trial', 'requested', 'sent-back', 'approved', 'live', 'suspended', 'closed'] as const;

/** `approved`: by the first of two people. */
export type GoLiveStatus = (typeof GO_LIVE_STATUSES)[number];

export type TaskView = Omit<GoLiveTask, 'stateOf' | 'section'> &
  TaskState & { readonly comments: readonly GoLiveComment[] };

export interface GoLiveView {
  readonly status: GoLiveStatus;
  readonly progress: { readonly done: number; readonly of: number };
  readonly sections: readonly { readonly key: GoLiveSection; readonly tasks: readonly TaskView[] }[];
  readonly request: (GoLiveRequest & { readonly comments: readonly GoLiveComment[] }) | null;
}

export interface GoLiveRecord {
  readonly agencyStatus: AgencyStatus;
  readonly facts: GoLiveFacts;
  readonly request: GoLiveRequest | null;
  readonly comments: readonly GoLiveComment[];
}

/** The checklist as people see it. */
export function goLiveView({ agencyStatus, facts, request, comments }: GoLiveRecord): GoLiveView {
  const tasks = GO_LIVE_TASKS.map((task) => ({ task, state: task.stateOf(facts) }));
  const needed = tasks.filter(({ task }) => !task.optional);
  const toView = ({ task: { stateOf, section, ...task }, state }: (typeof tasks)[number]): TaskView => {
    const own = comments.filter((comment) => comment.task === task.key);
    return { ...task, ...afterReview(state, request, own), comments: own };
  };
  return {
    status: statusOf(agencyStatus, request),
    progress: { done: needed.filter(({ state }) => state.status === 'done').length, of: needed.length },
    sections: GO_LIVE_SECTIONS.map((key) => ({
      key,
      tasks: tasks.filter(({ task }) => task.section === key).map(toView),
    })),
    request: request && {
      ...request,
      comments: comments.filter(({ task, requestId }) => task === null && requestId === request.id),
    },
  };
}

function statusOf(agencyStatus: AgencyStatus, request: GoLiveRequest | null): GoLiveStatus {
  if (agencyStatus !== 'trial') return agencyStatus;
  if (request?.state === 'sent-back') return 'sent-back';
  if (request?.state !== 'requested') return 'trial';
  return request.firstApprovedBy ? 'approved' : 'requested';
}

/** What a reviewer wrote about a task that was sent back has to be looked at before the next request. */
function afterReview(state: TaskState, request: GoLiveRequest | null, comments: readonly GoLiveComment[]): TaskState {
  const isSentBack = request?.state === 'sent-back' && comments.some(({ requestId }) => requestId === request.id);
  return isSentBack ? { ...state, status: 'needs-change' } : state;
}

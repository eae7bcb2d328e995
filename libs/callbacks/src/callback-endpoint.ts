import type { Uuid } from '#libs/kernel';
import type { EndpointHealth } from './endpoint-health.js';
import type { SignatureScheme } from './signatures.js';

/** Where a department is told what happens to its messages. */
export interface CallbackEndpoint extends EndpointHealth {
  readonly id: Uuid;
  /** Null: of the messages of every department. */
  readonly departmentId: Uuid | null;
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly scheme: SignatureScheme;
  /** `whpk_…`, for `v1a`. */
  readonly publicKey: string | null;
  readonly previousUntil: Date | null;
  readonly offAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly createdAt: Date;
  readonly createdBy: Uuid;
}

export interface NewEndpoint {
  readonly url: string;
  readonly departmentId?: Uuid;
  readonly description?: string;
  readonly events: readonly string[];
  readonly scheme?: SignatureScheme;
}

/** What is left out stays as it is. */
export type EndpointChange = Partial<Pick<NewEndpoint, 'url' | 'description' | 'events'>>;

export interface CallCount {
  readonly succeeded: number;
  readonly failed: number;
}

/** Calls of the last 24 hours. */
export interface RecentCalls extends CallCount {
  /** The same for each of these hours in which there were any; 0 is the one that is longest ago. */
  readonly hours: readonly (CallCount & { readonly hour: number })[];
}

/** The last replay of an endpoint, and how far it has come. */
export interface ReplayProgress {
  readonly id: Uuid;
  readonly startedAt: Date;
  readonly total: number;
  readonly waiting: number;
  readonly delivered: number;
}

export interface EndpointView extends CallbackEndpoint {
  readonly recent: RecentCalls;
  /** Deliveries that are due or wait for their next attempt. */
  readonly waiting: number;
}

export interface EndpointDetails extends EndpointView {
  readonly replay: ReplayProgress | null;
}

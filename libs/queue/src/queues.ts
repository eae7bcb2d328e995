import type { Uuid } from '#libs/kernel';

/**
 * A wake-up: "there may be work here". It carries ids only, it may be lost or come twice, and whoever hears it looks into
 * Postgres. `v` is the version of the payload, so that a deploy with jobs in flight is safe.
 */
export interface WakeUp {
  readonly v: 1;
  readonly agencyId?: Uuid;
  readonly phoneNumberId?: Uuid;
}

export interface JobDeclaration {
  readonly queue: string;
  readonly job: string;
  readonly concurrency: number;
}

/** Every job there is. The worker refuses to start when one has no handler or two. */
export const JOBS = {
  /** Alerts and replies: a queue of their own, so that they never wait for a slot behind bulk. */
  sendUrgent: { queue: 'sending-urgent', job: 'take-turn', concurrency: 16 },
  sendBulk: { queue: 'sending-bulk', job: 'take-turn', concurrency: 8 },
  /** A citizen speaks, and may say STOP. */
  readCitizenWebhooks: { queue: 'webhooks-citizen', job: 'read-inbox', concurrency: 1 },
  readStatusWebhooks: { queue: 'webhooks-status', job: 'read-inbox', concurrency: 1 },
  deliverCallbacks: { queue: 'callbacks', job: 'deliver-due', concurrency: 1 },
  dispatchEvents: { queue: 'events', job: 'dispatch-due', concurrency: 1 },
} as const satisfies Record<string, JobDeclaration>;

export type JobName = keyof typeof JOBS;

export const QUEUE_NAMES: readonly string[] = [...new Set(Object.values(JOBS).map(({ queue }) => queue))];

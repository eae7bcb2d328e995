import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

/** Something that happened, told to libs above the one it happened in. The payload holds ids only. */
export interface DomainEvent {
  /** Past tense, e.g. `contact.stopped`. */
  readonly type: string;
  readonly payload: Readonly<Record<string, string>>;
}

/** Hears one type of event, in the transaction that also removes it: its effect happens exactly once. */
export interface EventListener {
  readonly type: string;
  hear(tx: AgencyTx, event: DomainEvent): Promise<void>;
}

/** Hears many events at once: what happens to messages comes by the thousand. Its transaction also removes them. */
export interface EventBatchListener {
  readonly types: readonly string[];
  hearAll(tx: AgencyTx, events: readonly HeardEvent[]): Promise<void>;
  /** After the commit, for hints. */
  heard?(agencyId: Uuid): void;
}

/** An event as it was kept: its id is as old as the event. */
export interface HeardEvent extends DomainEvent {
  readonly id: Uuid;
}

/** Injection token of those that hear in batches, provided by the worker. */
export const EVENT_BATCH_LISTENERS = Symbol('EVENT_BATCH_LISTENERS');

/** Injection token of all listeners, provided by the worker. */
export const EVENT_LISTENERS = Symbol('EVENT_LISTENERS');

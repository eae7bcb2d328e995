import type { AgencyTx } from '#libs/database';

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

/** Injection token of all listeners, provided by the worker. */
export const EVENT_LISTENERS = Symbol('EVENT_LISTENERS');

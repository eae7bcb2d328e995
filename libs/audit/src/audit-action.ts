import type { AgencyTx } from '#libs/database';
import type { Actor, RequestOrigin, Uuid } from '#libs/kernel';
import type { AuditEntryType, EntryOutcome } from './entry-types.js';
import type { JsonObject } from './plain-json.js';

/** Something that was done, refused or found, told in the transaction in which it happened. */
export interface AuditAction {
  /** Of the entry, where lines elsewhere name it. Default: a new one. */
  readonly id?: Uuid;
  readonly type: AuditEntryType;
  /** Default: the usual outcome of the type. */
  readonly outcome?: EntryOutcome;
  /** What it was done to. The kind is an id kind (`message`, `phoneNumber` …) or another noun in snake case. */
  readonly target?: { readonly kind: string; readonly id: Uuid };
  /** The contact whose data `detail` holds: erasing the contact deletes the detail. Default: a target of kind contact. */
  readonly subjectId?: Uuid;
  readonly basis?: string;
  /** A stable code, never free text. */
  readonly reason?: string;
  /** Kept sealed and erasable beside the log; the entry holds a commitment to it. */
  readonly detail?: JsonObject;
  /** Default: now. */
  readonly at?: Date;
  /** Default: the actor of the transaction. */
  readonly actor?: Actor;
  /** Default: the request of the transaction. Several requests may be worked on in one. */
  readonly origin?: RequestOrigin;
}

/** Hears of every action that goes on record, in its transaction. */
export interface ActionObserver {
  observe(tx: AgencyTx, actions: readonly AuditAction[]): Promise<void>;
}

/** Injection token of the one observer; without it, actions are recorded and nobody else hears of them. */
export const ACTION_OBSERVER = Symbol('ACTION_OBSERVER');

import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

/** Knows which entries speak of a thing in their lines only: an entry about many has none of them as its target. */
export interface EntryLines {
  /** @param target its kind when only that kind is looked for */
  entriesNaming(tx: AgencyTx, target: { readonly id: Uuid; readonly kind?: string }): Promise<readonly Uuid[]>;
}

/** Injection token of the one who knows; without it, entries are found by their target alone. */
export const ENTRY_LINES = Symbol('ENTRY_LINES');

import type { SequencedEntry, StagedRow } from './sequenced-entry.js';

/** Staged rows that are no entries. The batch was rolled back, so they still stand where they were. */
export class UnreadableEntries extends Error {
  constructor(readonly rows: readonly { readonly row: StagedRow; readonly reason: string }[]) {
    super('staged rows cannot be read as entries');
  }
}

/** A batch with an entry of a month that has no partition. It was rolled back. */
export class MonthMissing extends Error {
  constructor(
    readonly entries: readonly SequencedEntry[],
    override readonly cause: unknown,
  ) {
    super('the log has no partition for a staged entry');
  }
}

import type { Uuid } from '#libs/kernel';
import { AuditRecordError } from './audit.errors.js';
import { type AuditEntry, readEntry } from './audit-entry.js';
import { leafHash } from './leaf-hash.js';

export interface StagedRow {
  /** Order of staging; a bigint as text. */
  readonly id: string;
  readonly eventId: Uuid;
  readonly entry: Buffer;
}

/** An entry on its way into the log: what it says becomes the columns that filters use. */
export interface SequencedEntry {
  readonly staged: StagedRow;
  readonly text: string;
  readonly leafHash: Buffer;
  readonly says: AuditEntry;
}

/** @throws when the bytes are no entry, or one of another agency or event than the row it stands in */
export function toSequenced(agencyId: Uuid, staged: StagedRow): SequencedEntry {
  const says = readEntry(staged.entry);
  if (says.agency !== agencyId) throw new AuditRecordError('agency', 'is not that of the row');
  if (says.id !== staged.eventId) throw new AuditRecordError('id', 'is not that of the row');
  return { staged, text: staged.entry.toString('utf8'), leafHash: leafHash(staged.entry), says };
}

/** `2026_11`, as partitions are named. */
export function monthOf({ says }: SequencedEntry): string {
  return says.at.slice(0, 7).replace('-', '_');
}

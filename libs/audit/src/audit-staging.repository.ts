import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export interface StagedEntry {
  readonly id: Uuid;
  readonly text: string;
}

export interface SealedDetail {
  readonly id: Uuid;
  readonly subjectId: Uuid | null;
  readonly nonce: Buffer;
  readonly sealed: Buffer;
}

/** Where actions leave their entries. The app may add here and can neither read back nor change anything. */
@Injectable()
export class AuditStagingRepository {
  /** Entries have no line feed inside, so many travel as one text: an array of bytea would double their size. */
  async add(tx: AgencyTx, entries: readonly StagedEntry[]): Promise<void> {
    await tx.execute(
      `INSERT INTO audit.staging (agency_id, event_id, entry)
       SELECT $1, e.id, convert_to(e.text, 'UTF8')
       FROM unnest($2::uuid[], string_to_array($3, E'\\n')) AS e (id, text)`,
      [tx.agencyId, entries.map((entry) => entry.id), entries.map((entry) => entry.text).join('\n')],
    );
  }

  async addDetails(tx: AgencyTx, details: readonly SealedDetail[]): Promise<void> {
    await tx.execute(
      `INSERT INTO audit.details (agency_id, event_id, subject_id, nonce, sealed)
       SELECT $1, d.id, d.subject_id, d.nonce, d.sealed
       FROM unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::bytea[]) AS d (id, subject_id, nonce, sealed)`,
      [
        tx.agencyId,
        details.map((detail) => detail.id),
        details.map((detail) => detail.subjectId),
        details.map((detail) => detail.nonce),
        details.map((detail) => detail.sealed),
      ],
    );
  }
}

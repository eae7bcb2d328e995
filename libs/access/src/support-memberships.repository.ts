import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

/** Memberships of `platform_support`. They keep their rows afterwards: who could do what on that day stays answerable. */
@Injectable()
export class SupportMembershipsRepository {
  async insert(tx: AgencyTx, { id, userId, until }: { id: Uuid; userId: Uuid; until: Date }): Promise<void> {
    await tx.execute(
      `INSERT INTO memberships (agency_id, id, user_id, role, valid_to) VALUES ($1, $2, $3, 'platform_support', $4)`,
      [tx.agencyId, id, userId, until],
    );
  }

  async end(tx: AgencyTx, userId: Uuid): Promise<void> {
    await tx.execute(
      `UPDATE memberships SET valid_to = now()
       WHERE agency_id = $1 AND user_id = $2 AND role = 'platform_support' AND valid_to > now()`,
      [tx.agencyId, userId],
    );
  }
}

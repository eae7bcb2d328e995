import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { RecentRows } from './recent-rows.js';
import { isRole, type Role } from './roles.js';

/** A role that a person holds now. */
export interface Membership {
  readonly agencyId: Uuid;
  readonly role: Role;
  readonly sessionEpoch: number;
  /** A suspended agency may still be read by its people. */
  readonly isSuspended: boolean;
}

interface MembershipRow {
  readonly agency_id: Uuid;
  readonly role: string;
  readonly session_epoch: number;
  readonly agency_status: string;
}

/** Who holds which role where, at most half a second old. Someone disabled holds none. */
@Injectable()
export class MembershipsService {
  private readonly recent: RecentRows<Membership>;

  constructor(database: AgencyDatabase) {
    this.recent = new RecentRows(async (userId) => {
      const rows = await database.acrossAgencies<MembershipRow>('memberships_of_user', [userId]);
      return rows.flatMap(({ agency_id: agencyId, role, session_epoch: sessionEpoch, agency_status }) =>
        isRole(role) ? [{ agencyId, role, sessionEpoch, isSuspended: agency_status === 'suspended' }] : [],
      );
    });
  }

  async ofUser(userId: Uuid): Promise<readonly Membership[]> {
    return this.recent.find(userId);
  }

  forget(userId: Uuid): void {
    this.recent.forget(userId);
  }
}

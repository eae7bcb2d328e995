import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { RecentRows } from './recent-rows.js';
import { isRole, type Role } from './roles.js';

/** A role that a person holds now. */
export interface Membership {
  readonly agencyId: Uuid;
  readonly role: Role;
  readonly agencySlug: string;
  readonly agencyName: string;
  readonly agencyStatus: string;
  /** When the role ends by itself, or null. */
  readonly until: Date | null;
  /** A suspended agency may still be read by its people. */
  readonly isSuspended: boolean;
}

interface MembershipRow {
  readonly agency_id: Uuid;
  readonly role: string;
  readonly agency_status: string;
  readonly agency_slug: string;
  readonly agency_name: string;
  readonly valid_to: Date | null;
}

/** Who holds which role where, at most half a second old. Someone disabled holds none. */
@Injectable()
export class MembershipsService {
  private readonly recent: RecentRows<Membership>;

  constructor(database: AgencyDatabase) {
    this.recent = new RecentRows(async (userId) => {
      const rows = await database.acrossAgencies<MembershipRow>('memberships_of_user', [userId]);
      return rows.flatMap(toMembership);
    });
  }

  async ofUser(userId: Uuid): Promise<readonly Membership[]> {
    return this.recent.find(userId);
  }

  forget(userId: Uuid): void {
    this.recent.forget(userId);
  }
}

/** A role that a newer release knows and this one does not gives nothing. */
function toMembership(row: MembershipRow): Membership[] {
  if (!isRole(row.role)) return [];
  return [
    {
      agencyId: row.agency_id,
      role: row.role,
      agencySlug: row.agency_slug,
      agencyName: row.agency_name,
      agencyStatus: row.agency_status,
      until: row.valid_to,
      isSuspended: row.agency_status === 'suspended',
    },
  ];
}

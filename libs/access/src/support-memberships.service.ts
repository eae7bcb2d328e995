import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import { MembershipsService } from './memberships.service.js';
import { SupportMembershipsRepository } from './support-memberships.repository.js';

/** The role that the platform's people hold in an agency through break-glass: never without an end. */
@Injectable()
export class SupportMemberships {
  constructor(
    private readonly repository: SupportMembershipsRepository,
    private readonly memberships: MembershipsService,
  ) {}

  async open(tx: AgencyTx, { userId, until }: { readonly userId: Uuid; readonly until: Date }): Promise<void> {
    await this.repository.insert(tx, { id: newId(), userId, until });
  }

  async end(tx: AgencyTx, userId: Uuid): Promise<void> {
    await this.repository.end(tx, userId);
  }

  /** After the commit: this process need not wait until its answer is old. */
  forget(userId: Uuid): void {
    this.memberships.forget(userId);
  }
}

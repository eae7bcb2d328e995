import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { HomeNeed } from '#libs/home';
import { InvitationsRepository } from './invitations.repository.js';

/** Invitations that nobody has accepted and that end soon. */
@Injectable()
export class WaitingInvitations implements HomeNeed {
  readonly kind = 'invitations-waiting';
  readonly permission = 'people:read';
  readonly to = '/team';

  constructor(private readonly repository: InvitationsRepository) {}

  count(tx: AgencyTx): Promise<number> {
    return this.repository.countEnding(tx);
  }
}

import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { HomeNeed } from '#libs/home';
import { CallbackEndpointsRepository } from './callback-endpoints.repository.js';

/** Endpoints whose system somebody has to mend. What a person turned off is no trouble. */
@Injectable()
export class CallbackTrouble implements HomeNeed {
  readonly kind = 'callbacks-failing';
  readonly permission = 'callbacks:read';
  readonly to = '/developers/callbacks';

  constructor(private readonly repository: CallbackEndpointsRepository) {}

  count(tx: AgencyTx): Promise<number> {
    return this.repository.countTroubled(tx);
  }
}

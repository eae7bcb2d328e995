import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { HomeNeed } from '#libs/home';
import { SwitchesRepository } from './switches.repository.js';

/** Kill switches of the agency that stop messages now. */
@Injectable()
export class StoppedSending implements HomeNeed {
  readonly kind = 'sending-stopped';
  readonly permission = 'switches:read';
  readonly to = '/settings/sending';

  constructor(private readonly repository: SwitchesRepository) {}

  count(tx: AgencyTx): Promise<number> {
    return this.repository.countOn(tx);
  }
}

import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { HomeNeed } from '#libs/home';
import { GoLiveRepository } from './go-live.repository.js';

/** What the platform's people wrote when they sent the request to go live back. */
@Injectable()
export class GoLiveComments implements HomeNeed {
  readonly kind = 'go-live-comments';
  readonly permission = 'go-live:read';
  readonly to = '/go-live';

  constructor(private readonly repository: GoLiveRepository) {}

  count(tx: AgencyTx): Promise<number> {
    return this.repository.countSentBack(tx);
  }
}

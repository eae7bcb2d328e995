import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { HomeNeed } from '#libs/home';
import { ApiKeysRepository } from './api-keys/api-keys.repository.js';

/** API keys that end soon. */
@Injectable()
export class ExpiringKeys implements HomeNeed {
  readonly kind = 'keys-expiring';
  readonly permission = 'api-keys:read';
  readonly to = '/developers/keys';

  constructor(private readonly repository: ApiKeysRepository) {}

  count(tx: AgencyTx): Promise<number> {
    return this.repository.countExpiring(tx);
  }
}

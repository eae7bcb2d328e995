import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { HomeNeed } from '#libs/home';
import { NumberOnboardingRepository } from './number-onboarding.repository.js';

/** Numbers of which Meta says something that nobody announced, and that nobody has looked at yet. */
@Injectable()
export class NumberDrift implements HomeNeed {
  readonly kind = 'number-drift';
  readonly permission = 'numbers:read';
  readonly to = '/numbers';

  constructor(private readonly repository: NumberOnboardingRepository) {}

  count(tx: AgencyTx): Promise<number> {
    return this.repository.countDrifted(tx);
  }
}

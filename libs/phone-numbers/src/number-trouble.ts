import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { HomeNeed } from '#libs/home';
import { PhoneNumbersRepository } from './phone-numbers.repository.js';

/** Phone numbers from which nothing is sent now. */
@Injectable()
export class NumberTrouble implements HomeNeed {
  readonly kind = 'number-trouble';
  readonly permission = 'numbers:read';
  readonly to = '/numbers';

  constructor(private readonly repository: PhoneNumbersRepository) {}

  count(tx: AgencyTx): Promise<number> {
    return this.repository.countHeld(tx);
  }
}

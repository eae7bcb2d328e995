import { Injectable } from '@nestjs/common';
import { FieldSealer, KeyRing, kidOf, type SealPlace } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { NumberOnboardingRepository } from './number-onboarding.repository.js';
import { pinMissing } from './phone-numbers.errors.js';

/** The two-step PINs of numbers: sealed when they come in, opened only for Meta, shown to nobody. */
@Injectable()
export class NumberPins {
  constructor(
    private readonly repository: NumberOnboardingRepository,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
  ) {}

  /** Keeps the PIN that is about to be tried until its outcome is known. */
  async propose(tx: AgencyTx, numberId: Uuid, pin: string): Promise<void> {
    const keys = await this.keyRing.load(tx.agencyId);
    const sealed = this.sealer.sealForAgency(keys, pinPlace(tx.agencyId, numberId), pin);
    await this.repository.setCandidatePin(tx, numberId, sealed);
  }

  async forget(tx: AgencyTx, numberId: Uuid): Promise<void> {
    await this.repository.setCandidatePin(tx, numberId, null);
  }

  async keep(tx: AgencyTx, numberId: Uuid): Promise<void> {
    await this.repository.keepCandidatePin(tx, numberId);
  }

  async open(tx: AgencyTx, numberId: Uuid): Promise<string> {
    const sealed = await this.repository.pinSealed(tx, numberId);
    if (!sealed) throw pinMissing();
    const keys = await this.keyRing.load(tx.agencyId, [kidOf(sealed)]);
    return this.sealer.openForAgency(keys, pinPlace(tx.agencyId, numberId), sealed).toString('utf8');
  }
}

/** The same for the candidate: it moves from one column to the other as it is. */
function pinPlace(agencyId: Uuid, numberId: Uuid): SealPlace {
  return { table: 'phone_numbers', column: 'pin_sealed', rowId: numberId, agencyId };
}

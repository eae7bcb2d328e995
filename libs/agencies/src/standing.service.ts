import { Injectable } from '@nestjs/common';
import { KeyRing } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { Clock, type DomainError, notFound } from '#libs/kernel';
import { trialLimit } from './agencies.errors.js';
import { dayOf, secondsToNextDay } from './agency-day.js';
import { AgencyStanding } from './standing.js';
import { TRIAL_MESSAGES_A_DAY } from './trial-guest.js';
import { TrialGuestsRepository } from './trial-guests.repository.js';

/** What sending asks of an agency: may it send, to whom, and how much more today. */
@Injectable()
export class StandingService {
  constructor(
    private readonly repository: TrialGuestsRepository,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** One statement; the keys of an agency on trial are in memory as a rule. */
  async of(tx: AgencyTx): Promise<AgencyStanding> {
    const row = await this.repository.standing(tx);
    if (!row) throw notFound();
    const keys = row.status === 'trial' ? await this.keyRing.load(tx.agencyId) : null;
    return new AgencyStanding(row, keys);
  }

  /** Takes up to `wanted` messages from what an agency on trial may send today. @returns how many it got */
  async take(tx: AgencyTx, { timeZone }: AgencyStanding, wanted: number): Promise<number> {
    if (wanted === 0) return 0;
    const day = dayOf(this.clock.now(), timeZone);
    const taken = Math.min(wanted, TRIAL_MESSAGES_A_DAY - (await this.repository.lockDay(tx, day)));
    if (taken > 0) await this.repository.addToDay(tx, day, taken);
    return taken;
  }

  async takenToday(tx: AgencyTx, timeZone: string): Promise<number> {
    return this.repository.countOfDay(tx, dayOf(this.clock.now(), timeZone));
  }

  limitReached({ timeZone }: AgencyStanding): DomainError {
    return trialLimit(TRIAL_MESSAGES_A_DAY, secondsToNextDay(this.clock.now(), timeZone));
  }
}

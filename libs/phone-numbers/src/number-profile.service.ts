import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock, type Uuid } from '#libs/kernel';
import type { BusinessProfile } from '#libs/whatsapp';
import type { NumberDetails } from './number-details.js';
import { NumberOnboardingRepository } from './number-onboarding.repository.js';
import { NumberRefreshService } from './number-refresh.service.js';
import { NumberStepsService } from './number-steps.service.js';

/** How citizens see a number: its display name and its business profile. */
@Injectable()
export class NumberProfileService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: NumberOnboardingRepository,
    private readonly steps: NumberStepsService,
    private readonly refreshes: NumberRefreshService,
    private readonly clock: Clock,
  ) {}

  /** Meta reviews the name. It is in force once approved and registered again. */
  async changeName(ctx: AgencyContext, numberId: Uuid, name: string): Promise<NumberDetails> {
    await this.steps.take(ctx, numberId, {
      name: 'display-name',
      entryType: 'agency.number.name_requested',
      isDue: (number) => !isNameOf(number, name),
      ask: (client, subject) => client.changeDisplayName(subject, name),
      record: (tx) => this.repository.setRequestedName(tx, numberId, name, 'PENDING_REVIEW'),
    });
    return this.get(ctx, numberId);
  }

  /** As it was when Meta was last asked, or asked now when it never was. */
  async profile(ctx: AgencyContext, numberId: Uuid): Promise<BusinessProfile> {
    const { profile } = await this.get(ctx, numberId);
    return profile ?? (await this.refreshes.refresh(ctx, numberId)).profile ?? {};
  }

  /** Fields that are absent stay as they are. */
  async changeProfile(ctx: AgencyContext, numberId: Uuid, changes: BusinessProfile): Promise<BusinessProfile> {
    await this.steps.take(ctx, numberId, {
      name: 'profile',
      entryType: 'agency.number.profile_changed',
      isDue: () => Object.keys(changes).length > 0,
      ask: async (client, subject) => {
        await client.changeProfile(subject, changes);
        return client.profile(subject);
      },
      record: (tx, profile) => this.repository.setProfile(tx, numberId, profile),
    });
    return (await this.get(ctx, numberId)).profile ?? {};
  }

  private get(ctx: AgencyContext, numberId: Uuid): Promise<NumberDetails> {
    return this.database.agencyTransaction(ctx, (tx) => this.repository.get(tx, numberId, this.clock.now()));
  }
}

function isNameOf({ requestedName, requestedNameStatus, verifiedName }: NumberDetails, name: string): boolean {
  if (requestedName === null) return verifiedName === name;
  return requestedName === name && requestedNameStatus === 'PENDING_REVIEW';
}

import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';
import type { WebhookChange } from '#libs/whatsapp';
import { NumberOnboardingRepository } from './number-onboarding.repository.js';

/**
 * What Meta tells about numbers and their account: a name was decided about, quality or throughput changed, the account was
 * restricted. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference
 */
const NEWS: ReadonlySet<string> = new Set([
  'phone_number_name_update',
  'phone_number_quality_update',
  'account_update',
]);

/**
 * Hears that something about an account's numbers changed, and has them asked about at once. The webhook itself is not
 * believed: it may come late, twice or in another order, and Meta's answer about the number is right whenever it is read.
 */
@Injectable()
export class NumberNews {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: NumberOnboardingRepository,
  ) {}

  async hear(ctx: AgencyContext, wabaId: string, changes: readonly WebhookChange[]): Promise<void> {
    if (!changes.some(({ field }) => NEWS.has(field))) return;
    await this.database.agencyTransaction(ctx, (tx) => this.repository.wantRefresh(tx, wabaId));
  }
}

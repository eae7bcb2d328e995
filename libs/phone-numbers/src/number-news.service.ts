import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, type Uuid } from '#libs/kernel';
import type { WebhookChange } from '#libs/whatsapp';
import { entriesOf, factsAfterUpgrade } from './number-facts.js';
import { NumberOnboardingRepository } from './number-onboarding.repository.js';
import { upgradedNumbers } from './throughput-upgrade.js';

/**
 * What Meta tells about numbers and their account: a name was decided about, quality or throughput changed, the account was
 * restricted. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference
 */
const NEWS: ReadonlySet<string> = new Set([
  'phone_number_name_update',
  'phone_number_quality_update',
  'account_update',
  'account_review_update',
  'business_capability_update',
  'business_username_updates',
  'security',
]);

/**
 * Hears that something about an account's numbers changed, and has them asked about at once: a webhook may come late, twice or
 * in another order, and Meta's answer about the number is right whenever it is read. Only an upgrade of throughput is believed
 * until that answer is there, because a number that works off a campaign should not wait for it.
 */
@Injectable()
export class NumberNews {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: NumberOnboardingRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async hear(ctx: AgencyContext, wabaId: string, changes: readonly WebhookChange[]): Promise<void> {
    const news = changes.filter(({ field }) => NEWS.has(field));
    if (news.length === 0) return;
    await this.database.agencyTransaction(ctx, async (tx) => {
      const upgraded = await this.repository.listByDigits(tx, wabaId, upgradedNumbers(news));
      for (const id of upgraded) await this.upgrade(tx, id);
      await this.repository.wantRefresh(tx, wabaId);
    });
  }

  /** Hearing it again changes nothing. */
  private async upgrade(tx: AgencyTx, id: Uuid): Promise<void> {
    const known = await this.repository.getLocked(tx, id, this.clock.now());
    const facts = factsAfterUpgrade(known);
    if (facts.throughputLevel === known.throughputLevel) return;
    await this.repository.setFacts(tx, id, facts, known.refreshedAt);
    const entries = entriesOf(known, facts);
    if (entries.length > 0) await this.audit.record(tx, entries);
  }
}

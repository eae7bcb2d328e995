import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, DomainError, systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import type { BusinessProfile, NumberFields } from '#libs/whatsapp';
import { AccountsClients } from './accounts-clients.service.js';
import { type DriftedField, driftOf, mergeDrift } from './drift.js';
import { meaningOf } from './graph-failure.js';
import type { NumberDetails, TokenState } from './number-details.js';
import { entriesOf, factsOf } from './number-facts.js';
import { NumberHistoryRepository } from './number-history.repository.js';
import { NumberOnboardingRepository } from './number-onboarding.repository.js';
import type { NumberForSending } from './phone-number.js';
import { PhoneNumbersService } from './phone-numbers.service.js';

interface Answers {
  readonly fields: NumberFields;
  readonly profile: BusinessProfile;
  readonly apps: readonly string[];
}

/** Quality and limits move slowly, and Meta counts calls. */
const SETTLED_MS = 6 * 3_600_000;

/** Asks Meta how a number stands, and believes it; what nobody announced is told to the agency. Safe to run at any time and beside itself. */
@Injectable()
export class NumberRefreshService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly numbers: PhoneNumbersService,
    private readonly repository: NumberOnboardingRepository,
    private readonly history: NumberHistoryRepository,
    private readonly clients: AccountsClients,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly logger: Logger,
  ) {}

  async refresh(ctx: AgencyContext, numberId: Uuid): Promise<NumberDetails> {
    return this.askAndRecord(ctx, numberId, { isSurprise: false });
  }

  /** What Meta told by webhook, and what a person asks about, is expected to have changed; anything else is drift. */
  private async askAndRecord(
    ctx: AgencyContext,
    numberId: Uuid,
    expectation: { readonly isSurprise: boolean },
  ): Promise<NumberDetails> {
    const access = await this.database.agencyTransaction(ctx, async (tx) => {
      const number = await this.numbers.forSending(tx, numberId);
      await this.repository.noteRefresh(tx, numberId, this.clock.now());
      return number;
    });
    let answers: Answers;
    try {
      answers = await this.ask(access);
    } catch (error) {
      const { error: refusal, tokenState } = meaningOf('refresh', error);
      if (tokenState) await this.recordToken(ctx, numberId, tokenState);
      throw refusal;
    }
    return this.database.agencyTransaction(ctx, (tx) => this.record(tx, numberId, answers, expectation));
  }

  /** Asks about numbers that wait for Meta's decision, and now and then about all others. @returns how many were asked about */
  async refreshDue(): Promise<number> {
    const now = this.clock.now().getTime();
    const due = await this.repository.listToRefreshAcrossAgencies(
      new Date(now - this.env.NUMBERS_REFRESH_MS),
      new Date(now - SETTLED_MS),
    );
    for (const { agencyId, id } of due) await this.refreshOrNote(systemContext(agencyId), id);
    return due.length;
  }

  /** One number that Meta does not answer for keeps no other from being asked about. */
  private async refreshOrNote(ctx: AgencyContext, numberId: Uuid): Promise<void> {
    // Noted in a transaction of its own: a number that cannot even be asked about must not come up again at once.
    const isAnnounced = await this.database.agencyTransaction(ctx, (tx) =>
      this.repository.noteRefresh(tx, numberId, this.clock.now()),
    );
    try {
      await this.askAndRecord(ctx, numberId, { isSurprise: !isAnnounced });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.info('number not refreshed', { agencyId: ctx.agencyId, numberId, code: error.code });
    }
  }

  private ask({ baseUrl, phoneNumberId, wabaId, accessToken }: NumberForSending): Promise<Answers> {
    return this.clients.with(baseUrl, async (client) => {
      const fields = await client.numberFields({ id: phoneNumberId, accessToken });
      const profile = await client.profile({ id: phoneNumberId, accessToken });
      const apps = await client.subscribedApps({ id: wabaId, accessToken });
      return { fields, profile, apps };
    });
  }

  private async record(
    tx: AgencyTx,
    numberId: Uuid,
    { fields, profile, apps }: Answers,
    { isSurprise }: { readonly isSurprise: boolean },
  ): Promise<NumberDetails> {
    const now = this.clock.now();
    const known = await this.repository.getLocked(tx, numberId, now);
    const facts = factsOf(known, fields);
    const hearsWebhooks = this.isOurs(apps);
    if (isSurprise) await this.recordDrift(tx, known, driftOf(known, { facts, profile, hearsWebhooks }), now);
    await this.repository.setFacts(tx, numberId, facts, now);
    await this.history.record(tx, numberId, facts, now);
    await this.repository.setProfile(tx, numberId, profile);
    await this.repository.setHearsWebhooks(tx, numberId, hearsWebhooks);
    await this.repository.setToken(tx, numberId, 'valid', now);
    // A registration whose answer was lost has gone through after all.
    if (facts.state === 'connected') await this.repository.keepCandidatePin(tx, numberId);
    const entries = entriesOf(known, facts);
    if (entries.length > 0) await this.audit.record(tx, entries);
    return this.repository.get(tx, numberId, now);
  }

  private async recordDrift(
    tx: AgencyTx,
    { id, drift, driftFoundAt }: NumberDetails,
    found: readonly DriftedField[],
    now: Date,
  ): Promise<void> {
    if (found.length === 0) return;
    await this.repository.setDrift(tx, id, mergeDrift(drift, found), driftFoundAt ?? now);
    await this.audit.record(tx, {
      type: 'agency.number.drift_found',
      target: { kind: 'phoneNumber', id },
      detail: { differences: found.map((one) => ({ ...one })) },
    });
  }

  /** Somebody has looked at what was found; the next surprise counts anew. */
  async acknowledgeDrift(ctx: AgencyContext, numberId: Uuid): Promise<NumberDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const now = this.clock.now();
      const { drift } = await this.repository.getLocked(tx, numberId, now);
      if (drift.length > 0) {
        await this.repository.setDrift(tx, numberId, [], now);
        await this.audit.record(tx, {
          type: 'agency.number.drift_seen',
          target: { kind: 'phoneNumber', id: numberId },
          detail: { fields: drift.map(({ field }) => field) },
        });
      }
      return this.repository.get(tx, numberId, now);
    });
  }

  /** Without the id of our app, any app that hears the account is taken for ours. */
  private isOurs(apps: readonly string[]): boolean {
    return this.env.META_APP_ID === '' ? apps.length > 0 : apps.includes(this.env.META_APP_ID);
  }

  private async recordToken(ctx: AgencyContext, numberId: Uuid, state: TokenState): Promise<void> {
    await this.database.agencyTransaction(ctx, (tx) => this.repository.setToken(tx, numberId, state, this.clock.now()));
  }
}

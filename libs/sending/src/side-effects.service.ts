import { Injectable } from '@nestjs/common';
import { ConsentsService } from '#libs/consent';
import type { AgencyTx } from '#libs/database';
import { PhoneNumbersService, type SendingNumber } from '#libs/phone-numbers';
import { TemplatesService } from '#libs/templates';
import type { SendRefused } from '#libs/whatsapp';
import type { SettledAttempt } from './attempt.js';
import { CODE_STOPPED_MARKETING, ERROR_ACTIONS, NUMBER_CONFIGURATION_CODES } from './error-actions.js';

type Refusal = SettledAttempt & { readonly outcome: SendRefused };

/** What a refusal does to the phone number, the template or the citizen's choices, beyond the message itself. */
@Injectable()
export class SideEffects {
  constructor(
    private readonly numbers: PhoneNumbersService,
    private readonly templates: TemplatesService,
    private readonly consents: ConsentsService,
  ) {}

  async apply(tx: AgencyTx, number: SendingNumber, settled: readonly SettledAttempt[], now: Date): Promise<void> {
    const refusals = settled.filter((one): one is Refusal => one.outcome.kind === 'refused');
    await this.holdNumber(tx, number, refusals, now);
    await this.holdBulk(tx, number, refusals, now);
    await this.holdTemplates(tx, refusals, now);
    await this.recordOptOuts(tx, refusals, now);
  }

  /** The longest hold of the batch wins: one statement, however many messages met the same refusal. */
  private async holdNumber(
    tx: AgencyTx,
    number: SendingNumber,
    refusals: readonly Refusal[],
    now: Date,
  ): Promise<void> {
    const holds = refusals.flatMap(({ outcome }) => {
      const { number: action, holdTemplateMs } = ERROR_ACTIONS[outcome.errorClass];
      const isConfiguration = NUMBER_CONFIGURATION_CODES.has(outcome.error.code);
      const hold = isConfiguration ? { holdMs: holdTemplateMs ?? 0, reason: 'configuration' } : action;
      return hold ? [hold] : [];
    });
    const longest = holds.toSorted((a, b) => b.holdMs - a.holdMs)[0];
    if (!longest) return;
    const until = new Date(now.getTime() + longest.holdMs);
    await this.numbers.hold(tx, number.id, { reason: longest.reason, until });
  }

  private async holdBulk(tx: AgencyTx, number: SendingNumber, refusals: readonly Refusal[], now: Date): Promise<void> {
    const hold = refusals.map(({ outcome }) => ERROR_ACTIONS[outcome.errorClass].bulk).find((one) => one !== undefined);
    if (!hold) return;
    const until = new Date(now.getTime() + hold.holdMs);
    await this.numbers.holdBulk(tx, number.id, { reason: hold.reason, until });
  }

  private async holdTemplates(tx: AgencyTx, refusals: readonly Refusal[], now: Date): Promise<void> {
    const held = new Map<string, number>();
    for (const { attempt, outcome } of refusals) {
      const holdMs = ERROR_ACTIONS[outcome.errorClass].holdTemplateMs;
      const isAboutTemplate = holdMs && attempt.templateId && !NUMBER_CONFIGURATION_CODES.has(outcome.error.code);
      if (isAboutTemplate && attempt.templateId) held.set(attempt.templateId, holdMs);
    }
    for (const [templateId, holdMs] of held) {
      await this.templates.hold(tx, templateId, new Date(now.getTime() + holdMs));
    }
  }

  private async recordOptOuts(tx: AgencyTx, refusals: readonly Refusal[], now: Date): Promise<void> {
    for (const { attempt, outcome } of refusals) {
      if (outcome.error.code !== CODE_STOPPED_MARKETING) continue;
      await this.consents.recordProviderStopIn(tx, { contactId: attempt.contactId, at: now });
    }
  }
}

import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import { type Addressee, ContactsService } from '#libs/contacts';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { ConsentRecorder } from './consent-recorder.js';
import { groupBy } from './group-by.js';
import { type Choice, type ChoiceFacts, draftOf, planStart, planStop } from './opt-out-plan.js';
import { PurposesService } from './purposes.service.js';
import { type StoredSuppression, SuppressionsRepository } from './suppressions.repository.js';
import { SuppressionsService } from './suppressions.service.js';

/** Citizens who stop messages and start them again. The number of statements does not depend on how many do. */
@Injectable()
export class OptOutsService {
  constructor(
    private readonly repository: SuppressionsRepository,
    private readonly suppressions: SuppressionsService,
    private readonly recorder: ConsentRecorder,
    private readonly purposes: PurposesService,
    private readonly contacts: ContactsService,
    private readonly audit: AuditService,
  ) {}

  /** Which of these people, each named once, had something to stop. */
  async stop(tx: AgencyTx, choices: readonly Choice[]): Promise<Set<Uuid>> {
    const plans = (await this.gather(tx, choices)).map(({ choice, facts }) => ({ choice, ...planStop(choice, facts) }));
    const rows = plans.flatMap(({ suppressions }) => suppressions);
    const events = plans.flatMap((plan) => plan.events);
    if (rows.length > 0) await this.repository.insert(tx, rows);
    const stopped = plans.filter(({ suppressions }) => suppressions.length > 0);
    await this.audit.record(
      tx,
      stopped.map(({ choice, events: changed }) => entryOf('suppression.added', choice, changed)),
    );
    await this.recorder.append(tx, events);
    if (rows.length > 0 && events.length === 0) await this.repository.bumpEpoch(tx);
    return changedOf(plans.map((plan) => [plan.choice, plan.suppressions.length + plan.events.length]));
  }

  /** Which of these people, each named once, had stopped and may be written to again. */
  async start(tx: AgencyTx, choices: readonly Choice[]): Promise<Set<Uuid>> {
    const plans = (await this.gather(tx, choices)).map(({ choice, facts }) => ({
      choice,
      ...planStart(choice, facts),
    }));
    const lifted = plans.flatMap((plan) => plan.lifted);
    if (lifted.length > 0) await this.repository.lift(tx, lifted);
    await this.recorder.append(
      tx,
      plans.flatMap(({ events }) => events),
    );
    const started = plans.filter((plan) => plan.lifted.length + plan.events.length > 0);
    await this.audit.record(
      tx,
      started.map(({ choice, events }) => entryOf('suppression.removed', choice, events)),
    );
    return changedOf(plans.map((plan) => [plan.choice, plan.lifted.length + plan.events.length]));
  }

  /**
   * The citizen stopped marketing inside WhatsApp, and Meta said so by refusing a message.
   * Error 131050: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
   */
  async stopMarketing(tx: AgencyTx, choice: Choice): Promise<boolean> {
    await this.contacts.lock(tx, [choice.contactId]);
    const known = await this.providerOptOuts(tx, choice.contactId);
    if (known.some(({ until }) => until !== null && until > choice.at)) return false;
    const scope = { kind: 'category', category: 'marketing' } as const;
    const isAdded = await this.suppressions.addIn(tx, { ...choice, scope, reason: 'provider_optout' });
    const states = await this.recorder.listStates(tx, [choice.contactId]);
    const granted = new Set(
      states.filter(({ state, since }) => state === 'granted' && since <= choice.at).map(({ purposeId }) => purposeId),
    );
    const purposes = await this.purposes.listActive(tx);
    const events = purposes
      .filter(({ id, category }) => category === 'marketing' && granted.has(id))
      .map((purpose) => draftOf(choice, purpose, 'withdrawn'));
    await this.recorder.append(tx, events);
    return isAdded || events.length > 0;
  }

  /**
   * The citizen takes marketing back inside WhatsApp. Only what they stopped there is lifted: consent that the agency needs
   * of its own stays withdrawn until it is given again.
   */
  async resumeMarketing(tx: AgencyTx, choice: Choice): Promise<boolean> {
    await this.contacts.lock(tx, [choice.contactId]);
    const lifted = (await this.providerOptOuts(tx, choice.contactId))
      .filter(({ until, since }) => until === null && since <= choice.at)
      .map(({ id }) => ({ id, until: choice.at }));
    if (lifted.length === 0) return false;
    await this.repository.lift(tx, lifted);
    await this.audit.record(tx, { ...entryOf('suppression.removed', choice, []), reason: 'provider-optout' });
    return true;
  }

  private async providerOptOuts(tx: AgencyTx, contactId: Uuid): Promise<StoredSuppression[]> {
    const addressee = (await this.contacts.addressees(tx, [contactId])).get(contactId);
    return addressee ? this.repository.listProviderOptOuts(tx, hmacsOf(addressee)) : [];
  }

  private async gather(tx: AgencyTx, choices: readonly Choice[]): Promise<{ choice: Choice; facts: ChoiceFacts }[]> {
    if (choices.length === 0) return [];
    const ids = choices.map(({ contactId }) => contactId);
    await this.contacts.lock(tx, ids);
    const addressees = await this.contacts.addressees(tx, ids);
    const subjects = await this.contacts.subjects(tx, addressees.values());
    const optOuts = await this.repository.listOptOuts(tx, [...addressees.values()].flatMap(hmacsOf));
    const states = groupBy(await this.recorder.listStates(tx, ids), ({ contactId }) => contactId);
    const purposes = await this.purposes.listActive(tx);
    return choices.flatMap((choice) => {
      const addressee = addressees.get(choice.contactId);
      if (!addressee) return [];
      const facts: ChoiceFacts = {
        subjects: subjects.get(choice.contactId) ?? [],
        optOuts: optOuts.filter(({ subjectHmac }) => hmacsOf(addressee).some((hmac) => hmac.equals(subjectHmac))),
        states: states.get(choice.contactId) ?? [],
        purposes,
      };
      return [{ choice, facts }];
    });
  }
}

function hmacsOf({ suppressionHmacs }: Addressee): readonly Buffer[] {
  return suppressionHmacs;
}

function changedOf(counts: readonly (readonly [Choice, number])[]): Set<Uuid> {
  return new Set(counts.filter(([, count]) => count > 0).map(([{ contactId }]) => contactId));
}

function entryOf(
  type: 'suppression.added' | 'suppression.removed',
  { contactId, method, numberId }: Choice,
  events: readonly { readonly purpose: { readonly id: Uuid } | null }[],
): AuditAction {
  // The commitment of the one entry covers every purpose that the choice changed.
  const purposes = events.flatMap(({ purpose }) => (purpose ? [purpose.id] : []));
  return {
    type,
    reason: 'optout',
    target: { kind: 'contact', id: contactId },
    actor: { kind: 'citizen', id: contactId },
    detail: { method, purposes, ...(numberId && { number: numberId }) },
  };
}

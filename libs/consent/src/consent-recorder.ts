import { Injectable } from '@nestjs/common';
import { type AuditAction, type AuditEntryType, AuditService } from '#libs/audit';
import { ContactsService } from '#libs/contacts';
import { FieldSealer, KeyRing, kidOf } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { type Actor, newId, type Uuid } from '#libs/kernel';
import type { ConsentEventName, ConsentState, NewConsentEvent, OptIn } from './consent-event.js';
import { ConsentEventsRepository } from './consent-events.repository.js';
import { SuppressionsRepository } from './suppressions.repository.js';

export interface Evidence {
  readonly text: string;
  /** Of the contact: what proves a consent is about a person and goes when they are erased. */
  readonly salt: Buffer;
}

/** An event about to be recorded. */
export interface ConsentDraft extends Omit<NewConsentEvent, 'evidenceSealed' | 'collectedBy'> {
  readonly actor: Actor;
  readonly basis?: string;
  readonly evidence?: Evidence;
}

/** What the audit log calls each event; lifting an objection is told by the entry of the suppression that goes with it. */
const ENTRY_TYPES: Readonly<Partial<Record<ConsentEventName, AuditEntryType>>> = {
  granted: 'consent.granted',
  withdrawn: 'consent.withdrawn',
  objected: 'privacy.objection.recorded',
};

const STOPS: ReadonlySet<ConsentEventName> = new Set(['withdrawn', 'objected']);

/** Writes consent events with what belongs to them: sealed evidence, projections, audit entries, and word to the workers. */
@Injectable()
export class ConsentRecorder {
  constructor(
    private readonly repository: ConsentEventsRepository,
    private readonly suppressions: SuppressionsRepository,
    private readonly contacts: ContactsService,
    private readonly audit: AuditService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
  ) {}

  async append(tx: AgencyTx, drafts: readonly ConsentDraft[]): Promise<void> {
    if (drafts.length === 0) return;
    const sealed = await this.sealEvidence(tx, drafts);
    const stops = drafts.filter(({ event }) => STOPS.has(event));
    const mirrored = await this.mirror(tx, stops);
    await this.repository.append(tx, [
      ...drafts.map((draft, index) => ({ ...draft, collectedBy: draft.actor, evidenceSealed: sealed[index] ?? null })),
      ...mirrored,
    ]);
    await this.audit.record(tx, drafts.flatMap(auditOf));
    if (stops.length > 0) await this.suppressions.bumpEpoch(tx);
  }

  /** What waits to be sent may still name a contact that this one took up; a stop holds for it as well. */
  private async mirror(tx: AgencyTx, stops: readonly ConsentDraft[]): Promise<NewConsentEvent[]> {
    if (stops.length === 0) return [];
    const takenUp = await this.contacts.takenUpBy(tx, [...new Set(stops.map(({ contactId }) => contactId))]);
    return takenUp.flatMap(({ from, into }) =>
      stops
        .filter(({ contactId }) => contactId === into)
        .map((stop) => ({ ...stop, id: newId(), contactId: from, collectedBy: stop.actor, evidenceSealed: null })),
    );
  }

  async listStates(tx: AgencyTx, contactIds: readonly Uuid[]): Promise<ConsentState[]> {
    return this.repository.listStates(tx, contactIds);
  }

  async findOptIn(tx: AgencyTx, contactId: Uuid): Promise<OptIn | null> {
    return this.repository.findOptIn(tx, contactId);
  }

  /** The current opt-in when it is this very one, so that a repeated request adds nothing. */
  async findSameOptIn(tx: AgencyTx, draft: ConsentDraft): Promise<OptIn | null> {
    const current = await this.repository.findOptIn(tx, draft.contactId);
    if (!current || current.method !== draft.method || current.at.getTime() !== draft.at.getTime()) return null;
    const { eventId, evidenceSealed } = current;
    if (!evidenceSealed || !draft.evidence) return evidenceSealed || draft.evidence ? null : current;
    const keys = await this.keyRing.load(tx.agencyId, [kidOf(evidenceSealed)]);
    const place = evidencePlace(tx.agencyId, eventId);
    const known = this.sealer.openForPerson(keys, draft.evidence.salt, place, evidenceSealed).toString('utf8');
    return known === draft.evidence.text ? current : null;
  }

  private async sealEvidence(tx: AgencyTx, drafts: readonly ConsentDraft[]): Promise<(Buffer | null)[]> {
    if (drafts.every(({ evidence }) => !evidence)) return [];
    const keys = await this.keyRing.load(tx.agencyId);
    return drafts.map(({ id, evidence }) =>
      evidence ? this.sealer.sealForPerson(keys, evidence.salt, evidencePlace(tx.agencyId, id), evidence.text) : null,
    );
  }
}

function evidencePlace(agencyId: Uuid, eventId: Uuid) {
  return { table: 'consent_events', column: 'evidence_sealed', rowId: eventId, agencyId };
}

function auditOf({ event, purpose, contactId, method, basis, actor }: ConsentDraft): AuditAction[] {
  const subject = { subjectId: contactId, actor, detail: { contact: contactId, method } };
  if (!purpose) return [{ ...subject, type: 'consent.evidence.attached', target: { kind: 'contact', id: contactId } }];
  const type = ENTRY_TYPES[event];
  return type ? [{ ...subject, type, basis, target: { kind: 'purpose', id: purpose.id } }] : [];
}

import { Injectable } from '@nestjs/common';
import { ContactsService } from '#libs/contacts';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { ConsentEventsRepository, type GateRow } from './consent-events.repository.js';
import { decide, type GateFacts, type GatePurpose, type GateVerdict } from './gate.js';
import { groupBy } from './group-by.js';
import { type StoredSuppression, SuppressionsRepository } from './suppressions.repository.js';

/** One message that somebody wants to send. */
export interface GateRequest {
  /** Null for somebody who is not a contact. */
  readonly contactId: Uuid | null;
  readonly suppressionHmacs: readonly Buffer[];
  readonly purpose: GatePurpose;
  readonly phoneNumberId: Uuid;
  readonly content: 'template' | 'free-form';
  readonly at: Date;
}

export type Right = Extract<GateVerdict, { allowed: true }>;

/** Asks whether messages may be sent: at accept, and again right before they leave. */
@Injectable()
export class ConsentGate {
  constructor(
    private readonly events: ConsentEventsRepository,
    private readonly suppressions: SuppressionsRepository,
    private readonly contacts: ContactsService,
  ) {}

  /** One verdict per request, in order, with three statements in one round trip however many there are. */
  async assess(tx: AgencyTx, requests: readonly GateRequest[]): Promise<GateVerdict[]> {
    if (requests.length === 0) return [];
    const known = requests.flatMap(({ contactId, purpose, phoneNumberId }, place) =>
      contactId ? [{ place, contactId, purposeId: purpose.id, phoneNumberId }] : [],
    );
    const [suppressed, rows, windows] = await Promise.all([
      this.suppressedBy(tx, requests),
      known.length > 0 ? this.events.listForGate(tx, known) : new Map<number, GateRow>(),
      this.contacts.windowsOf(tx, known),
    ]);
    const lastInbound = new Map(known.map(({ place }, index) => [place, windows[index] ?? null]));
    return requests.map((request, place) =>
      decide(factsOf(request, suppressed, rows.get(place), lastInbound.get(place) ?? null)),
    );
  }

  private async suppressedBy(
    tx: AgencyTx,
    requests: readonly GateRequest[],
  ): Promise<Map<string, StoredSuppression[]>> {
    const hmacs = requests.flatMap(({ suppressionHmacs }) => suppressionHmacs);
    if (hmacs.length === 0) return new Map();
    return groupBy(await this.suppressions.listInForce(tx, hmacs), ({ subjectHmac }) => keyOf(subjectHmac));
  }
}

function factsOf(
  { suppressionHmacs, purpose, content, at }: GateRequest,
  suppressed: ReadonlyMap<string, readonly StoredSuppression[]>,
  row: GateRow | undefined,
  lastInboundAt: Date | null,
): GateFacts {
  return {
    purpose,
    content,
    at,
    // Hardly anybody is suppressed, and a key to look under costs more than to see that there is nothing to find.
    suppressions: suppressed.size === 0 ? [] : suppressionHmacs.flatMap((hmac) => suppressed.get(keyOf(hmac)) ?? []),
    consent: row?.consent ?? null,
    optInEventId: row?.optInEventId ?? null,
    lastInboundAt,
  };
}

function keyOf(hmac: Buffer): string {
  return hmac.toString('base64');
}

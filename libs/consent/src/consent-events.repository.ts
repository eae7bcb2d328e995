import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import {
  type ConsentMethod,
  type ConsentState,
  type NewConsentEvent,
  type OptIn,
  STATE_AFTER,
} from './consent-event.js';
import type { ConsentFact, ConsentStateName } from './gate.js';

interface StateRow {
  contact_id: string;
  purpose_id: string;
  state: ConsentStateName;
  since: Date;
  last_event_id: string;
  collected_by_kind: string;
}

interface OptInRow {
  method: ConsentMethod;
  given_at: Date;
  last_event_id: string;
  evidence_sealed: Buffer | null;
}

interface StoredGateRow {
  place: number;
  state: ConsentStateName | null;
  since: Date;
  expires_at: Date | null;
  last_event_id: string;
  opt_in: string | null;
}

export interface GateRow {
  readonly consent: ConsentFact | null;
  readonly optInEventId: Uuid | null;
}

const STATEFUL = Object.keys(STATE_AFTER);
const STATES = Object.values(STATE_AFTER);

/**
 * The only file that touches `consent_events`, `consent_state` and `whatsapp_opt_ins`. The state of a person for a purpose
 * is that of the event with the greatest (occurred_at, id): the same rule whether it is kept up or rebuilt, and whatever
 * the order in which events come.
 */
@Injectable()
export class ConsentEventsRepository {
  async append(tx: AgencyTx, events: readonly NewConsentEvent[]): Promise<void> {
    await tx.execute(
      `INSERT INTO consent_events (agency_id, id, contact_id, purpose_id, purpose_version, event, method, occurred_at,
         collected_by_kind, collected_by_id, evidence_sealed, meta_optin)
       SELECT $1, e.id, e.contact_id, e.purpose_id, e.purpose_version, e.event, e.method, e.occurred_at, e.by_kind, e.by_id,
         e.evidence_sealed, e.purpose_id IS NULL
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::text[], $7::text[], $8::timestamptz[], $9::text[],
         $10::uuid[], $11::bytea[]) AS e (id, contact_id, purpose_id, purpose_version, event, method, occurred_at, by_kind,
         by_id, evidence_sealed)`,
      [
        tx.agencyId,
        events.map(({ id }) => id),
        events.map(({ contactId }) => contactId),
        events.map(({ purpose }) => purpose?.id ?? null),
        events.map(({ purpose }) => purpose?.version ?? null),
        events.map(({ event }) => event),
        events.map(({ method }) => method),
        events.map(({ at }) => at),
        events.map(({ collectedBy }) => collectedBy.kind),
        events.map(({ collectedBy }) => collectedBy.id),
        events.map(({ evidenceSealed }) => evidenceSealed),
      ],
    );
    await this.project(tx, events);
  }

  async listStates(tx: AgencyTx, contactIds: readonly Uuid[]): Promise<ConsentState[]> {
    const rows = await tx.query<StateRow>(
      `SELECT s.contact_id, s.purpose_id, s.state, s.since, s.last_event_id, e.collected_by_kind
       FROM consent_state s JOIN consent_events e ON e.agency_id = s.agency_id AND e.id = s.last_event_id
       WHERE s.agency_id = $1 AND s.contact_id = ANY ($2::uuid[]) AND s.channel = 'whatsapp'`,
      [tx.agencyId, contactIds],
    );
    return rows.map((row) => ({
      contactId: row.contact_id,
      purposeId: row.purpose_id,
      state: row.state,
      since: row.since,
      eventId: row.last_event_id,
      collectedByKind: row.collected_by_kind,
    }));
  }

  /** Consent and opt-in of each person for each purpose in one statement, because the gate asks twice for every message. */
  async listForGate(
    tx: AgencyTx,
    wanted: readonly { place: number; contactId: Uuid; purposeId: Uuid }[],
  ): Promise<Map<number, GateRow>> {
    const rows = await tx.query<StoredGateRow>(
      `SELECT w.place, s.state, s.since, s.expires_at, s.last_event_id, o.last_event_id AS opt_in
       FROM unnest($2::int[], $3::uuid[], $4::uuid[]) AS w (place, contact_id, purpose_id)
       -- One at a time by their keys: joined as sets, a table without statistics may be read whole for a handful of people.
       LEFT JOIN LATERAL (SELECT s.state, s.since, s.expires_at, s.last_event_id FROM consent_state s WHERE s.agency_id = $1
         AND s.contact_id = w.contact_id AND s.purpose_id = w.purpose_id AND s.channel = 'whatsapp' LIMIT 1) AS s ON true
       LEFT JOIN LATERAL (SELECT o.last_event_id FROM whatsapp_opt_ins o
         WHERE o.agency_id = $1 AND o.contact_id = w.contact_id LIMIT 1) AS o ON true`,
      [
        tx.agencyId,
        wanted.map(({ place }) => place),
        wanted.map(({ contactId }) => contactId),
        wanted.map(({ purposeId }) => purposeId),
      ],
    );
    return new Map(rows.map((row) => [row.place, { consent: consentOf(row), optInEventId: row.opt_in }]));
  }

  async findOptIn(tx: AgencyTx, contactId: Uuid): Promise<(OptIn & { evidenceSealed: Buffer | null }) | null> {
    const rows = await tx.query<OptInRow>(
      `SELECT o.method, o.given_at, o.last_event_id, e.evidence_sealed
       FROM whatsapp_opt_ins o JOIN consent_events e ON e.agency_id = o.agency_id AND e.id = o.last_event_id
       WHERE o.agency_id = $1 AND o.contact_id = $2`,
      [tx.agencyId, contactId],
    );
    const row = rows[0];
    if (!row) return null;
    return { method: row.method, at: row.given_at, eventId: row.last_event_id, evidenceSealed: row.evidence_sealed };
  }

  /** Empties both projections of the agency and makes them anew from the events. */
  async rebuild(tx: AgencyTx): Promise<void> {
    await tx.execute('DELETE FROM consent_state WHERE agency_id = $1', [tx.agencyId]);
    await tx.execute('DELETE FROM whatsapp_opt_ins WHERE agency_id = $1', [tx.agencyId]);
    await this.projectStates(tx, null);
    await this.projectOptIns(tx, null);
  }

  private async project(tx: AgencyTx, events: readonly NewConsentEvent[]): Promise<void> {
    const optIns = events.filter(({ purpose }) => purpose === null).map(({ id }) => id);
    if (optIns.length > 0) await this.projectOptIns(tx, optIns);
    const choices = events.filter(({ purpose }) => purpose !== null).map(({ id }) => id);
    if (choices.length > 0) await this.projectStates(tx, choices);
  }

  /** From the events named, or from all of them. */
  private async projectStates(tx: AgencyTx, eventIds: readonly Uuid[] | null): Promise<void> {
    await tx.execute(
      `INSERT INTO consent_state AS s (agency_id, contact_id, purpose_id, channel, state, since, expires_at, last_event_id)
       SELECT DISTINCT ON (e.contact_id, e.purpose_id, e.channel)
         e.agency_id, e.contact_id, e.purpose_id, e.channel, m.state, e.occurred_at, e.expires_at, e.id
       FROM consent_events e JOIN unnest($3::text[], $4::text[]) AS m (event, state) ON m.event = e.event
       WHERE e.agency_id = $1 AND e.purpose_id IS NOT NULL AND ($2::uuid[] IS NULL OR e.id = ANY ($2))
       ORDER BY e.contact_id, e.purpose_id, e.channel, e.occurred_at DESC, e.id DESC
       ON CONFLICT (agency_id, contact_id, purpose_id, channel) DO UPDATE
         SET state = excluded.state, since = excluded.since, expires_at = excluded.expires_at,
           last_event_id = excluded.last_event_id
         WHERE (s.since, s.last_event_id) < (excluded.since, excluded.last_event_id)`,
      [tx.agencyId, eventIds, STATEFUL, STATES],
    );
  }

  private async projectOptIns(tx: AgencyTx, eventIds: readonly Uuid[] | null): Promise<void> {
    await tx.execute(
      `INSERT INTO whatsapp_opt_ins AS o (agency_id, contact_id, method, given_at, last_event_id)
       SELECT DISTINCT ON (e.contact_id) e.agency_id, e.contact_id, e.method, e.occurred_at, e.id
       FROM consent_events e
       WHERE e.agency_id = $1 AND e.purpose_id IS NULL AND e.meta_optin AND e.event = 'granted'
         AND ($2::uuid[] IS NULL OR e.id = ANY ($2))
       ORDER BY e.contact_id, e.occurred_at DESC, e.id DESC
       ON CONFLICT (agency_id, contact_id) DO UPDATE
         SET method = excluded.method, given_at = excluded.given_at, last_event_id = excluded.last_event_id
         WHERE (o.given_at, o.last_event_id) < (excluded.given_at, excluded.last_event_id)`,
      [tx.agencyId, eventIds],
    );
  }
}

function consentOf({ state, since, expires_at, last_event_id }: StoredGateRow): ConsentFact | null {
  return state ? { state, since, expiresAt: expires_at, eventId: last_event_id } : null;
}

import { Injectable } from '@nestjs/common';
import { type AgencyStanding, agencySuspended, guestsOnly, StandingService } from '#libs/agencies';
import { type Addressee, ContactsService, type KnownContact } from '#libs/contacts';
import type { AgencyTx } from '#libs/database';
import { DomainError, type Mode, type Uuid } from '#libs/kernel';
import type { SendRequest } from './send-request.js';

/** What the gate looks at of a checked request. */
export interface Approach {
  readonly request: Pick<SendRequest, 'recipient'>;
  readonly number: { readonly mode: Mode };
  readonly contact: KnownContact | null;
}

/** An agency on trial writes to its guests only, and to them not without end. Sandbox numbers reach no citizen and are free. */
@Injectable()
export class TrialGate {
  constructor(
    private readonly standings: StandingService,
    private readonly contacts: ContactsService,
  ) {}

  /** @throws DomainError `agency-suspended`: nothing is accepted that would not be sent */
  async standing(tx: AgencyTx): Promise<AgencyStanding> {
    const standing = await this.standings.of(tx);
    if (!standing.maySend) throw agencySuspended();
    return standing;
  }

  /** Puts a refusal in the place of each request to somebody who is no guest. At most two statements, none outside a trial. */
  async guestsOnly<T extends Approach>(
    tx: AgencyTx,
    standing: AgencyStanding,
    checked: readonly (T | DomainError)[],
  ): Promise<(T | DomainError)[]> {
    if (!standing.isTrial) return [...checked];
    const known = checked.flatMap((one) => (one instanceof DomainError || !one.contact ? [] : [one.contact.id]));
    const addressees = await this.contacts.addressees(tx, [...new Set(known)]);
    return checked.map((one) =>
      one instanceof DomainError || isFree(one) || standing.admits(phoneOf(one, addressees)) ? one : guestsOnly(),
    );
  }

  /** Counts the requests towards the day, and refuses those for which there is no room any more. */
  async withinDay<T extends Approach>(
    tx: AgencyTx,
    standing: AgencyStanding,
    entitled: readonly (T | DomainError)[],
  ): Promise<(T | DomainError)[]> {
    if (!standing.isTrial) return [...entitled];
    const counts = (one: T | DomainError) => !(one instanceof DomainError) && !isFree(one);
    let room = await this.standings.take(tx, standing, entitled.filter(counts).length);
    return entitled.map((one) => (!counts(one) || room-- > 0 ? one : this.standings.limitReached(standing)));
  }
}

function isFree({ number }: Approach): boolean {
  return number.mode === 'sandbox';
}

/** Of a contact it is the stored phone that a message goes to. */
function phoneOf({ request, contact }: Approach, addressees: ReadonlyMap<Uuid, Addressee>): string | null {
  if (contact) return addressees.get(contact.id)?.phone ?? null;
  return 'phone' in request.recipient ? request.recipient.phone : null;
}

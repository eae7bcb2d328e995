import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { type AgencyKeys, FieldSealer, KeyRing } from '#libs/crypto';
import { AgencyDatabase, violatedUnique } from '#libs/database';
import { type AgencyContext, newId, notFound, type Uuid } from '#libs/kernel';
import { guestKnown, tooManyGuests } from './agencies.errors.js';
import { guestIndex } from './standing.js';
import { MAX_GUESTS, type NewTrialGuest, type TrialGuest } from './trial-guest.js';
import { type GuestRow, TrialGuestsRepository } from './trial-guests.repository.js';

/** The phone numbers to which an agency on trial may write. */
@Injectable()
export class TrialGuestsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: TrialGuestsRepository,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly audit: AuditService,
  ) {}

  async add(ctx: AgencyContext, guest: NewTrialGuest): Promise<TrialGuest> {
    const keys = await this.keyRing.load(ctx.agencyId);
    const id = newId();
    const row = {
      id,
      phoneSealed: this.sealer.sealForAgency(keys, placeOf(keys, id, 'phone_sealed'), guest.phone),
      phoneIndex: guestIndex(keys.current('index').key, guest.phone),
      nameSealed: guest.name ? this.sealer.sealForAgency(keys, placeOf(keys, id, 'name_sealed'), guest.name) : null,
    };
    try {
      await this.database.agencyTransaction(ctx, async (tx) => {
        if ((await this.repository.lockCount(tx)) >= MAX_GUESTS) throw tooManyGuests(MAX_GUESTS);
        await this.repository.insert(tx, row);
        await this.audit.record(tx, { type: 'agency.guest.added', target: { kind: 'trialGuest', id } });
      });
    } catch (error) {
      throw violatedUnique(error) === 'trial_guests_phone_key' ? guestKnown() : error;
    }
    return { id, phone: guest.phone, name: guest.name ?? null, createdAt: new Date() };
  }

  async list(ctx: AgencyContext): Promise<TrialGuest[]> {
    const keys = await this.keyRing.load(ctx.agencyId);
    const rows = await this.database.agencyTransaction(ctx, (tx) => this.repository.list(tx));
    return rows.map((row) => this.toGuest(keys, row));
  }

  /** What was accepted for this number and is not sent yet is suppressed when its turn comes. */
  async remove(ctx: AgencyContext, id: Uuid): Promise<void> {
    await this.database.agencyTransaction(ctx, async (tx) => {
      if (!(await this.repository.remove(tx, id))) throw notFound();
      await this.audit.record(tx, { type: 'agency.guest.removed', target: { kind: 'trialGuest', id } });
    });
  }

  private toGuest(keys: AgencyKeys, { id, phoneSealed, nameSealed, createdAt }: GuestRow): TrialGuest {
    const open = (column: string, blob: Buffer) =>
      this.sealer.openForAgency(keys, placeOf(keys, id, column), blob).toString('utf8');
    const name = nameSealed ? open('name_sealed', nameSealed) : null;
    return { id, phone: open('phone_sealed', phoneSealed), name, createdAt };
  }
}

function placeOf({ agencyId }: AgencyKeys, rowId: Uuid, column: string) {
  return { table: 'trial_guests', column, rowId, agencyId };
}

import { Injectable } from '@nestjs/common';
import { FieldSealer, KeyRing, kidOf } from '#libs/crypto';
import { PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';

/** Opens and seals what `users` holds of a person, under the platform's keys. */
@Injectable()
export class PeopleSealer {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
  ) {}

  async open(id: Uuid, row: { email_sealed: Buffer; name_sealed: Buffer }): Promise<{ email: string; name: string }> {
    const keys = await this.keyRing.load(PLATFORM_AGENCY_ID, [kidOf(row.email_sealed), kidOf(row.name_sealed)]);
    const open = (column: string, blob: Buffer) => this.sealer.openForAgency(keys, place(id, column), blob).toString();
    return { email: open('email_sealed', row.email_sealed), name: open('name_sealed', row.name_sealed) };
  }

  async sealName(id: Uuid, name: string): Promise<Buffer> {
    const keys = await this.keyRing.load(PLATFORM_AGENCY_ID);
    return this.sealer.sealForAgency(keys, place(id, 'name_sealed'), name.trim());
  }
}

function place(rowId: Uuid, column: string) {
  return { table: 'users', column, rowId, agencyId: PLATFORM_AGENCY_ID };
}

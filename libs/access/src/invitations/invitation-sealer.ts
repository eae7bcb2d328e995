import { Injectable } from '@nestjs/common';
import { FieldSealer, KeyRing, kidOf } from '#libs/crypto';
import type { Uuid } from '#libs/kernel';
import { emailIndex } from '../email.js';
import type { Invitation } from './invitation.js';
import type { InvitationRow } from './invitations.repository.js';

/** Whom an agency invites is sealed under the keys of that agency. */
@Injectable()
export class InvitationSealer {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
  ) {}

  async seal(agencyId: Uuid, id: Uuid, { email, name }: { email: string; name?: string }) {
    const keys = await this.keyRing.load(agencyId);
    const seal = (column: string, text: string) =>
      this.sealer.sealForAgency(keys, { table: 'invitations', column, rowId: id, agencyId }, text);
    return {
      emailSealed: seal('email_sealed', email),
      emailIndex: emailIndex(keys.current('index').key, email),
      /** By each readable key, so that an invitation from before a rotation is still found. */
      emailIndexes: keys.all('index').map(({ key }) => emailIndex(key, email)),
      nameSealed: name === undefined ? null : seal('name_sealed', name.trim()),
    };
  }

  /** Keys are loaded once for all of them. */
  async open(agencyId: Uuid, rows: readonly InvitationRow[]): Promise<Invitation[]> {
    if (rows.length === 0) return [];
    const sealed = rows.flatMap((row) => [row.emailSealed, ...(row.nameSealed ? [row.nameSealed] : [])]);
    const keys = await this.keyRing.load(agencyId, sealed.map(kidOf));
    return rows.map(({ id, emailSealed, nameSealed, roles, invitedBy, createdAt, expiresAt }) => {
      const open = (column: string, blob: Buffer) =>
        this.sealer.openForAgency(keys, { table: 'invitations', column, rowId: id, agencyId }, blob).toString('utf8');
      const name = nameSealed && open('name_sealed', nameSealed);
      return { id, email: open('email_sealed', emailSealed), name, roles, invitedBy, createdAt, expiresAt };
    });
  }
}

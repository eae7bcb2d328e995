import { Injectable } from '@nestjs/common';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { FieldSealer, KeyRing, kidOf } from '#libs/crypto';
import { type AgencyTx, violatedUnique } from '#libs/database';
import { newId, PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { passkeyRefused } from '../access.errors.js';
import { type PasskeyRow, PasskeysRepository } from './passkeys.repository.js';
import { credentialIdOf, RelyingParty } from './relying-party.js';

export interface Passkey {
  readonly id: Uuid;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  /** Kept by a service of its maker, so that it outlives the device. */
  readonly backedUp: boolean;
}

/** Passkeys of people, inside the transactions of others. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly repository: PasskeysRepository,
    private readonly relyingParty: RelyingParty,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
  ) {}

  async listIn(tx: AgencyTx, userId: Uuid): Promise<Passkey[]> {
    const rows = await this.repository.list(tx, userId);
    const keys = await this.keyRing.load(
      PLATFORM_AGENCY_ID,
      rows.map((row) => kidOf(row.name_sealed)),
    );
    return rows.map((row) => ({
      id: row.id,
      name: this.sealer.openForAgency(keys, namePlace(row.id), row.name_sealed).toString(),
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
      backedUp: row.backed_up,
    }));
  }

  async enrolmentOptionsIn(
    tx: AgencyTx,
    person: { id: Uuid; email: string; name: string },
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.relyingParty.enrolmentOptions(person, await this.repository.list(tx, person.id));
  }

  /** For a known person only their passkeys are asked; for an unknown one, any. */
  async signInOptionsIn(tx: AgencyTx, userId: Uuid | null): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const held = userId === null ? [] : await this.repository.list(tx, userId);
    return this.relyingParty.signInOptions(held);
  }

  /** @throws DomainError `passkey-refused` */
  async addIn(
    tx: AgencyTx,
    userId: Uuid,
    name: string,
    answer: { response: object; challenge: string },
  ): Promise<Passkey> {
    const credential = await this.relyingParty.enrolled(answer.response, answer.challenge);
    if (!credential) throw passkeyRefused();
    const id = newId();
    const keys = await this.keyRing.load(PLATFORM_AGENCY_ID);
    const nameSealed = this.sealer.sealForAgency(keys, namePlace(id), name);
    try {
      const createdAt = await this.repository.insert(tx, { id, userId, nameSealed, ...credential });
      return { id, name, createdAt, lastUsedAt: null, backedUp: credential.backedUp };
    } catch (error) {
      throw violatedUnique(error) === 'passkeys_credential_key' ? passkeyRefused() : error;
    }
  }

  /** The person whose passkey answered the challenge, or null. */
  async proveIn(tx: AgencyTx, response: object, challenge: string): Promise<Uuid | null> {
    const credentialId = credentialIdOf(response);
    const row = credentialId && (await this.repository.lock(tx, credentialId));
    if (!row) return null;
    return (await this.isProved(tx, row, response, challenge)) ? row.user_id : null;
  }

  async removeIn(tx: AgencyTx, userId: Uuid, id: Uuid): Promise<boolean> {
    return this.repository.delete(tx, userId, id);
  }

  private async isProved(tx: AgencyTx, row: PasskeyRow, response: object, challenge: string): Promise<boolean> {
    const use = await this.relyingParty.proved(response, challenge, row);
    if (use) await this.repository.recordUse(tx, row.id, use);
    return use !== null;
  }
}

function namePlace(rowId: Uuid) {
  return { table: 'passkeys', column: 'name_sealed', rowId, agencyId: PLATFORM_AGENCY_ID };
}

import { Injectable } from '@nestjs/common';
import { FieldSealer, KeyRing, kidOf, type SealPlace } from '#libs/crypto';
import type { Uuid } from '#libs/kernel';
import type { EndpointRow } from './callback-endpoints.repository.js';
import { newSigningSecret, type SignatureScheme } from './signatures.js';

export interface SealedSecret {
  readonly secretSealed: Buffer;
  readonly publicKey: string | null;
}

export interface OpenedSecrets {
  readonly current: string;
  /** Only while the overlap of a rotation lasts. */
  readonly previous: string | null;
}

/** Secrets of endpoints, sealed as long as nobody signs with them. */
@Injectable()
export class CallbackSecrets {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
  ) {}

  async make(agencyId: Uuid, endpointId: Uuid, scheme: SignatureScheme): Promise<SealedSecret> {
    const keys = await this.keyRing.load(agencyId);
    const { secret, publicKey } = newSigningSecret(scheme);
    return { secretSealed: this.sealer.sealForAgency(keys, secretPlace(agencyId, endpointId), secret), publicKey };
  }

  async open(
    agencyId: Uuid,
    { id, secretSealed, previousSealed, previousUntil }: EndpointRow,
    now: Date,
  ): Promise<OpenedSecrets> {
    const isOverlap = previousSealed !== null && previousUntil !== null && previousUntil > now;
    const keys = await this.keyRing.load(
      agencyId,
      [secretSealed, ...(isOverlap ? [previousSealed] : [])].map((sealed) => kidOf(sealed)),
    );
    const read = (sealed: Buffer) =>
      this.sealer.openForAgency(keys, secretPlace(agencyId, id), sealed).toString('utf8');
    return { current: read(secretSealed), previous: isOverlap ? read(previousSealed) : null };
  }
}

/** The same place for both secrets: a rotation moves one from the first column to the second. */
function secretPlace(agencyId: Uuid, endpointId: Uuid): SealPlace {
  return { table: 'callback_endpoints', column: 'secret_sealed', rowId: endpointId, agencyId };
}

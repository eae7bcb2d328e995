import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AgencyKeys, FieldSealer, KeyRing, kidOf, type SealPlace } from '#libs/crypto';
import type { Uuid } from '#libs/kernel';
import type { Media, MediaRow } from './media.js';

type Column = 'name_sealed' | 'alt_text_sealed' | 'key_sealed';

const KEY_BYTES = 32;

/** Seals and opens what stands sealed in a line of `media`: its name, its alternative text and the key of its bytes. */
@Injectable()
export class MediaSeals {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
  ) {}

  keys(agencyId: Uuid): Promise<AgencyKeys> {
    return this.keyRing.load(agencyId);
  }

  /** Each file has a key of its own: taking that away takes the file away, wherever copies of its bytes may be. */
  newKey(keys: AgencyKeys, id: Uuid): { readonly key: Buffer; readonly keySealed: Buffer } {
    const key = randomBytes(KEY_BYTES);
    return { key, keySealed: this.sealer.sealForAgency(keys, place(keys.agencyId, id, 'key_sealed'), key) };
  }

  sealText(keys: AgencyKeys, id: Uuid, column: 'name_sealed' | 'alt_text_sealed', text: string | null): Buffer | null {
    return text === null ? null : this.sealer.sealForAgency(keys, place(keys.agencyId, id, column), text);
  }

  async openKey(agencyId: Uuid, { id, keySealed }: Pick<MediaRow, 'id' | 'keySealed'>): Promise<Buffer | null> {
    if (keySealed === null) return null;
    const keys = await this.keyRing.load(agencyId, [kidOf(keySealed)]);
    return this.sealer.openForAgency(keys, place(agencyId, id, 'key_sealed'), keySealed);
  }

  async open(agencyId: Uuid, rows: readonly MediaRow[]): Promise<Media[]> {
    const blobs = rows.flatMap(({ nameSealed, altTextSealed }) => [nameSealed ?? [], altTextSealed ?? []].flat());
    const keys = await this.keyRing.load(agencyId, blobs.map(kidOf));
    return rows.map((row) => this.openRow(keys, row));
  }

  private openRow(keys: AgencyKeys, row: MediaRow): Media {
    const { nameSealed, altTextSealed, keySealed: _, providerMediaId: __, declaredType: ___, ...shown } = row;
    const { declaredSha256: ____, ...rest } = shown;
    return {
      ...rest,
      name: this.openText(keys, row.id, 'name_sealed', nameSealed),
      altText: this.openText(keys, row.id, 'alt_text_sealed', altTextSealed),
    };
  }

  private openText(keys: AgencyKeys, id: Uuid, column: Column, blob: Buffer | null): string | null {
    if (blob === null) return null;
    return this.sealer.openForAgency(keys, place(keys.agencyId, id, column), blob).toString('utf8');
  }
}

function place(agencyId: Uuid, rowId: Uuid, column: Column): SealPlace {
  return { table: 'media', column, rowId, agencyId };
}

import { Injectable } from '@nestjs/common';
import { FieldSealer, KeyRing } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { AuditRecordError } from './audit.errors.js';
import { detailCommitment } from './audit-detail.js';
import { AuditDetailsRepository } from './audit-details.repository.js';
import { AuditEntriesService } from './audit-entries.service.js';
import { detailPlace } from './detail-place.js';
import type { JsonObject } from './plain-json.js';

/** What stands beside an entry of the log: sealed, and erased with the person whom it is about. */
@Injectable()
export class AuditDetailsService {
  constructor(
    private readonly entries: AuditEntriesService,
    private readonly database: AgencyDatabase,
    private readonly details: AuditDetailsRepository,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
  ) {}

  /**
   * Null where the entry has none, or none any more. Reading it is on record as the entry's own reading is.
   * @throws when it is not what the entry committed to
   */
  async get(ctx: AgencyContext, id: Uuid): Promise<JsonObject | null> {
    const { says } = await this.entries.get(ctx, id);
    if (!says.commit) return null;
    const kept = await this.database.agencyTransaction(ctx, (tx) => this.details.find(tx, id));
    if (!kept) return null;
    const keys = await this.keyRing.load(ctx.agencyId);
    const text = this.sealer.openForAgency(keys, detailPlace(ctx.agencyId, id), kept.sealed).toString('utf8');
    if (detailCommitment(text, kept.nonce) !== says.commit) {
      throw new AuditRecordError('detail', 'is not what the entry committed to');
    }
    return JSON.parse(text) as JsonObject;
  }
}

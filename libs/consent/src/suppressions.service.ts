import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { ContactsService } from '#libs/contacts';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import type { SuppressionReason } from './gate.js';
import { type StoredSuppression, SuppressionsRepository } from './suppressions.repository.js';

export type SuppressionScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'purpose'; readonly purposeId: Uuid };

export interface SuppressionRequest {
  readonly contactId: Uuid;
  readonly scope: SuppressionScope;
  readonly reason: SuppressionReason;
  readonly at: Date;
}

/** Keeps people from being written to, by keyed hashes that outlive the erasure of the person. */
@Injectable()
export class SuppressionsService {
  constructor(
    private readonly repository: SuppressionsRepository,
    private readonly contacts: ContactsService,
    private readonly audit: AuditService,
  ) {}

  /** False when the same suppression is in force already. */
  async addIn(tx: AgencyTx, { contactId, scope, reason, at }: SuppressionRequest): Promise<boolean> {
    const addressees = await this.contacts.addressees(tx, [contactId]);
    const subjects = (await this.contacts.subjects(tx, addressees.values())).get(contactId) ?? [];
    const columns = columnsOf(scope);
    const known = await this.repository.listInForce(tx, addressees.get(contactId)?.suppressionHmacs ?? []);
    if (subjects.length === 0 || known.some((one) => one.reason === reason && isSameScope(one, columns))) return false;
    await this.repository.insert(
      tx,
      subjects.map(({ kind, hmac, version }) => ({
        ...columns,
        id: newId(),
        subjectKind: kind,
        subjectHmac: hmac,
        hmacVersion: version,
        reason,
        since: at,
      })),
    );
    await this.audit.record(tx, {
      type: reason === 'provider_optout' ? 'suppression.provider_optout' : 'suppression.added',
      target: { kind: 'contact', id: contactId },
      reason: reason.replaceAll('_', '-'),
    });
    await this.repository.bumpEpoch(tx);
    return true;
  }
}

function columnsOf(scope: SuppressionScope): Pick<StoredSuppression, 'scope' | 'category' | 'purposeId'> {
  return {
    scope: scope.kind,
    category: scope.kind === 'category' ? scope.category : null,
    purposeId: scope.kind === 'purpose' ? scope.purposeId : null,
  };
}

function isSameScope(one: StoredSuppression, columns: ReturnType<typeof columnsOf>): boolean {
  return one.scope === columns.scope && one.category === columns.category && one.purposeId === columns.purposeId;
}

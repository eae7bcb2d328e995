import { Injectable } from '@nestjs/common';
import { QuotasService } from '#libs/agencies';
import type { AgencyTx } from '#libs/database';
import { DomainError, type Mode, type Uuid } from '#libs/kernel';
import type { SendRequest } from './send-request.js';
import { quotaExceeded } from './sending.errors.js';

interface Approach {
  readonly request: Pick<SendRequest, 'departmentId'>;
  readonly number: { readonly mode: Mode };
}

/** What a department sends counts towards its quotas, and ends with them. Sandbox numbers reach no citizen and are free. */
@Injectable()
export class QuotaGate {
  constructor(private readonly quotas: QuotasService) {}

  /** Puts a refusal in the place of each request for which its department has no room, in order. One statement, or none. */
  async withinQuota<T extends Approach>(
    tx: AgencyTx,
    granted: readonly (T | DomainError)[],
  ): Promise<(T | DomainError)[]> {
    const counted = granted.map((one) => (one instanceof DomainError ? null : countedFor(tx, one)));
    const wanted = new Map<Uuid, number>();
    for (const id of counted) if (id) wanted.set(id, (wanted.get(id) ?? 0) + 1);
    const grants = await this.quotas.take(tx, wanted);
    const taken = new Map<Uuid, number>();
    return granted.map((one, index) => {
      const id = counted[index];
      const grant = id ? grants.get(id) : undefined;
      if (!id || !grant) return one;
      taken.set(id, (taken.get(id) ?? 0) + 1);
      return (taken.get(id) ?? 0) > grant.granted ? quotaExceeded(grant.limit, grant.retryAfterSeconds) : one;
    });
  }
}

/** The department that a message belongs to: the one that it is repeated for, else the one of the key. */
export function departmentOf(tx: AgencyTx, { departmentId }: Pick<SendRequest, 'departmentId'>): Uuid | null {
  return departmentId ?? tx.departmentId ?? null;
}

function countedFor(tx: AgencyTx, { request, number }: Approach): Uuid | null {
  return number.mode === 'sandbox' ? null : departmentOf(tx, request);
}

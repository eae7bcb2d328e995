import { Injectable } from '@nestjs/common';
import { type Denial, DenialsService } from '#libs/access';
import { AuditService } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext, DomainError, RequestOrigin } from '#libs/kernel';
import { LANE_RESERVED } from './sending.errors.js';

export interface Refusal {
  readonly error: DomainError;
  readonly origin: RequestOrigin;
}

/** A refusal leaves no message, but it is on the record, in a transaction of its own. */
@Injectable()
export class Refusals {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly audit: AuditService,
    private readonly denials: DenialsService,
  ) {}

  async record(ctx: AgencyContext, refused: readonly Refusal[]): Promise<void> {
    for (const { error, origin } of refused) {
      const type = deniedAs(error);
      if (type) await this.denials.record({ ...ctx, ...originOf(origin) }, { type, reason: error.code });
    }
    const actions = refused
      .filter(({ error }) => error.httpStatus === 422)
      .map(({ error, origin }) => ({
        type: 'message.rejected' as const,
        outcome: 'denied' as const,
        reason: error.code,
        origin: originOf(origin),
      }));
    if (actions.length > 0) await this.database.agencyTransaction(ctx, (tx) => this.audit.record(tx, actions));
  }
}

/** Programs try again at once, so the first few of a minute say all there is to say. */
function deniedAs({ code, httpStatus }: DomainError): Denial['type'] | null {
  if (code === LANE_RESERVED) return 'access.denied';
  return httpStatus === 429 ? 'message.rejected' : null;
}

function originOf({ requestId, ip }: RequestOrigin): RequestOrigin {
  return { requestId, ip };
}

import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export interface AccountToCheck {
  readonly agencyId: Uuid;
  readonly wabaId: string;
}

/** When Meta is to be asked next how the templates of each account stand. */
@Injectable()
export class TemplateChecksRepository {
  constructor(private readonly database: AgencyDatabase) {}

  async listDueAcrossAgencies(at: Date): Promise<AccountToCheck[]> {
    const rows = await this.database.acrossAgencies<{ agency_id: string; waba_id: string }>('templates_to_check', [at]);
    return rows.map(({ agency_id, waba_id }) => ({ agencyId: agency_id, wabaId: waba_id }));
  }

  /** @returns whether nobody else has taken it meanwhile */
  async take(tx: AgencyTx, wabaId: string, at: Date, next: Date): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE template_checks SET due_at = $4 WHERE agency_id = $1 AND waba_id = $2 AND due_at <= $3 RETURNING waba_id`,
      [tx.agencyId, wabaId, at, next],
    );
    return rows.length > 0;
  }

  /** The sooner of what is planned and what is wanted. */
  async want(tx: AgencyTx, wabaId: string, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO template_checks (agency_id, waba_id, due_at) VALUES ($1, $2, $3)
       ON CONFLICT (agency_id, waba_id) DO UPDATE SET due_at = least(template_checks.due_at, EXCLUDED.due_at)`,
      [tx.agencyId, wabaId, at],
    );
  }

  /** What was wanted while Meta was asked stays wanted. */
  async settle(
    tx: AgencyTx,
    wabaId: string,
    { at, next, problem, taken }: { at: Date; next: Date; problem: string | null; taken: Date },
  ): Promise<void> {
    await tx.execute(
      `UPDATE template_checks SET checked_at = $3, problem = $4,
         due_at = CASE WHEN due_at < $6 THEN due_at ELSE $5 END
       WHERE agency_id = $1 AND waba_id = $2`,
      [tx.agencyId, wabaId, at, problem, next, taken],
    );
  }

  /** When something of the account is expected to look different: a review ends, a pause ends, a submission is tried again. */
  async nextOf(tx: AgencyTx, wabaId: string, times: { readonly soon: Date; readonly late: Date }): Promise<Date> {
    const [row] = await tx.query<{ at: Date | null }>(
      `SELECT min(CASE
         WHEN review = 'approved' OR status IN ('PENDING', 'IN_APPEAL') THEN $3::timestamptz
         WHEN status = 'PAUSED' THEN greatest($3::timestamptz, least(coalesce(paused_until, $4), $4))
         ELSE $4::timestamptz END) AS at
       FROM templates WHERE agency_id = $1 AND waba_id = $2 AND status <> 'DELETED'`,
      [tx.agencyId, wabaId, times.soon, times.late],
    );
    return row?.at ?? times.late;
  }
}

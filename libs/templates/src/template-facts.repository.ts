import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

/** What a webhook said of a template; undefined leaves what is known. */
export interface TemplateFacts {
  readonly status?: string;
  readonly rejectedReason?: string | null;
  readonly rejectedAdvice?: string | null;
  readonly pausedUntil?: Date | null;
  readonly pauseTitle?: string | null;
  readonly quality?: string;
  readonly category?: string;
  readonly nextCategory?: string | null;
  readonly nextCategoryAt?: Date | null;
}

const COLUMNS: Readonly<Record<keyof TemplateFacts, string>> = {
  status: 'status',
  rejectedReason: 'rejected_reason',
  rejectedAdvice: 'rejected_advice',
  pausedUntil: 'paused_until',
  pauseTitle: 'pause_title',
  quality: 'quality',
  category: 'category',
  nextCategory: 'next_category',
  nextCategoryAt: 'next_category_at',
};

/** Writes what Meta says of templates. */
@Injectable()
export class TemplateFactsRepository {
  async set(tx: AgencyTx, id: Uuid, facts: TemplateFacts): Promise<void> {
    const given = (Object.keys(COLUMNS) as (keyof TemplateFacts)[]).filter((key) => facts[key] !== undefined);
    const sets = given.map((key, at) => `${COLUMNS[key]} = $${at + 3}`);
    if (facts.status !== undefined) sets.push('status_at = now()', 'held_until = NULL');
    if (facts.quality !== undefined) sets.push('quality_at = now()');
    await tx.execute(
      `UPDATE templates SET ${[...sets, 'changed_at = now()'].join(', ')} WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, ...given.map((key) => facts[key])],
    );
  }
}

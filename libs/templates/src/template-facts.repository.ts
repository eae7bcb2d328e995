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

/** Writes what Meta says of templates. */
@Injectable()
export class TemplateFactsRepository {
  async set(tx: AgencyTx, id: Uuid, facts: TemplateFacts): Promise<void> {
    await tx.execute(
      `UPDATE templates SET changed_at = now(),
         status = CASE WHEN f ? 'status' THEN f ->> 'status' ELSE status END,
         status_at = CASE WHEN f ? 'status' THEN now() ELSE status_at END,
         held_until = CASE WHEN f ? 'status' THEN NULL ELSE held_until END,
         rejected_reason = CASE WHEN f ? 'rejectedReason' THEN f ->> 'rejectedReason' ELSE rejected_reason END,
         rejected_advice = CASE WHEN f ? 'rejectedAdvice' THEN f ->> 'rejectedAdvice' ELSE rejected_advice END,
         paused_until = CASE WHEN f ? 'pausedUntil' THEN (f ->> 'pausedUntil')::timestamptz ELSE paused_until END,
         pause_title = CASE WHEN f ? 'pauseTitle' THEN f ->> 'pauseTitle' ELSE pause_title END,
         quality = CASE WHEN f ? 'quality' THEN f ->> 'quality' ELSE quality END,
         quality_at = CASE WHEN f ? 'quality' THEN now() ELSE quality_at END,
         category = CASE WHEN f ? 'category' THEN f ->> 'category' ELSE category END,
         next_category = CASE WHEN f ? 'nextCategory' THEN f ->> 'nextCategory' ELSE next_category END,
         next_category_at = CASE WHEN f ? 'nextCategoryAt' THEN (f ->> 'nextCategoryAt')::timestamptz
           ELSE next_category_at END
       FROM (SELECT $3::jsonb AS f) AS facts WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, JSON.stringify(facts)],
    );
  }
}

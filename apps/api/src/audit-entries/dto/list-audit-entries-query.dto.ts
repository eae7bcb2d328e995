import { ACTOR_KINDS, ENTRY_CATEGORIES, ENTRY_OUTCOMES } from '#libs/audit';
import { IsoTime, OneOf, OptionalField, Text, WholeNumber } from '#libs/http';

const CODE = /^[A-Za-z0-9_.:-]+$/;

/** Filters of the audit log; an entry must match all that are given. */
export class ListAuditEntriesQueryDto {
  @Text({ max: 120, pattern: CODE, description: 'Exact type', example: 'message.rejected' })
  @OptionalField()
  type?: string;

  @OneOf(ENTRY_CATEGORIES, { description: 'First part of the type' })
  @OptionalField()
  category?: string;

  @OneOf(ENTRY_OUTCOMES)
  @OptionalField()
  outcome?: string;

  @OneOf(ACTOR_KINDS)
  @OptionalField()
  actorKind?: string;

  @Text({ max: 100, description: 'Who did it: an id (`usr_…`, `key_…`, `con_…`), or `system`', example: 'system' })
  @OptionalField()
  actorId?: string;

  @Text({ max: 50, pattern: CODE, description: 'Kind of what it was done to', example: 'message' })
  @OptionalField()
  targetKind?: string;

  @Text({ max: 100, description: 'What it was done to: an id of any kind (`msg_…`, `con_…`)' })
  @OptionalField()
  targetId?: string;

  @Text({ max: 100, pattern: CODE, description: 'Exact reason code', example: 'consent-withdrawn' })
  @OptionalField()
  reason?: string;

  @IsoTime({ description: 'Entries of this moment and later' })
  @OptionalField()
  from?: Date;

  @IsoTime({ description: 'Entries before this moment' })
  @OptionalField()
  to?: Date;

  @WholeNumber({ min: 1, max: 200, fromText: true, description: 'Most entries of the page (50)' })
  @OptionalField()
  limit: number = 50;

  @Text({ max: 500, description: '`next` of the page before' })
  @OptionalField()
  after?: string;
}

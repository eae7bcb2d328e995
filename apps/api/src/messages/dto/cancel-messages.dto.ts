import { IdList, itemProblemOf } from '#libs/http';
import { toWireId, type Uuid } from '#libs/kernel';
import type { Cancellation } from '#libs/sending';
import { ItemErrorDto } from './send-batch.dto.js';

export const MAX_CANCELLED = 1_000;

export class CancelMessagesDto {
  /** 1 to 1,000 ids of messages (`msg_…`). One that stands here twice is cancelled once. */
  @IdList('message', { max: MAX_CANCELLED })
  ids: Uuid[];
}

export class CancelledItemDto {
  /** Place of the id in the request, from 0. */
  index: number;
  /** `msg_…` */
  id: string;
  /** `cancelled`; missing when it could not be. */
  state?: string;
  /** Why it is not cancelled: `not-found` or `not-cancellable`. */
  error?: ItemErrorDto;
}

/** Answer to a list of messages to cancel, one result for each id, in order. */
export class MessagesCancelledDto {
  /** How many of the ids are cancelled now, those included that were before. */
  cancelled: number;
  /** How many could not be cancelled. */
  refused: number;
  results: CancelledItemDto[];
}

export function toMessagesCancelledDto(outcomes: readonly Cancellation[]): MessagesCancelledDto {
  const results = outcomes.map(({ id, refusal }, index): CancelledItemDto => {
    const place = { index, id: toWireId('message', id) };
    return refusal ? { ...place, error: itemProblemOf(refusal) } : { ...place, state: 'cancelled' };
  });
  const refused = results.filter(({ error }) => error !== undefined).length;
  return { cancelled: results.length - refused, refused, results };
}

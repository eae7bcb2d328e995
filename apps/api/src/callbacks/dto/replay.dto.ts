import { ApiProperty } from '@nestjs/swagger';
import { MAX_REPLAYED_IDS, type Replay, type ReplaySelection } from '#libs/callbacks';
import { Flag, IsoTime, OptionalField, TextList } from '#libs/http';
import { invalidRequest, parseWireId, toWireId, type Uuid } from '#libs/kernel';

/** Either `ids`, or `from` and `to`. */
export class ReplayDto {
  @TextList({ max: MAX_REPLAYED_IDS, each: { max: 40 }, description: 'Ids of events (`evt_…`), delivered or not' })
  @OptionalField()
  ids?: string[];

  @IsoTime({ description: 'What happened from then on' })
  @OptionalField()
  from?: Date;

  @IsoTime({ description: 'and before then' })
  @OptionalField()
  to?: Date;

  @Flag({ description: 'With `from` and `to`: also what was delivered. Without: what was given up' })
  @OptionalField()
  withDelivered?: boolean;

  @Flag({ description: 'Only count; nothing goes out' })
  @OptionalField()
  countOnly?: boolean;
}

export class ReplayStartedDto {
  @ApiProperty({ type: String, nullable: true, description: 'Null when it was only counted' })
  id: string | null;

  @ApiProperty({ description: 'How many callbacks go out again, or would' })
  count: number;
}

export class TestSentDto {
  @ApiProperty({ description: 'Its attempt is found with `?eventId=`', example: 'evt_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  eventId: string;
}

export function toReplayStartedDto({ id, count }: Replay): ReplayStartedDto {
  return { id: id && toWireId('callbackReplay', id), count };
}

/** @throws DomainError `invalid-request` unless exactly one way of choosing was used */
export function toSelection({ ids, from, to, withDelivered = false }: ReplayDto): ReplaySelection {
  if (ids && !from && !to) return { eventIds: ids.map(readEventId) };
  if (from && to && !ids) return { from, to, withDelivered };
  throw invalidRequest([
    { field: ids ? 'ids' : 'from', code: 'not-allowed', message: 'give either ids, or both from and to' },
  ]);
}

function readEventId(text: string, index: number): Uuid {
  const id = parseWireId('event', text);
  if (id) return id;
  throw invalidRequest([{ field: `ids.${index}`, code: 'not-an-id', message: 'must be an id that begins with evt_' }]);
}

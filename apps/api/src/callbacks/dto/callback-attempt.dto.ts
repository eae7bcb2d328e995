import { ApiProperty } from '@nestjs/swagger';
import { type AttemptDetails, CALLBACK_TYPES, type CallbackAttempt, MAX_ATTEMPTS, TEST_TYPE } from '#libs/callbacks';
import { Id, ListQueryDto, OneOf, OptionalField } from '#libs/http';
import { toWireId, type Uuid } from '#libs/kernel';

const TYPES = [...CALLBACK_TYPES, TEST_TYPE];
const FAULTS = [
  'address-not-allowed',
  'name-not-found',
  'connection-refused',
  'tls-failed',
  'timeout',
  'connection-lost',
];

export class ListAttemptsQueryDto extends ListQueryDto {
  @OneOf(['succeeded', 'failed'])
  @OptionalField()
  outcome?: string;

  @OneOf(TYPES)
  @OptionalField()
  event?: string;

  @Id('event', { description: 'Attempts to tell of this event' })
  @OptionalField()
  eventId?: Uuid;
}

export class CallbackAttemptDto {
  @ApiProperty({ example: 'cba_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ description: '`webhook-id` of the call', example: 'evt_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  eventId: string;

  @ApiProperty({ enum: TYPES })
  event: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for a test' })
  messageId: string | null;

  @ApiProperty({ description: 'From 1; a replay begins anew' })
  attempt: number;

  @ApiProperty({ description: 'The last attempt of the schedule', example: MAX_ATTEMPTS })
  attempts: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ description: 'Milliseconds' })
  durationMs: number;

  @ApiProperty({ enum: ['succeeded', 'failed'], description: 'Only a 2xx is success' })
  outcome: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Null when no answer came' })
  status: number | null;

  @ApiProperty({ type: String, enum: [...FAULTS, null], nullable: true, description: 'Why no answer came' })
  fault: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it is tried next' })
  nextAt: string | null;
}

export class CallbackAttemptPageDto {
  @ApiProperty({
    type: [CallbackAttemptDto],
    description: 'Newest first; kept 30 days unless the platform says otherwise',
  })
  data: CallbackAttemptDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class CallbackRequestDto {
  @ApiProperty({ description: 'Where the endpoint is now' })
  url: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  headers: Record<string, string>;

  @ApiProperty({ description: 'JSON as it was sent; without the words of a person who was erased since' })
  body: string;
}

export class CallbackAnswerDto {
  @ApiProperty({ type: String, nullable: true })
  contentType: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The first 4 KB' })
  body: string | null;
}

export class CallbackAttemptDetailsDto extends CallbackAttemptDto {
  @ApiProperty({ type: CallbackRequestDto })
  request: CallbackRequestDto;

  @ApiProperty({ type: CallbackAnswerDto })
  answer: CallbackAnswerDto;

  @ApiProperty({ type: [CallbackAttemptDto], description: 'Every attempt to tell of this event, newest first' })
  all: CallbackAttemptDto[];
}

export function toCallbackAttemptDto(attempt: CallbackAttempt): CallbackAttemptDto {
  return {
    id: toWireId('callbackAttempt', attempt.id),
    eventId: toWireId('event', attempt.eventId),
    event: attempt.eventType,
    messageId: attempt.messageId && toWireId('message', attempt.messageId),
    attempt: attempt.attempt,
    attempts: attempt.eventType === TEST_TYPE ? 1 : MAX_ATTEMPTS,
    at: attempt.startedAt.toISOString(),
    durationMs: attempt.durationMs,
    outcome: attempt.isSuccess ? 'succeeded' : 'failed',
    status: attempt.httpStatus,
    fault: attempt.fault,
    nextAt: attempt.nextAt?.toISOString() ?? null,
  };
}

export function toCallbackAttemptDetailsDto(attempt: AttemptDetails): CallbackAttemptDetailsDto {
  const { url, body, signature, answer, answerType, others } = attempt;
  const headers = {
    'content-type': 'application/json',
    'webhook-id': toWireId('event', attempt.eventId),
    'webhook-timestamp': String(Math.floor(attempt.startedAt.getTime() / 1000)),
    'webhook-signature': signature,
  };
  return {
    ...toCallbackAttemptDto(attempt),
    request: { url, headers, body },
    answer: { contentType: answerType, body: answer },
    all: others.map(toCallbackAttemptDto),
  };
}

import { ApiProperty } from '@nestjs/swagger';
import { type ItemProblem, Items, itemProblemOf } from '#libs/http';
import type { BatchResult } from '#libs/sending';
import { type AcceptedMessageDto, toAcceptedMessageDto } from './message.dto.js';
import { SendMessageDto } from './send-message.dto.js';

export const MAX_BATCH = 1_000;

export class SendBatchDto {
  /** 1 to 1,000 messages, each as for `POST /v1/messages`. A wrong one is refused alone, at its place in `results`. */
  @Items(SendMessageDto, { max: MAX_BATCH })
  messages: unknown[];
}

export class ItemErrorDto {
  type: string;
  title: string;
  /** What the same message alone would have been answered with. */
  status: number;
  /** Stable code, the same as for one message. */
  code: string;
  detail: string;
  @ApiProperty({
    required: false,
    type: 'array',
    items: {
      type: 'object',
      properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
    },
    description: 'Each field at fault, by its path inside the message',
  })
  errors?: ItemProblem['errors'];
  /** Seconds after which the same message may be accepted. */
  retryAfterSeconds?: number;
}

export class BatchItemDto {
  /** Place of the message in the request, from 0. */
  index: number;
  /** `msg_…` of an accepted message. */
  id?: string;
  /** `accepted`; missing when it was refused. */
  state?: string;
  /** When it was committed. */
  acceptedAt?: string;
  /** When it may leave, if that is later. */
  sendAt?: string;
  /** Your own name for it. */
  reference?: string;
  /** An earlier message of this batch says the same for the same purpose to the same recipient. Both are sent. */
  repeats?: number;
  /** Why it was refused; missing when it was accepted. */
  error?: ItemErrorDto;
}

/** Answer to a batch, one result for each message, in order. */
export class BatchAcceptedDto {
  /** How many messages are stored and will be sent. */
  accepted: number;
  /** How many were refused. */
  rejected: number;
  results: BatchItemDto[];
}

export function toBatchAcceptedDto(outcomes: readonly BatchResult[]): BatchAcceptedDto {
  const results = outcomes.map(toItemDto);
  const rejected = results.filter(({ error }) => error !== undefined).length;
  return { accepted: results.length - rejected, rejected, results };
}

function toItemDto(outcome: BatchResult, index: number): BatchItemDto {
  if ('refusal' in outcome) return { index, error: itemProblemOf(outcome.refusal) };
  const { message, repeats } = outcome;
  const accepted: AcceptedMessageDto = toAcceptedMessageDto(message);
  return { index, ...accepted, ...(repeats !== undefined && { repeats }) };
}

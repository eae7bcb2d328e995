import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import { IdempotencyKey, type IdempotentAnswer } from '#libs/idempotency';
import { type AgencyContext, toWireId, type Uuid } from '#libs/kernel';
import { MessageBatches, MessageCancellations, MessagesService, ReadReceipts } from '#libs/sending';
import { CancelMessagesDto, MessagesCancelledDto, toMessagesCancelledDto } from './dto/cancel-messages.dto.js';
import { ListMessagesQueryDto } from './dto/list-messages-query.dto.js';
import { MarkReadDto } from './dto/mark-read.dto.js';
import {
  AcceptedMessageDto,
  MessageDto,
  MessagePageDto,
  toAcceptedMessageDto,
  toMessageDto,
  toMessageSummaryDto,
} from './dto/message.dto.js';
import { BatchAcceptedDto, SendBatchDto, toBatchAcceptedDto } from './dto/send-batch.dto.js';
import { SendMessageDto } from './dto/send-message.dto.js';
import { messageCursor } from './message-cursor.js';
import { readBatch } from './read-batch.js';
import { toSendRequest } from './to-send-request.js';

@ApiTags('messages')
@Controller('v1/messages')
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly batches: MessageBatches,
    private readonly cancellations: MessageCancellations,
    private readonly receipts: ReadReceipts,
  ) {}

  @Post()
  @HttpCode(202)
  @Allow('messages:send')
  @ApiOperation({
    summary: 'Send a message to a citizen',
    description:
      'Answered once the message is stored for good. Whether it arrives shows in its timeline. The right to send is ' +
      'checked now and again when the message leaves.',
  })
  @ApiAcceptedResponse({ type: AcceptedMessageDto })
  @ApiProblem(400, 'invalid-request', 'idempotency-key-missing', 'idempotency-key-invalid', 'malformed-json')
  @ApiProblem(403, 'permission-missing', 'lane-reserved', 'agency-suspended', 'key-stopped')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'idempotency-key-in-use')
  @ApiProblem(
    422,
    'opt-in-missing',
    'consent-missing',
    'consent-withdrawn',
    'objected',
    'suppressed',
    'window-closed',
    'template-not-approved',
    'template-parameters',
    'purpose-unknown',
    'not-quotable',
    'trial-guests-only',
    'idempotency-key-reused',
  )
  @ApiProblem(429, 'trial-limit', 'quota-exceeded', 'backpressure')
  @ApiProblem(503, 'sandbox-unavailable')
  async sendMessage(
    @Ctx() ctx: AgencyContext,
    @IdempotencyKey({ required: true }) key: string,
    @Body() body: SendMessageDto,
  ): Promise<IdempotentAnswer<AcceptedMessageDto>> {
    const request = toSendRequest(body);
    return this.messages.send(ctx, request, { key, route: 'POST /v1/messages', body }, toAcceptedMessageDto);
  }

  @Post('batch')
  @HttpCode(202)
  @Allow('messages:send')
  @ApiOperation({
    summary: 'Send up to 1,000 messages',
    description:
      'Each message is accepted or refused by itself, with the same checks and codes as alone; `results` has one entry ' +
      'for each, in order. Stored and answered together: the `Idempotency-Key` covers the whole batch, and repeating it ' +
      'gives the same answer. To try refused messages again, send them in a new batch with a new key.',
  })
  @ApiAcceptedResponse({ type: BatchAcceptedDto })
  @ApiProblem(400, 'invalid-request', 'idempotency-key-missing', 'idempotency-key-invalid', 'malformed-json')
  @ApiProblem(403, 'permission-missing', 'agency-suspended')
  @ApiProblem(409, 'idempotency-key-in-use')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(422, 'idempotency-key-reused')
  @ApiProblem(503, 'sandbox-unavailable')
  async sendBatch(
    @Ctx() ctx: AgencyContext,
    @IdempotencyKey({ required: true }) key: string,
    @Body() { messages }: SendBatchDto,
  ): Promise<IdempotentAnswer<BatchAcceptedDto>> {
    const items = readBatch(messages);
    const once = { key, route: 'POST /v1/messages/batch', body: items.map(({ body }) => body) };
    const requests = items.map(({ request }) => request);
    return this.batches.send(ctx, requests, once, toBatchAcceptedDto);
  }

  @Post('cancel')
  @HttpCode(200)
  @Allow('messages:send')
  @ApiOperation({
    summary: 'Cancel up to 1,000 messages that were not sent yet',
    description:
      'Each is cancelled or refused by itself, as alone; `results` has one entry for each id, in order. An ' +
      '`Idempotency-Key` gives the same answer again.',
  })
  @ApiOkResponse({ type: MessagesCancelledDto })
  @ApiProblem(400, 'invalid-request', 'idempotency-key-invalid', 'malformed-json')
  @ApiProblem(409, 'idempotency-key-in-use')
  @ApiProblem(422, 'idempotency-key-reused')
  cancelMessages(
    @Ctx() ctx: AgencyContext,
    @IdempotencyKey({ required: false }) key: string | undefined,
    @Body() { ids }: CancelMessagesDto,
  ): Promise<IdempotentAnswer<MessagesCancelledDto>> {
    const once = { key, route: 'POST /v1/messages/cancel', body: { ids } };
    return this.cancellations.cancelAll(ctx, ids, once, toMessagesCancelledDto);
  }

  @Get()
  @Allow('messages:read')
  @ApiOperation({ summary: 'List messages, newest first' })
  @ApiOkResponse({ type: MessagePageDto })
  @ApiProblem(400, 'invalid-request')
  async listMessages(@Ctx() ctx: AgencyContext, @Query() query: ListMessagesQueryDto): Promise<MessagePageDto> {
    const { data, next } = await this.messages.list(ctx, { ...query, after: messageCursor(query.after) });
    return { data: data.map(toMessageSummaryDto), next: next && toWireId('message', next) };
  }

  @Get(':id')
  @Allow('messages:read')
  @ApiOperation({ summary: 'Get a message with its timeline' })
  @ApiOkResponse({ type: MessageDto })
  @ApiProblem(404, 'not-found')
  async getMessage(@Ctx() ctx: AgencyContext, @IdParam('message') id: Uuid): Promise<MessageDto> {
    return toMessageDto(await this.messages.get(ctx, id));
  }

  @Post(':id/resend')
  @HttpCode(202)
  @Allow('messages:send')
  @ApiOperation({
    summary: 'Send a message again that did not arrive',
    description: 'Makes a new message that names the old one in `resendOf`. The right to send is checked anew.',
  })
  @ApiAcceptedResponse({ type: AcceptedMessageDto })
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'not-resendable', 'idempotency-key-in-use')
  async resendMessage(
    @Ctx() ctx: AgencyContext,
    @IdempotencyKey({ required: false }) key: string | undefined,
    @IdParam('message') id: Uuid,
  ): Promise<IdempotentAnswer<AcceptedMessageDto>> {
    const once = { key, route: 'POST /v1/messages/:id/resend', body: { id } };
    return this.messages.resend(ctx, id, once, toAcceptedMessageDto);
  }

  @Post(':id/read')
  @HttpCode(204)
  @Allow('messages:send')
  @ApiOperation({
    summary: 'Mark a message of a citizen as read',
    description:
      'The citizen sees blue ticks on it and on all that they wrote before it. With `typing` they also see that somebody ' +
      'writes an answer, until the next message or for 25 seconds. Within 30 days of the message.',
  })
  @ApiNoContentResponse()
  @ApiProblem(400, 'invalid-request', 'malformed-json')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'not-markable')
  @ApiProblem(502, 'provider-unreachable', 'provider-silent', 'provider-refused')
  async markMessageRead(
    @Ctx() ctx: AgencyContext,
    @IdParam('message') id: Uuid,
    @Body() { typing = false }: MarkReadDto,
  ): Promise<void> {
    await this.receipts.mark(ctx, id, { typing });
  }

  @Post(':id/cancel')
  @HttpCode(204)
  @Allow('messages:send')
  @ApiOperation({ summary: 'Cancel a message that was not sent yet' })
  @ApiNoContentResponse()
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'not-cancellable')
  async cancelMessage(@Ctx() ctx: AgencyContext, @IdParam('message') id: Uuid): Promise<void> {
    await this.cancellations.cancel(ctx, id);
  }
}

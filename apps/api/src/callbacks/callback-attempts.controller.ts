import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { CallbackAttemptsService, CallbackReplaysService } from '#libs/callbacks';
import { ApiProblem, IdParam } from '#libs/http';
import { type AgencyContext, toWireId, type Uuid } from '#libs/kernel';
import { readCursor, toCursor } from './callback-cursor.js';
import {
  CallbackAttemptDetailsDto,
  CallbackAttemptPageDto,
  ListAttemptsQueryDto,
  toCallbackAttemptDetailsDto,
  toCallbackAttemptDto,
} from './dto/callback-attempt.dto.js';
import { ReplayDto, ReplayStartedDto, TestSentDto, toReplayStartedDto, toSelection } from './dto/replay.dto.js';

@ApiTags('callbacks')
@Controller('v1/callbacks/:id')
export class CallbackAttemptsController {
  constructor(
    private readonly attempts: CallbackAttemptsService,
    private readonly replays: CallbackReplaysService,
  ) {}

  @Get('attempts')
  @Allow('callbacks:read')
  @ApiOperation({ summary: 'List the calls to an endpoint, with what became of them' })
  @ApiOkResponse({ type: CallbackAttemptPageDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  async listCallbackAttempts(
    @Ctx() ctx: AgencyContext,
    @IdParam('callback') id: Uuid,
    @Query() { limit, after, outcome, event, eventId }: ListAttemptsQueryDto,
  ): Promise<CallbackAttemptPageDto> {
    const isSuccess = outcome === undefined ? undefined : outcome === 'succeeded';
    const filter = { limit, after: readCursor(after), isSuccess, eventType: event, eventId };
    const { data, next } = await this.attempts.list(ctx, id, filter);
    return { data: data.map(toCallbackAttemptDto), next: toCursor(next) };
  }

  @Get('attempts/:attempt')
  @Allow('callbacks:read')
  @ApiOperation({ summary: 'Show one call: what was sent, how it was signed, what was answered' })
  @ApiOkResponse({ type: CallbackAttemptDetailsDto })
  @ApiProblem(404, 'not-found')
  async getCallbackAttempt(
    @Ctx() ctx: AgencyContext,
    @IdParam('callback') id: Uuid,
    @IdParam('callbackAttempt', 'attempt') attempt: Uuid,
  ): Promise<CallbackAttemptDetailsDto> {
    return toCallbackAttemptDetailsDto(await this.attempts.get(ctx, id, attempt));
  }

  @Post('test')
  @HttpCode(202)
  @Allow('callbacks:write')
  @ApiOperation({ summary: 'Send a test event', description: 'One attempt, of the type `callback.test`.' })
  @ApiAcceptedResponse({ type: TestSentDto })
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'callback-off')
  async testCallback(@Ctx() ctx: AgencyContext, @IdParam('callback') id: Uuid): Promise<TestSentDto> {
    return { eventId: toWireId('event', await this.replays.test(ctx, id)) };
  }

  @Post('replay')
  @HttpCode(202)
  @Allow('callbacks:write')
  @ApiOperation({
    summary: 'Tell an endpoint again',
    description: 'By ids of events, or everything of a time. Receivers know by `webhook-id` what they heard already.',
  })
  @ApiAcceptedResponse({ type: ReplayStartedDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'callback-off')
  @ApiProblem(422, 'replay-too-large')
  async replayCallbacks(
    @Ctx() ctx: AgencyContext,
    @IdParam('callback') id: Uuid,
    @Body() body: ReplayDto,
  ): Promise<ReplayStartedDto> {
    const selection = toSelection(body);
    if (body.countOnly) return toReplayStartedDto(await this.replays.count(ctx, id, selection));
    return toReplayStartedDto(await this.replays.start(ctx, id, selection));
  }
}

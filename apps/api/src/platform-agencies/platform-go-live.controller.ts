import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx, StepUp } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { GoLiveReviewService } from '#libs/onboarding';
import { GoLiveDto, toGoLiveDto } from '../go-live/dto/go-live.dto.js';
import { CommentDto, SendBackDto } from './dto/review.dto.js';

/** The platform's side of going live. */
@ApiTags('platform')
@Controller('v1/platform/agencies/:id/go-live')
export class PlatformGoLiveController {
  constructor(private readonly review: GoLiveReviewService) {}

  @Get()
  @Allow('platform:go-live')
  @ApiOperation({ summary: 'Get the checklist of an agency' })
  @ApiOkResponse({ type: GoLiveDto })
  @ApiProblem(404, 'not-found')
  async getAgencyGoLive(@Ctx() ctx: AgencyContext, @IdParam('agency') id: Uuid): Promise<GoLiveDto> {
    return toGoLiveDto(await this.review.view(ctx, id));
  }

  @Post('comments')
  @HttpCode(201)
  @Allow('platform:go-live')
  @ApiOperation({ summary: 'Comment on a task', description: 'The agency reads it at the task.' })
  @ApiCreatedResponse({ type: GoLiveDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'go-live-not-requested')
  async commentGoLive(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency') id: Uuid,
    @Body() { task, text }: CommentDto,
  ): Promise<GoLiveDto> {
    return toGoLiveDto(await this.review.comment(ctx, id, task, text));
  }

  @Post('approve')
  @HttpCode(200)
  @Allow('platform:go-live')
  @StepUp()
  @ApiOperation({
    summary: 'Approve going live',
    description: 'Two different people do. The second approval makes the agency live.',
  })
  @ApiOkResponse({ type: GoLiveDto })
  @ApiProblem(403, 'permission-missing', 'step-up-required', 'own-request', 'second-person-needed')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'go-live-not-requested', 'go-live-incomplete')
  async approveGoLive(@Ctx() ctx: AgencyContext, @IdParam('agency') id: Uuid): Promise<GoLiveDto> {
    return toGoLiveDto(await this.review.approve(ctx, id));
  }

  @Post('send-back')
  @HttpCode(200)
  @Allow('platform:go-live')
  @ApiOperation({
    summary: 'Send a request back',
    description: 'The agency mends what the comments say and asks again.',
  })
  @ApiOkResponse({ type: GoLiveDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'go-live-not-requested')
  async sendBackGoLive(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency') id: Uuid,
    @Body() { comment }: SendBackDto,
  ): Promise<GoLiveDto> {
    return toGoLiveDto(await this.review.sendBack(ctx, id, comment));
  }
}

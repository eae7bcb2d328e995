import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem } from '#libs/http';
import type { AgencyContext } from '#libs/kernel';
import { GoLiveService, type GoLiveTaskKey } from '#libs/onboarding';
import { GoLiveDto, toGoLiveDto } from './dto/go-live.dto.js';
import { SayTaskDto } from './dto/say-task.dto.js';
import { TaskParam } from './task-param.js';

/** The agency's side of going live. */
@ApiTags('agency')
@Controller('v1/go-live')
export class GoLiveController {
  constructor(private readonly goLive: GoLiveService) {}

  @Get()
  @Allow('go-live:read')
  @ApiOperation({ summary: 'Get the checklist', description: 'Most tasks tick themselves from what is there.' })
  @ApiOkResponse({ type: GoLiveDto })
  async getGoLive(@Ctx() ctx: AgencyContext): Promise<GoLiveDto> {
    return toGoLiveDto(await this.goLive.view(ctx));
  }

  @Put('tasks/:key')
  @Allow('go-live:request')
  @ApiOperation({ summary: 'Say that a task is done, or that it is not', description: 'For tasks that are `manual`.' })
  @ApiOkResponse({ type: GoLiveDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'task-automatic')
  async sayTask(
    @Ctx() ctx: AgencyContext,
    @TaskParam() key: GoLiveTaskKey,
    @Body() { done }: SayTaskDto,
  ): Promise<GoLiveDto> {
    return toGoLiveDto(await this.goLive.say(ctx, key, done));
  }

  @Post('request')
  @HttpCode(201)
  @Allow('go-live:request')
  @ApiOperation({ summary: 'Ask to go live', description: 'Possible once every task is done.' })
  @ApiCreatedResponse({ type: GoLiveDto })
  @ApiProblem(409, 'go-live-incomplete', 'go-live-requested', 'agency-status')
  async requestGoLive(@Ctx() ctx: AgencyContext): Promise<GoLiveDto> {
    return toGoLiveDto(await this.goLive.request(ctx));
  }

  @Delete('request')
  @HttpCode(204)
  @Allow('go-live:request')
  @ApiOperation({ summary: 'Take the request back' })
  @ApiNoContentResponse()
  @ApiProblem(409, 'go-live-not-requested')
  async withdrawGoLive(@Ctx() ctx: AgencyContext): Promise<void> {
    await this.goLive.withdraw(ctx);
  }
}

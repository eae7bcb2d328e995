import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx, StepUp } from '#libs/access';
import { AgenciesService, AgencyStatusService } from '#libs/agencies';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { AgencyOnboarding } from '#libs/onboarding';
import { AgencyDto, toAgencyDto } from '../agency/dto/agency.dto.js';
import { ChangeAgencyDto } from '../agency/dto/change-agency.dto.js';
import { AgencyPageDto, toAgencyInPipelineDto } from './dto/agency-in-pipeline.dto.js';
import { CreateAgencyDto } from './dto/create-agency.dto.js';
import { ListAgenciesQueryDto } from './dto/list-agencies-query.dto.js';
import { ReasonDto } from './dto/reason.dto.js';
import { idCursor } from './list-cursor.js';

/** The platform's view of its agencies: who they are and how far they have come, not what they write. */
@ApiTags('platform')
@Controller('v1/platform/agencies')
export class PlatformAgenciesController {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly statuses: AgencyStatusService,
    private readonly onboarding: AgencyOnboarding,
  ) {}

  @Get()
  @Allow('platform:agencies')
  @ApiOperation({ summary: 'List agencies, newest first' })
  @ApiOkResponse({ type: AgencyPageDto })
  @ApiProblem(400, 'invalid-request')
  async listAgencies(@Ctx() ctx: AgencyContext, @Query() query: ListAgenciesQueryDto): Promise<AgencyPageDto> {
    const after = idCursor('agency', query.after);
    const { data, next } = await this.agencies.pipeline(ctx, { ...query, after });
    return { data: data.map(toAgencyInPipelineDto), next };
  }

  @Post()
  @HttpCode(201)
  @Allow('platform:agencies')
  @ApiOperation({ summary: 'Make an agency', description: 'It begins on trial.' })
  @ApiCreatedResponse({ type: AgencyDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(409, 'slug-taken')
  @ApiProblem(422, 'email-domain')
  async createAgency(@Ctx() ctx: AgencyContext, @Body() body: CreateAgencyDto): Promise<AgencyDto> {
    return toAgencyDto(await this.onboarding.create(ctx, body));
  }

  @Get(':id')
  @Allow('platform:agencies')
  @ApiOperation({ summary: 'Get an agency' })
  @ApiOkResponse({ type: AgencyDto })
  @ApiProblem(404, 'not-found')
  async getPlatformAgency(@Ctx() ctx: AgencyContext, @IdParam('agency') id: Uuid): Promise<AgencyDto> {
    return toAgencyDto(await this.agencies.getForPlatform(ctx, id));
  }

  @Patch(':id')
  @Allow('platform:agencies')
  @ApiOperation({ summary: 'Change the details of an agency', description: 'Recorded in its log and in yours.' })
  @ApiOkResponse({ type: AgencyDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  async changePlatformAgency(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency') id: Uuid,
    @Body() body: ChangeAgencyDto,
  ): Promise<AgencyDto> {
    return toAgencyDto(await this.agencies.updateForPlatform(ctx, id, body));
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @Allow('platform:agencies')
  @StepUp()
  @ApiOperation({
    summary: 'Suspend an agency',
    description: 'Its keys stop within half a second and its sending within two. What it accepted stays queued.',
  })
  @ApiOkResponse({ type: AgencyDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'permission-missing', 'step-up-required')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'agency-status')
  async suspendAgency(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency') id: Uuid,
    @Body() { reason }: ReasonDto,
  ): Promise<AgencyDto> {
    return toAgencyDto(await this.statuses.suspend(ctx, id, reason));
  }

  @Post(':id/reactivate')
  @HttpCode(200)
  @Allow('platform:agencies')
  @ApiOperation({ summary: 'Reactivate an agency', description: 'It becomes what it was: on trial or live.' })
  @ApiOkResponse({ type: AgencyDto })
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'agency-status')
  async reactivateAgency(@Ctx() ctx: AgencyContext, @IdParam('agency') id: Uuid): Promise<AgencyDto> {
    return toAgencyDto(await this.statuses.reactivate(ctx, id));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Allow('platform:agencies')
  @StepUp()
  @ApiOperation({ summary: 'Close an agency', description: 'For good. Its people can no longer enter it.' })
  @ApiOkResponse({ type: AgencyDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'permission-missing', 'step-up-required')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'agency-status')
  async closeAgency(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency') id: Uuid,
    @Body() { reason }: ReasonDto,
  ): Promise<AgencyDto> {
    return toAgencyDto(await this.statuses.close(ctx, id, reason));
  }
}

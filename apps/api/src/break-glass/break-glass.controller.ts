import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx, StepUp } from '#libs/access';
import { ApiProblem, IdParam, ListQueryDto } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { BreakGlassService } from '#libs/onboarding';
import { idCursor } from '../platform-agencies/list-cursor.js';
import { BreakGlassDto, BreakGlassPageDto, RequestBreakGlassDto, toBreakGlassDto } from './dto/break-glass.dto.js';

/** How the platform's people enter an agency: with a reason, by two, for an hour at most. */
@ApiTags('platform')
@Controller('v1/platform/break-glass')
export class BreakGlassController {
  constructor(private readonly breakGlass: BreakGlassService) {}

  @Post()
  @HttpCode(201)
  @Allow('platform:break-glass')
  @StepUp()
  @ApiOperation({ summary: 'Ask to enter an agency' })
  @ApiCreatedResponse({ type: BreakGlassDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'permission-missing', 'step-up-required')
  @ApiProblem(404, 'not-found')
  async requestBreakGlass(@Ctx() ctx: AgencyContext, @Body() body: RequestBreakGlassDto): Promise<BreakGlassDto> {
    return toBreakGlassDto(await this.breakGlass.request(ctx, body));
  }

  @Get()
  @Allow('platform:break-glass')
  @ApiOperation({ summary: 'List entries into agencies, newest first' })
  @ApiOkResponse({ type: BreakGlassPageDto })
  @ApiProblem(400, 'invalid-request')
  async listBreakGlass(@Ctx() ctx: AgencyContext, @Query() query: ListQueryDto): Promise<BreakGlassPageDto> {
    const after = idCursor('breakGlass', query.after);
    const { data, next } = await this.breakGlass.list(ctx, { limit: query.limit, after });
    return { data: data.map(toBreakGlassDto), next };
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Allow('platform:break-glass')
  @StepUp()
  @ApiOperation({
    summary: 'Let the person who asked in',
    description: "Somebody else approves. It stands in the agency's own log.",
  })
  @ApiOkResponse({ type: BreakGlassDto })
  @ApiProblem(403, 'permission-missing', 'step-up-required', 'own-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'break-glass-decided')
  async approveBreakGlass(@Ctx() ctx: AgencyContext, @IdParam('breakGlass') id: Uuid): Promise<BreakGlassDto> {
    return toBreakGlassDto(await this.breakGlass.approve(ctx, id));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Allow('platform:break-glass')
  @ApiOperation({ summary: 'End an entry before its time, or take the request back' })
  @ApiOkResponse({ type: BreakGlassDto })
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'break-glass-decided')
  async closeBreakGlass(@Ctx() ctx: AgencyContext, @IdParam('breakGlass') id: Uuid): Promise<BreakGlassDto> {
    return toBreakGlassDto(await this.breakGlass.close(ctx, id));
  }
}

import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx, StepUp } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { SwitchesService } from '#libs/sending';
import { idCursor } from '../platform-agencies/list-cursor.js';
import { ListSwitchesQueryDto } from './dto/list-switches-query.dto.js';
import { StopPlatformDto } from './dto/stop.dto.js';
import { SwitchDto, SwitchPageDto, toSwitchDto, toSwitchPageDto } from './dto/switch.dto.js';

/** Stops the sending of all agencies. One person stops; another one lifts. */
@ApiTags('platform')
@Controller('v1/platform/switches')
export class PlatformSwitchesController {
  constructor(private readonly switches: SwitchesService) {}

  @Get()
  @Allow('platform:switches')
  @ApiOperation({ summary: "List the platform's kill switches, newest first" })
  @ApiOkResponse({ type: SwitchPageDto })
  @ApiProblem(400, 'invalid-request')
  async listPlatformSwitches(@Ctx() ctx: AgencyContext, @Query() query: ListSwitchesQueryDto): Promise<SwitchPageDto> {
    const after = idCursor('switch', query.after);
    return toSwitchPageDto(await this.switches.listPlatform(ctx, { ...query, after }));
  }

  @Post()
  @HttpCode(201)
  @Allow('platform:switches')
  @ApiOperation({
    summary: 'Stop the sending of all agencies',
    description: 'Within two seconds nothing leaves any more. What is accepted stays queued.',
  })
  @ApiCreatedResponse({ type: SwitchDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'permission-missing')
  @ApiProblem(409, 'already-stopped')
  async stopPlatform(@Ctx() ctx: AgencyContext, @Body() { reason }: StopPlatformDto): Promise<SwitchDto> {
    return toSwitchDto(await this.switches.stopPlatform(ctx, reason));
  }

  @Post(':id/lift')
  @HttpCode(200)
  @Allow('platform:switches')
  @StepUp()
  @ApiOperation({ summary: 'Let all agencies send again', description: 'Somebody else lifts it than who stopped.' })
  @ApiOkResponse({ type: SwitchDto })
  @ApiProblem(403, 'permission-missing', 'step-up-required', 'second-person-needed')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'already-lifted')
  async liftPlatform(@Ctx() ctx: AgencyContext, @IdParam('switch') id: Uuid): Promise<SwitchDto> {
    return toSwitchDto(await this.switches.liftPlatform(ctx, id));
  }
}

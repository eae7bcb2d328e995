import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { SwitchesService } from '#libs/sending';
import { idCursor } from '../platform-agencies/list-cursor.js';
import { ListSwitchesQueryDto } from './dto/list-switches-query.dto.js';
import { StopDto, toNewSwitch } from './dto/stop.dto.js';
import { SwitchDto, SwitchPageDto, toSwitchDto, toSwitchPageDto } from './dto/switch.dto.js';

/** Stops what the agency sends, at once, and lets it go on. */
@ApiTags('switches')
@Controller('v1/switches')
export class SwitchesController {
  constructor(private readonly switches: SwitchesService) {}

  @Get()
  @Allow('switches:read')
  @ApiOperation({ summary: 'List kill switches, newest first', description: 'Also those that were lifted.' })
  @ApiOkResponse({ type: SwitchPageDto })
  @ApiProblem(400, 'invalid-request')
  async listSwitches(@Ctx() ctx: AgencyContext, @Query() query: ListSwitchesQueryDto): Promise<SwitchPageDto> {
    const after = idCursor('switch', query.after);
    return toSwitchPageDto(await this.switches.list(ctx, { ...query, after }));
  }

  @Post()
  @HttpCode(201)
  @Allow('switches:write')
  @ApiOperation({
    summary: 'Stop sending',
    description:
      'Within two seconds nothing of what is named leaves any more, also what a worker has taken already. Messages stay ' +
      'queued until the switch is lifted or they expire. A stopped key is refused as well.',
  })
  @ApiCreatedResponse({ type: SwitchDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'permission-missing')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'already-stopped')
  async stop(@Ctx() ctx: AgencyContext, @Body() body: StopDto): Promise<SwitchDto> {
    return toSwitchDto(await this.switches.stop(ctx, toNewSwitch(body)));
  }

  @Post(':id/lift')
  @HttpCode(200)
  @Allow('switches:write')
  @ApiOperation({ summary: 'Lift a kill switch', description: 'What waited behind it is due at once.' })
  @ApiOkResponse({ type: SwitchDto })
  @ApiProblem(403, 'permission-missing')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'already-lifted')
  async lift(@Ctx() ctx: AgencyContext, @IdParam('switch') id: Uuid): Promise<SwitchDto> {
    return toSwitchDto(await this.switches.lift(ctx, id));
  }
}

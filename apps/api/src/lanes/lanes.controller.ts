import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import type { AgencyContext } from '#libs/kernel';
import { LanesService } from '#libs/sending';
import { LanesDto, toLanesDto } from './dto/lanes.dto.js';

/** How long messages wait. */
@ApiTags('messages')
@Controller('v1/lanes')
export class LanesController {
  constructor(private readonly lanes: LanesService) {}

  @Get()
  @Allow('messages:read')
  @ApiOperation({
    summary: 'Show how long messages wait, by lane',
    description: 'The age of the oldest message that is due and has not left, also behind a hold or a kill switch.',
  })
  @ApiOkResponse({ type: LanesDto })
  async listLanes(@Ctx() ctx: AgencyContext): Promise<LanesDto> {
    return toLanesDto(await this.lanes.ages(ctx));
  }
}

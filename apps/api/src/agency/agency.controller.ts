import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { AgenciesService } from '#libs/agencies';
import { ApiProblem } from '#libs/http';
import type { AgencyContext } from '#libs/kernel';
import { AgencyDto, toAgencyDto } from './dto/agency.dto.js';
import { ChangeAgencyDto } from './dto/change-agency.dto.js';

@ApiTags('agency')
@Controller('v1/agency')
export class AgencyController {
  constructor(private readonly agencies: AgenciesService) {}

  @Get()
  @Allow('agency:read')
  @ApiOperation({ summary: 'Get your agency', description: 'Its status too, and why, should it be suspended.' })
  @ApiOkResponse({ type: AgencyDto })
  async getAgency(@Ctx() ctx: AgencyContext): Promise<AgencyDto> {
    return toAgencyDto(await this.agencies.get(ctx));
  }

  @Patch()
  @Allow('agency:write')
  @ApiOperation({ summary: 'Change the details of your agency' })
  @ApiOkResponse({ type: AgencyDto })
  @ApiProblem(400, 'invalid-request')
  async changeAgency(@Ctx() ctx: AgencyContext, @Body() body: ChangeAgencyDto): Promise<AgencyDto> {
    return toAgencyDto(await this.agencies.update(ctx, body));
  }
}

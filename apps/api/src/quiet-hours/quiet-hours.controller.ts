import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { QuietHoursService } from '#libs/agencies';
import { ApiProblem } from '#libs/http';
import type { AgencyContext } from '#libs/kernel';
import { QuietHoursDto, SetQuietHoursDto, toQuietHours, toQuietHoursDto } from './dto/quiet-hours.dto.js';

@ApiTags('agency')
@Controller('v1/quiet-hours')
export class QuietHoursController {
  constructor(private readonly quietHours: QuietHoursService) {}

  @Get()
  @Allow('agency:read')
  @ApiOperation({ summary: 'Get the times in which your agency sends no messages' })
  @ApiOkResponse({ type: QuietHoursDto })
  async getQuietHours(@Ctx() ctx: AgencyContext): Promise<QuietHoursDto> {
    return toQuietHoursDto(await this.quietHours.get(ctx));
  }

  @Put()
  @Allow('agency:write')
  @ApiOperation({
    summary: 'Set the times in which your agency sends no messages',
    description:
      'By the clocks of the agency, also when they are changed. Messages of purposes with `quietHours: exempt` leave at ' +
      'any time; all others wait for the end. Applies to what is already waiting, too.',
  })
  @ApiOkResponse({ type: QuietHoursDto })
  @ApiProblem(400, 'invalid-request')
  async setQuietHours(@Ctx() ctx: AgencyContext, @Body() body: SetQuietHoursDto): Promise<QuietHoursDto> {
    const quiet = toQuietHours(body);
    await this.quietHours.set(ctx, quiet);
    return toQuietHoursDto(quiet);
  }

  @Delete()
  @HttpCode(204)
  @Allow('agency:write')
  @ApiOperation({ summary: 'Send messages at any time' })
  @ApiNoContentResponse()
  async removeQuietHours(@Ctx() ctx: AgencyContext): Promise<void> {
    await this.quietHours.set(ctx, null);
  }
}

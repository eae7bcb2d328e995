import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx, StepUp } from '#libs/access';
import { ApiProblem } from '#libs/http';
import type { AgencyContext } from '#libs/kernel';
import { SsoSettingsService } from '#libs/sso';
import { PutSsoDto, SsoDto, toSsoDto } from './dto/sso.dto.js';

@ApiTags('single sign-on')
@Controller('v1/agency/sso')
export class SsoSettingsController {
  constructor(private readonly settings: SsoSettingsService) {}

  @Get()
  @Allow('agency:write')
  @ApiOperation({
    summary: 'Get the settings of single sign-on',
    description: 'As long as none are set, `configured` is false and the rest is empty.',
  })
  @ApiOkResponse({ type: SsoDto })
  async getSso(@Ctx() ctx: AgencyContext): Promise<SsoDto> {
    return toSsoDto(await this.settings.find(ctx));
  }

  @Put()
  @Allow('agency:write')
  @StepUp()
  @ApiOperation({ summary: 'Set single sign-on up, or change it' })
  @ApiOkResponse({ type: SsoDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'permission-missing', 'step-up-required')
  async putSso(@Ctx() ctx: AgencyContext, @Body() body: PutSsoDto): Promise<SsoDto> {
    return toSsoDto(await this.settings.put(ctx, body));
  }

  @Delete()
  @HttpCode(204)
  @Allow('agency:write')
  @StepUp()
  @ApiOperation({ summary: 'Switch single sign-on off' })
  @ApiNoContentResponse()
  @ApiProblem(403, 'permission-missing', 'step-up-required')
  @ApiProblem(404, 'not-found')
  async deleteSso(@Ctx() ctx: AgencyContext): Promise<void> {
    await this.settings.remove(ctx);
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { HomeService } from '#libs/home';
import type { AgencyContext } from '#libs/kernel';
import { HomeDto, toHomeDto } from './dto/home.dto.js';

@ApiTags('console')
@Controller('v1/home')
export class HomeOverviewController {
  constructor(private readonly home: HomeService) {}

  @Get()
  @Allow('home:read')
  @ApiOperation({ summary: 'Get what needs you, and what today came to' })
  @ApiOkResponse({ type: HomeDto })
  async getHome(@Ctx() ctx: AgencyContext): Promise<HomeDto> {
    return toHomeDto(await this.home.get(ctx));
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import type { AgencyContext } from '#libs/kernel';
import { PlatformNumbersService } from '#libs/phone-numbers';
import { PlatformNumberListDto, toPlatformNumberDto } from './dto/platform-number.dto.js';

@ApiTags('platform')
@Controller('v1/platform/numbers')
export class NumberMatrixController {
  constructor(private readonly numbers: PlatformNumbersService) {}

  @Get()
  @Allow('platform:agencies')
  @ApiOperation({ summary: 'List the numbers of all agencies, the one that most deserves a look first' })
  @ApiOkResponse({ type: PlatformNumberListDto })
  async listAllNumbers(@Ctx() ctx: AgencyContext): Promise<PlatformNumberListDto> {
    return { data: (await this.numbers.list(ctx)).map(toPlatformNumberDto), next: null };
  }
}

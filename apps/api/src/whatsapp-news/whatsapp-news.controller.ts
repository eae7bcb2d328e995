import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem } from '#libs/http';
import type { AgencyContext } from '#libs/kernel';
import { AccountNews } from '#libs/phone-numbers';
import { ListNewsQueryDto, NewsPageDto, toNewsDto } from './dto/news.dto.js';
import { readCursor, toCursor } from './news-cursor.js';

@ApiTags('numbers')
@Controller('v1/whatsapp-news')
export class WhatsappNewsController {
  constructor(private readonly news: AccountNews) {}

  @Get()
  @Allow('numbers:read')
  @ApiOperation({
    summary: 'List what WhatsApp told of the agency’s numbers and accounts, newest first',
    description: 'Limits, restrictions, names, alerts, PINs. What it told of templates stands with the templates.',
  })
  @ApiOkResponse({ type: NewsPageDto })
  @ApiProblem(400, 'invalid-request')
  async listNews(@Ctx() ctx: AgencyContext, @Query() query: ListNewsQueryDto): Promise<NewsPageDto> {
    const { after, limit, weight, numberId } = query;
    const { data, next } = await this.news.list(ctx, { limit, weight, numberId, after: readCursor('news', after) });
    return { data: data.map(toNewsDto), next: toCursor('news', next) };
  }
}

import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem, IdParam, ListQueryDto } from '#libs/http';
import { type AgencyContext, PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { AccountNews } from '#libs/phone-numbers';
import { ParkedWebhooks } from '#libs/webhooks';
import { NewsPageDto, toNewsDto } from '../whatsapp-news/dto/news.dto.js';
import { readCursor, toCursor } from '../whatsapp-news/news-cursor.js';
import { ParkedWebhookPageDto, toParkedWebhookDto } from './dto/parked-webhook.dto.js';

@ApiTags('platform')
@Controller('v1/platform')
@Allow('platform:agencies')
export class PlatformWebhooksController {
  constructor(
    private readonly parked: ParkedWebhooks,
    private readonly news: AccountNews,
  ) {}

  @Get('webhooks')
  @ApiOperation({
    summary: 'List the webhooks that could not be understood, newest first',
    description:
      'About a number that no agency here has, not readable, or failed for nine hours. Nothing of them is lost.',
  })
  @ApiOkResponse({ type: ParkedWebhookPageDto })
  @ApiProblem(400, 'invalid-request')
  async listParkedWebhooks(@Ctx() ctx: AgencyContext, @Query() query: ListQueryDto): Promise<ParkedWebhookPageDto> {
    const { data, next } = await this.parked.list(ctx, {
      limit: query.limit,
      after: readCursor('webhook', query.after),
    });
    return { data: data.map(toParkedWebhookDto), next: toCursor('webhook', next) };
  }

  @Post('webhooks/:id/replay')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Have a webhook read again',
    description: 'For instance once its number belongs to an agency. What was understood before changes nothing again.',
  })
  @ApiNoContentResponse()
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'webhook-emptied')
  async replayWebhook(@Ctx() ctx: AgencyContext, @IdParam('webhook') id: Uuid): Promise<void> {
    await this.parked.replay(ctx, id);
  }

  @Post('webhooks/:id/dismiss')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete the body of a webhook that nobody wants' })
  @ApiNoContentResponse()
  @ApiProblem(404, 'not-found')
  async dismissWebhook(@Ctx() ctx: AgencyContext, @IdParam('webhook') id: Uuid): Promise<void> {
    await this.parked.dismiss(ctx, id);
  }

  @Get('whatsapp-news')
  @ApiOperation({
    summary: 'List what WhatsApp told of portfolios and of accounts that no agency here has, newest first',
  })
  @ApiOkResponse({ type: NewsPageDto })
  @ApiProblem(400, 'invalid-request')
  async listPlatformNews(@Ctx() ctx: AgencyContext, @Query() query: ListQueryDto): Promise<NewsPageDto> {
    const page = { limit: query.limit, after: readCursor('news', query.after) };
    const { data, next } = await this.news.list({ ...ctx, agencyId: PLATFORM_AGENCY_ID }, page);
    return { data: data.map(toNewsDto), next: toCursor('news', next) };
  }
}

import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem } from '#libs/http';
import type { AgencyContext } from '#libs/kernel';
import { TemplatesService } from '#libs/templates';
import { ListTemplatesQueryDto } from './dto/list-templates-query.dto.js';
import { SyncResultDto } from './dto/sync-result.dto.js';
import { TemplatePageDto, toTemplateDto } from './dto/template.dto.js';
import { readCursor, toCursor } from './template-cursor.js';

@ApiTags('templates')
@Controller('v1/templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Allow('templates:read')
  @ApiOperation({ summary: 'List the templates of the agency' })
  @ApiOkResponse({ type: TemplatePageDto })
  @ApiProblem(400, 'invalid-request')
  async listTemplates(@Ctx() ctx: AgencyContext, @Query() query: ListTemplatesQueryDto): Promise<TemplatePageDto> {
    const { after, limit, name, language, status } = query;
    const page = { after: readCursor(after), limit, name, language, status };
    const { data, next } = await this.templates.list(ctx, page);
    return { data: data.map(toTemplateDto), next: toCursor(next) };
  }

  @Post('sync')
  @HttpCode(200)
  @Allow('templates:write')
  @ApiOperation({ summary: 'Fetch the templates from WhatsApp now' })
  @ApiOkResponse({ type: SyncResultDto })
  @ApiProblem(502, 'provider-unreachable', 'provider-refused')
  async syncTemplates(@Ctx() ctx: AgencyContext): Promise<SyncResultDto> {
    return this.templates.sync(ctx);
  }
}

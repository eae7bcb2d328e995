import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { TemplateDraftsService, TemplateSubmissionService, TemplatesService } from '#libs/templates';
import { TemplateFindingsDto, TemplatePreviewDto, toFindingsDto, toPreviewDto } from './dto/template-checks.dto.js';
import { toDraft } from './dto/template-content.dto.js';
import { TemplateDetailsDto, toTemplateDetailsDto } from './dto/template-details.dto.js';
import { ListTemplateNamesQueryDto, TemplateNamePageDto, toTemplateNameDto } from './dto/template-names.dto.js';
import {
  AddTemplateLanguageDto,
  CopyTemplateDto,
  CreateTemplateDto,
  LintTemplateDto,
  PreviewDraftDto,
  PreviewTemplateDto,
  WriteTemplateVersionDto,
} from './dto/write-template.dto.js';
import { readNameCursor, toNameCursor } from './template-name-cursor.js';

/** Writing templates. */
@ApiTags('templates')
@Controller('v1/templates')
export class TemplateDraftsController {
  constructor(
    private readonly drafts: TemplateDraftsService,
    private readonly templates: TemplatesService,
    private readonly submission: TemplateSubmissionService,
  ) {}

  @Get('names')
  @Allow('templates:read')
  @ApiOperation({ summary: 'List the templates by name, each with its languages' })
  @ApiOkResponse({ type: TemplateNamePageDto })
  @ApiProblem(400, 'invalid-request')
  async listTemplateNames(
    @Ctx() ctx: AgencyContext,
    @Query() query: ListTemplateNamesQueryDto,
  ): Promise<TemplateNamePageDto> {
    const { after, limit, name, status, review } = query;
    const filter = { after: readNameCursor(after), name, status, review };
    const { data, next } = await this.templates.listNames(ctx, filter, limit);
    return { data: data.map(toTemplateNameDto), next: toNameCursor(next) };
  }

  @Post()
  @Allow('templates:write')
  @ApiOperation({
    summary: 'Write a template',
    description: 'A draft, in one language. It goes to WhatsApp once a second person has approved it.',
  })
  @ApiCreatedResponse({ type: TemplateDetailsDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(409, 'template-exists', 'template-name-locked', 'template-account-missing')
  async createTemplate(@Ctx() ctx: AgencyContext, @Body() body: CreateTemplateDto): Promise<TemplateDetailsDto> {
    const { name, language, wabaId, content } = body;
    return toTemplateDetailsDto(await this.drafts.create(ctx, { name, language, wabaId, draft: toDraft(content) }));
  }

  @Post('lint')
  @HttpCode(200)
  @Allow('templates:read')
  @ApiOperation({
    summary: 'Say what is wrong with a text',
    description: 'Every rule that WhatsApp checks, and some for plain language. Nothing is stored.',
  })
  @ApiOkResponse({ type: TemplateFindingsDto })
  @ApiProblem(400, 'invalid-request')
  async lintTemplate(@Ctx() ctx: AgencyContext, @Body() body: LintTemplateDto): Promise<TemplateFindingsDto> {
    const { name, language, content } = body;
    return toFindingsDto(await this.drafts.lint(ctx, { name, language, draft: toDraft(content) }));
  }

  @Post('preview')
  @HttpCode(200)
  @Allow('templates:read')
  @ApiOperation({ summary: 'Show a text as citizens would read it', description: 'Nothing is stored.' })
  @ApiOkResponse({ type: TemplatePreviewDto })
  @ApiProblem(400, 'invalid-request')
  previewDraft(@Body() { language, content, variables }: PreviewDraftDto): TemplatePreviewDto {
    return toPreviewDto(this.drafts.preview(language, toDraft(content), variables));
  }

  @Get(':id')
  @Allow('templates:read')
  @ApiOperation({ summary: 'Show a template with its versions and its history' })
  @ApiOkResponse({ type: TemplateDetailsDto })
  @ApiProblem(404, 'not-found')
  async getTemplate(@Ctx() ctx: AgencyContext, @IdParam('template') id: Uuid): Promise<TemplateDetailsDto> {
    return toTemplateDetailsDto(await this.drafts.get(ctx, id));
  }

  @Post(':id/versions')
  @Allow('templates:write')
  @ApiOperation({
    summary: 'Write a new version',
    description: 'The version that WhatsApp has goes on being sent until the new one is submitted.',
  })
  @ApiCreatedResponse({ type: TemplateDetailsDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'template-changed', 'template-state')
  async writeTemplateVersion(
    @Ctx() ctx: AgencyContext,
    @IdParam('template') id: Uuid,
    @Body() { baseVersion, content }: WriteTemplateVersionDto,
  ): Promise<TemplateDetailsDto> {
    return toTemplateDetailsDto(await this.drafts.write(ctx, id, baseVersion, toDraft(content)));
  }

  @Post(':id/languages')
  @Allow('templates:write')
  @ApiOperation({ summary: 'Begin the template in another language', description: 'With the words of this one.' })
  @ApiCreatedResponse({ type: TemplateDetailsDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'template-exists', 'template-name-locked')
  async addTemplateLanguage(
    @Ctx() ctx: AgencyContext,
    @IdParam('template') id: Uuid,
    @Body() { language }: AddTemplateLanguageDto,
  ): Promise<TemplateDetailsDto> {
    return toTemplateDetailsDto(await this.drafts.addLanguage(ctx, id, language));
  }

  @Post(':id/copy')
  @Allow('templates:write')
  @ApiOperation({ summary: 'Copy it to a new name', description: 'As a draft, for instance of what was rejected.' })
  @ApiCreatedResponse({ type: TemplateDetailsDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'template-exists', 'template-name-locked')
  async copyTemplate(
    @Ctx() ctx: AgencyContext,
    @IdParam('template') id: Uuid,
    @Body() { name }: CopyTemplateDto,
  ): Promise<TemplateDetailsDto> {
    return toTemplateDetailsDto(await this.drafts.copy(ctx, id, name));
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Allow('templates:read')
  @ApiOperation({
    summary: 'Show it as a contact would read it',
    description: "In the contact's language where the template has it; exactly the text that is sent.",
  })
  @ApiOkResponse({ type: TemplatePreviewDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  async previewTemplate(
    @Ctx() ctx: AgencyContext,
    @IdParam('template') id: Uuid,
    @Body() body: PreviewTemplateDto,
  ): Promise<TemplatePreviewDto> {
    return toPreviewDto(await this.drafts.previewStored(ctx, id, body));
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Allow('templates:write')
  @ApiOperation({ summary: 'Send it no more', description: 'It stays at WhatsApp and can be restored.' })
  @ApiOkResponse({ type: TemplateDetailsDto })
  @ApiProblem(404, 'not-found')
  async archiveTemplate(@Ctx() ctx: AgencyContext, @IdParam('template') id: Uuid): Promise<TemplateDetailsDto> {
    return toTemplateDetailsDto(await this.drafts.archive(ctx, id));
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Allow('templates:write')
  @ApiOperation({ summary: 'Take it out of the archive' })
  @ApiOkResponse({ type: TemplateDetailsDto })
  @ApiProblem(404, 'not-found')
  async restoreTemplate(@Ctx() ctx: AgencyContext, @IdParam('template') id: Uuid): Promise<TemplateDetailsDto> {
    return toTemplateDetailsDto(await this.drafts.restore(ctx, id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('templates:write')
  @ApiOperation({
    summary: 'Delete it at WhatsApp',
    description: 'The name of an approved template cannot be used again for thirty days. Its versions are kept here.',
  })
  @ApiNoContentResponse()
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'template-state', 'template-account-missing')
  @ApiProblem(502, 'provider-unreachable', 'provider-refused')
  async deleteTemplate(@Ctx() ctx: AgencyContext, @IdParam('template') id: Uuid): Promise<void> {
    await this.submission.remove(ctx, id);
  }
}

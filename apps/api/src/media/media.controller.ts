import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem, IdParam, isUpload, readRequest } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { type MediaDetails, MediaLinks, MediaService, MediaUploads } from '#libs/media';
import {
  MediaDetailsDto,
  MediaLinkDto,
  MediaPageDto,
  toMediaDetailsDto,
  toMediaDto,
  toMediaLinkDto,
} from './dto/media.dto.js';
import { ALT_TEXT_CHARACTERS, ChangeMediaDto, FetchMediaDto, ListMediaQueryDto } from './dto/media-requests.dto.js';
import { readCursor, toCursor } from './media-cursor.js';
import { readUploadForm } from './upload-form.js';

const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description: 'At most 100 MB; what each kind may have is in docs/media.md',
    },
    altText: {
      type: 'string',
      maxLength: ALT_TEXT_CHARACTERS,
      description: 'What it shows, for those who cannot see it',
    },
  },
};

@ApiTags('media')
@ApiExtraModels(FetchMediaDto)
@Controller('v1/media')
export class MediaController {
  constructor(
    private readonly media: MediaService,
    private readonly uploads: MediaUploads,
    private readonly links: MediaLinks,
  ) {}

  @Get()
  @Allow('media:read')
  @ApiOperation({
    summary: 'List the files of the library, newest first',
    description:
      'What was refused is listed with `?state=refused` only. What citizens sent stands with their messages.',
  })
  @ApiOkResponse({ type: MediaPageDto })
  @ApiProblem(400, 'invalid-request')
  async listMedia(
    @Ctx() ctx: AgencyContext,
    @Query() { limit, after, kind, state }: ListMediaQueryDto,
  ): Promise<MediaPageDto> {
    const { data, next } = await this.media.list(ctx, { limit, after: readCursor(after), kind, state });
    const links = await this.links.preview(ctx, data);
    return { data: data.map((one) => toMediaDto(one, links.get(one.id))), next: toCursor(next) };
  }

  @Post()
  @Allow('media:write')
  @ApiOperation({
    summary: 'Add a file to the library',
    description:
      'As `multipart/form-data` with the part `file`, or as JSON with the `url` to fetch it from. What it is, is read from its ' +
      'content. Pictures are drawn anew, without place and camera. With a virus scanner that is away, the file stays `scanning` ' +
      'until it is back.',
  })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({ schema: { oneOf: [FORM, { $ref: getSchemaPath(FetchMediaDto) }] } })
  @ApiCreatedResponse({ type: MediaDetailsDto })
  @ApiProblem(400, 'invalid-request', 'body-unreadable')
  @ApiProblem(413, 'media-too-large')
  @ApiProblem(415, 'media-type-refused', 'unsupported-media-type')
  @ApiProblem(422, 'media-truncated', 'media-empty', 'media-form-refused', 'media-infected', 'media-url-not-fetched')
  @ApiProblem(503, 'media-storage-unavailable')
  async addMedia(@Ctx() ctx: AgencyContext, @Req() request: Request): Promise<MediaDetailsDto> {
    if (isUpload(request)) return this.shown(ctx, await this.uploads.upload(ctx, await readUploadForm(request)));
    const { url, altText } = readRequest(FetchMediaDto, request.body ?? {}, 'body');
    return this.shown(ctx, await this.uploads.fetch(ctx, { url, altText: altText ?? null }));
  }

  @Get(':id')
  @Allow('media:read')
  @ApiOperation({ summary: 'Show a file and where it is used' })
  @ApiOkResponse({ type: MediaDetailsDto })
  @ApiProblem(404, 'not-found')
  async getMedia(@Ctx() ctx: AgencyContext, @IdParam('media') id: Uuid): Promise<MediaDetailsDto> {
    return this.shown(ctx, await this.media.get(ctx, id));
  }

  @Patch(':id')
  @Allow('media:write')
  @ApiOperation({ summary: 'Say what a file shows' })
  @ApiOkResponse({ type: MediaDetailsDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  async changeMedia(
    @Ctx() ctx: AgencyContext,
    @IdParam('media') id: Uuid,
    @Body() { altText }: ChangeMediaDto,
  ): Promise<MediaDetailsDto> {
    return this.shown(ctx, await this.media.describe(ctx, id, altText));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('media:write')
  @ApiOperation({
    summary: 'Remove a file',
    description:
      'Its key is gone at once, its bytes soon after, here and at WhatsApp. Messages that were sent keep theirs.',
  })
  @ApiNoContentResponse()
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'media-in-use')
  async removeMedia(@Ctx() ctx: AgencyContext, @IdParam('media') id: Uuid): Promise<void> {
    await this.media.remove(ctx, id);
  }

  @Get(':id/link')
  @Allow('media:read')
  @ApiOperation({
    summary: 'Get a short link to a file',
    description:
      'Works for a few minutes and for whoever holds it. For a file that a citizen sent, the log names who asked.',
  })
  @ApiOkResponse({ type: MediaLinkDto })
  @ApiProblem(404, 'not-found')
  @ApiProblem(422, 'media-not-clean')
  async getMediaLink(@Ctx() ctx: AgencyContext, @IdParam('media') id: Uuid): Promise<MediaLinkDto> {
    return toMediaLinkDto(await this.links.create(ctx, id));
  }

  private async shown(ctx: AgencyContext, details: MediaDetails): Promise<MediaDetailsDto> {
    const links = await this.links.preview(ctx, [details.media]);
    return toMediaDetailsDto(details, links.get(details.media.id));
  }
}

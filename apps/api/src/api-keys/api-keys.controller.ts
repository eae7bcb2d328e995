import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, ApiKeysService, assertSteppedUp, Ctx, type CurrentSession, OwnSession } from '#libs/access';
import { ApiProblem, IdParam, ListQueryDto } from '#libs/http';
import type { AgencyContext, Mode, Uuid } from '#libs/kernel';
import { readCursor, toCursor } from './api-key-cursor.js';
import { ApiKeyDto, ApiKeyPageDto, CreatedApiKeyDto, RotatedApiKeyDto, toApiKeyDto } from './dto/api-key.dto.js';
import { ChangeApiKeyDto } from './dto/change-api-key.dto.js';
import { CreateApiKeyDto } from './dto/create-api-key.dto.js';
import { RotateApiKeyDto } from './dto/rotate-api-key.dto.js';

@ApiTags('api-keys')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Get()
  @Allow('api-keys:read')
  @ApiOperation({ summary: 'List the API keys of the agency' })
  @ApiOkResponse({ type: ApiKeyPageDto })
  @ApiProblem(400, 'invalid-request')
  async listApiKeys(@Ctx() ctx: AgencyContext, @Query() query: ListQueryDto): Promise<ApiKeyPageDto> {
    const { data, next } = await this.apiKeys.list(ctx, { limit: query.limit, after: readCursor(query.after) });
    return { data: data.map(toApiKeyDto), next: toCursor(next) };
  }

  @Post()
  @Allow('api-keys:write')
  @ApiOperation({
    summary: 'Make an API key',
    description: 'Nobody gives a key more than they may do themselves. Live keys need `api-keys:write-live`.',
  })
  @ApiCreatedResponse({ type: CreatedApiKeyDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'permission-missing', 'step-up-required')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'department-archived')
  async createApiKey(
    @Ctx() ctx: AgencyContext,
    @OwnSession() session: CurrentSession,
    @Body() body: CreateApiKeyDto,
  ): Promise<CreatedApiKeyDto> {
    assertProved(session, body.mode);
    const { id, secret } = await this.apiKeys.create(ctx, body);
    return { ...toApiKeyDto(await this.apiKeys.get(ctx, id)), secret };
  }

  @Get(':id')
  @Allow('api-keys:read')
  @ApiOperation({ summary: 'Show an API key, without its secret' })
  @ApiOkResponse({ type: ApiKeyDto })
  @ApiProblem(404, 'not-found')
  async getApiKey(@Ctx() ctx: AgencyContext, @IdParam('apiKey') id: Uuid): Promise<ApiKeyDto> {
    return toApiKeyDto(await this.apiKeys.get(ctx, id));
  }

  @Patch(':id')
  @Allow('api-keys:write')
  @ApiOperation({ summary: 'Change the name of an API key, or from where it works' })
  @ApiOkResponse({ type: ApiKeyDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'permission-missing', 'step-up-required')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'key-ended')
  async changeApiKey(
    @Ctx() ctx: AgencyContext,
    @OwnSession() session: CurrentSession,
    @IdParam('apiKey') id: Uuid,
    @Body() body: ChangeApiKeyDto,
  ): Promise<ApiKeyDto> {
    assertProved(session, (await this.apiKeys.get(ctx, id)).mode);
    return toApiKeyDto(await this.apiKeys.update(ctx, id, body));
  }

  @Post(':id/rotate')
  @Allow('api-keys:write')
  @ApiOperation({ summary: 'Make a key that takes over', description: 'Both work until the overlap is over.' })
  @ApiCreatedResponse({ type: RotatedApiKeyDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'permission-missing', 'step-up-required')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'key-ended', 'key-rotated', 'department-archived')
  async rotateApiKey(
    @Ctx() ctx: AgencyContext,
    @OwnSession() session: CurrentSession,
    @IdParam('apiKey') id: Uuid,
    @Body() { overlapHours }: RotateApiKeyDto,
  ): Promise<RotatedApiKeyDto> {
    assertProved(session, (await this.apiKeys.get(ctx, id)).mode);
    const { id: newKey, secret, oldExpiresAt } = await this.apiKeys.rotate(ctx, id, overlapHours);
    const key = toApiKeyDto(await this.apiKeys.get(ctx, newKey));
    return { ...key, secret, oldExpiresAt: oldExpiresAt.toISOString() };
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('api-keys:write')
  @ApiOperation({ summary: 'Revoke an API key', description: 'It stops working within a second, for good.' })
  @ApiNoContentResponse()
  @ApiProblem(404, 'not-found')
  async revokeApiKey(@Ctx() ctx: AgencyContext, @IdParam('apiKey') id: Uuid): Promise<void> {
    await this.apiKeys.revoke(ctx, id);
  }
}

/** A live key reaches citizens: whoever makes, moves or renews one proves again who they are. */
function assertProved(session: CurrentSession, mode: Mode): void {
  if (mode === 'live') assertSteppedUp(session);
}

import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx, StepUp } from '#libs/access';
import { CallbackEndpointsService } from '#libs/callbacks';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { CallbackDetailsDto, CallbackListDto, toCallbackDetailsDto, toCallbackDto } from './dto/callback.dto.js';
import { CallbackSecretDto, RotateCallbackSecretDto } from './dto/callback-secret.dto.js';
import { ChangeCallbackDto, CreateCallbackDto } from './dto/create-callback.dto.js';
import { toCallbackSecretDto } from './to-callback-secret.js';

@ApiTags('callbacks')
@Controller('v1/callbacks')
export class CallbacksController {
  constructor(private readonly endpoints: CallbackEndpointsService) {}

  @Get()
  @Allow('callbacks:read')
  @ApiOperation({ summary: 'List the callback endpoints of the agency' })
  @ApiOkResponse({ type: CallbackListDto })
  async listCallbacks(@Ctx() ctx: AgencyContext): Promise<CallbackListDto> {
    return { data: (await this.endpoints.list(ctx)).map(toCallbackDto), next: null };
  }

  @Post()
  @Allow('callbacks:write')
  @ApiOperation({
    summary: 'Make a callback endpoint',
    description: 'From now on, the system at `url` is told of these events, in the format of Standard Webhooks 1.0.',
  })
  @ApiCreatedResponse({ type: CallbackDetailsDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'department-archived', 'too-many-callbacks')
  async createCallback(@Ctx() ctx: AgencyContext, @Body() body: CreateCallbackDto): Promise<CallbackDetailsDto> {
    const { signature: scheme, ...wanted } = body;
    return toCallbackDetailsDto(await this.endpoints.create(ctx, { ...wanted, scheme }));
  }

  @Get(':id')
  @Allow('callbacks:read')
  @ApiOperation({ summary: 'Show a callback endpoint and how it does' })
  @ApiOkResponse({ type: CallbackDetailsDto })
  @ApiProblem(404, 'not-found')
  async getCallback(@Ctx() ctx: AgencyContext, @IdParam('callback') id: Uuid): Promise<CallbackDetailsDto> {
    return toCallbackDetailsDto(await this.endpoints.get(ctx, id));
  }

  @Patch(':id')
  @Allow('callbacks:write')
  @ApiOperation({ summary: 'Change where an endpoint is, or what it is told' })
  @ApiOkResponse({ type: CallbackDetailsDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  async changeCallback(
    @Ctx() ctx: AgencyContext,
    @IdParam('callback') id: Uuid,
    @Body() body: ChangeCallbackDto,
  ): Promise<CallbackDetailsDto> {
    return toCallbackDetailsDto(await this.endpoints.update(ctx, id, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('callbacks:write')
  @ApiOperation({ summary: 'Remove a callback endpoint', description: 'With everything that it was told.' })
  @ApiNoContentResponse()
  @ApiProblem(404, 'not-found')
  async removeCallback(@Ctx() ctx: AgencyContext, @IdParam('callback') id: Uuid): Promise<void> {
    await this.endpoints.remove(ctx, id);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Allow('callbacks:write')
  @ApiOperation({ summary: 'Turn an endpoint on', description: 'What waited for it goes out at once.' })
  @ApiOkResponse({ type: CallbackDetailsDto })
  @ApiProblem(404, 'not-found')
  async enableCallback(@Ctx() ctx: AgencyContext, @IdParam('callback') id: Uuid): Promise<CallbackDetailsDto> {
    return toCallbackDetailsDto(await this.endpoints.enable(ctx, id));
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Allow('callbacks:write')
  @ApiOperation({
    summary: 'Turn an endpoint off',
    description: 'What waits is kept. Of what happens while it is off, it is not told, also not later.',
  })
  @ApiOkResponse({ type: CallbackDetailsDto })
  @ApiProblem(404, 'not-found')
  async disableCallback(@Ctx() ctx: AgencyContext, @IdParam('callback') id: Uuid): Promise<CallbackDetailsDto> {
    return toCallbackDetailsDto(await this.endpoints.disable(ctx, id));
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  @Allow('callbacks:write')
  @ApiOperation({
    summary: 'Sign with a new secret',
    description: 'During the overlap, calls carry a signature of the old secret too.',
  })
  @ApiOkResponse({ type: CallbackDetailsDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  async rotateCallbackSecret(
    @Ctx() ctx: AgencyContext,
    @IdParam('callback') id: Uuid,
    @Body() { overlapHours }: RotateCallbackSecretDto,
  ): Promise<CallbackDetailsDto> {
    return toCallbackDetailsDto(await this.endpoints.rotateSecret(ctx, id, overlapHours));
  }

  @Get(':id/secret')
  @Allow('callbacks:write')
  @StepUp()
  @ApiOperation({ summary: 'Show what a receiver verifies with', description: 'That it was shown is on record.' })
  @ApiOkResponse({ type: CallbackSecretDto })
  @ApiProblem(403, 'permission-missing', 'step-up-required')
  @ApiProblem(404, 'not-found')
  async getCallbackSecret(@Ctx() ctx: AgencyContext, @IdParam('callback') id: Uuid): Promise<CallbackSecretDto> {
    return toCallbackSecretDto(await this.endpoints.revealSecret(ctx, id));
  }
}

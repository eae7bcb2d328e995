import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { TrialGuestsService } from '#libs/agencies';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { AddTrialGuestDto, TrialGuestDto, TrialGuestPageDto, toTrialGuestDto } from './dto/trial-guest.dto.js';

/** The only phone numbers to which an agency on trial may write. */
@ApiTags('agency')
@Controller('v1/trial-guests')
export class TrialGuestsController {
  constructor(private readonly guests: TrialGuestsService) {}

  @Get()
  @Allow('agency:read')
  @ApiOperation({ summary: 'List the guests of the trial' })
  @ApiOkResponse({ type: TrialGuestPageDto })
  async listTrialGuests(@Ctx() ctx: AgencyContext): Promise<TrialGuestPageDto> {
    return { data: (await this.guests.list(ctx)).map(toTrialGuestDto), next: null };
  }

  @Post()
  @HttpCode(201)
  @Allow('agency:write')
  @ApiOperation({ summary: 'Add a guest', description: 'Ask the person first. The list holds at most 20.' })
  @ApiCreatedResponse({ type: TrialGuestDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(409, 'guest-known', 'too-many-guests')
  async addTrialGuest(@Ctx() ctx: AgencyContext, @Body() body: AddTrialGuestDto): Promise<TrialGuestDto> {
    return toTrialGuestDto(await this.guests.add(ctx, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('agency:write')
  @ApiOperation({ summary: 'Remove a guest', description: 'What waits for them is not sent.' })
  @ApiNoContentResponse()
  @ApiProblem(404, 'not-found')
  async removeTrialGuest(@Ctx() ctx: AgencyContext, @IdParam('trialGuest') id: Uuid): Promise<void> {
    await this.guests.remove(ctx, id);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx, InvitationsService } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { CreateInvitationDto } from './dto/create-invitation.dto.js';
import { InvitationDto, InvitationPageDto, toInvitationDto } from './dto/invitation.dto.js';

@ApiTags('invitations')
@Controller('v1/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  @Allow('people:read')
  @ApiOperation({ summary: 'List the invitations that wait to be accepted' })
  @ApiOkResponse({ type: InvitationPageDto })
  async listInvitations(@Ctx() ctx: AgencyContext): Promise<InvitationPageDto> {
    return { data: (await this.invitations.list(ctx)).map(toInvitationDto), next: null };
  }

  @Post()
  @Allow('people:write')
  @ApiOperation({ summary: 'Invite somebody by mail', description: 'The link in the mail works once, for seven days.' })
  @ApiCreatedResponse({ type: InvitationDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(409, 'already-member', 'invitation-open', 'separation-of-duties')
  @ApiProblem(422, 'email-domain')
  async invite(@Ctx() ctx: AgencyContext, @Body() body: CreateInvitationDto): Promise<InvitationDto> {
    return toInvitationDto(await this.invitations.invite(ctx, body));
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Allow('people:write')
  @ApiOperation({ summary: 'Send an invitation again', description: 'With a new link; the one before stops working.' })
  @ApiOkResponse({ type: InvitationDto })
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'invitation-closed')
  async resendInvitation(@Ctx() ctx: AgencyContext, @IdParam('invitation') id: Uuid): Promise<InvitationDto> {
    return toInvitationDto(await this.invitations.resend(ctx, id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('people:write')
  @ApiOperation({ summary: 'Take an invitation back' })
  @ApiNoContentResponse()
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'invitation-closed')
  async revokeInvitation(@Ctx() ctx: AgencyContext, @IdParam('invitation') id: Uuid): Promise<void> {
    await this.invitations.revoke(ctx, id);
  }
}

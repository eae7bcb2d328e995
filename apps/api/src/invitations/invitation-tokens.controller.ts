import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AcceptanceService, Public } from '#libs/access';
import { ApiProblem } from '#libs/http';
import { SessionDto } from '../sessions/dto/session.dto.js';
import { answerSession } from '../sessions/session-answer.js';
import { signInMeta } from '../sessions/sign-in-meta.js';
import { AcceptInvitationDto } from './dto/accept-invitation.dto.js';
import { JoinedDto, OpenedInvitationDto, toOpenedInvitationDto } from './dto/invitation.dto.js';

/** For whoever was invited: the token of the link is the right. */
@ApiTags('invitations')
@Controller('v1/invitations/:token')
export class InvitationTokensController {
  constructor(private readonly acceptance: AcceptanceService) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Show an invitation to whoever holds its link' })
  @ApiOkResponse({ type: OpenedInvitationDto })
  @ApiProblem(404, 'not-found')
  @ApiProblem(410, 'invitation-expired', 'invitation-used')
  async showInvitation(@Param('token') token: string): Promise<OpenedInvitationDto> {
    return toOpenedInvitationDto(await this.acceptance.look(token));
  }

  @Post('accept')
  @Public()
  @ApiOperation({
    summary: 'Accept an invitation',
    description:
      'Somebody new chooses name and password and is signed in (201). Somebody who has an account gets the roles and signs in as always (200): the link proves a mailbox and nothing more.',
  })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiOkResponse({ type: JoinedDto, description: 'The person has an account: sign in' })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(401, 'sign-in-failed')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'separation-of-duties')
  @ApiProblem(410, 'invitation-expired', 'invitation-used')
  async acceptInvitation(
    @Param('token') token: string,
    @Body() body: AcceptInvitationDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto | JoinedDto> {
    const opened = await this.acceptance.accept(token, body, signInMeta(request));
    if (opened) return answerSession(response, opened);
    response.status(200);
    return { signInRequired: true };
  }
}

import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx, type CurrentSession, OwnSession, SessionsService } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { OwnSessionListDto, toOwnSessionDto } from './dto/own-session.dto.js';

@ApiTags('me')
@Controller('v1/me/sessions')
@Allow('account:self')
export class MySessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @ApiOperation({ summary: 'Where I am signed in' })
  @ApiOkResponse({ type: OwnSessionListDto })
  async listSessions(@Ctx() ctx: AgencyContext, @OwnSession() session: CurrentSession): Promise<OwnSessionListDto> {
    return { data: (await this.sessions.list(ctx, session)).map(toOwnSessionDto) };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of my sessions', description: 'Acts within a second.' })
  @ApiNoContentResponse({ description: 'Ended' })
  @ApiProblem(404, 'not-found')
  async endSession(
    @Ctx() ctx: AgencyContext,
    @OwnSession() session: CurrentSession,
    @IdParam('session') id: Uuid,
  ): Promise<void> {
    await this.sessions.end(ctx, session, id);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere else', description: 'Ends all my sessions but this one.' })
  @ApiNoContentResponse({ description: 'Ended' })
  async endOtherSessions(@Ctx() ctx: AgencyContext, @OwnSession() session: CurrentSession): Promise<void> {
    await this.sessions.endOthers(ctx, session);
  }
}

import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public, SessionsService } from '#libs/access';
import { ApiProblem, requestIdOf } from '#libs/http';
import { SessionDto, toSessionDto } from './dto/session.dto.js';
import { SignInDto } from './dto/sign-in.dto.js';

@ApiTags('sessions')
@Controller('v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Post()
  @Public()
  @ApiOperation({ summary: 'Sign in', description: 'Gives an access token that lasts ten minutes.' })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiProblem(401, 'sign-in-failed')
  @ApiProblem(429, 'too-many-attempts')
  async signIn(@Body() credentials: SignInDto, @Req() request: Request): Promise<SessionDto> {
    return toSessionDto(await this.sessions.signIn(credentials, { requestId: requestIdOf(request), ip: request.ip }));
  }
}

import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  assertSameOrigin,
  bearerOf,
  NO_SESSION_COOKIE,
  Public,
  refreshTokenOf,
  SecondStepService,
  SessionsService,
  SignInService,
} from '#libs/access';
import { Env } from '#libs/config';
import { ApiProblem } from '#libs/http';
import {
  FinishSignInDto,
  PasskeyChallengeDto,
  PasskeyOptionsDto,
  PasskeySignInDto,
  SecondStepDueDto,
  SecondStepPasskeyDto,
  toSecondStepDueDto,
} from './dto/second-step.dto.js';
import { SessionDto } from './dto/session.dto.js';
import { SignInDto } from './dto/sign-in.dto.js';
import { answerSession } from './session-answer.js';
import { signInMeta } from './sign-in-meta.js';

const CSRF = ApiHeader({ name: 'Belfry-CSRF', required: true, schema: { type: 'string', enum: ['1'] } });

@ApiTags('sessions')
@Controller('v1/sessions')
export class SessionsController {
  constructor(
    private readonly signIns: SignInService,
    private readonly secondSteps: SecondStepService,
    private readonly sessions: SessionsService,
    private readonly env: Env,
  ) {}

  @Post()
  @Public()
  @ApiOperation({
    summary: 'Sign in',
    description:
      'Gives an access token that lasts ten minutes and, in a cookie, what renews it. 200 instead of 201 says that a second step is due.',
  })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiOkResponse({ type: SecondStepDueDto, description: 'The password is right; a second step is due' })
  @ApiProblem(401, 'sign-in-failed')
  @ApiProblem(429, 'too-many-attempts')
  async signIn(
    @Body() credentials: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto | SecondStepDueDto> {
    const result = await this.signIns.signIn(credentials, signInMeta(request));
    if ('session' in result) return answerSession(response, result);
    response.status(200);
    return toSecondStepDueDto(result);
  }

  @Post('second-step')
  @Public()
  @ApiOperation({
    summary: 'Finish a sign-in',
    description: 'Takes one of `code`, `recoveryCode` and `passkey`. Five tries, then the password is asked again.',
  })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiProblem(401, 'code-wrong')
  @ApiProblem(410, 'challenge-expired')
  @ApiProblem(429, 'too-many-attempts')
  async finishSignIn(
    @Body() { challengeId, ...proof }: FinishSignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    return answerSession(response, await this.secondSteps.finish(challengeId, proof, signInMeta(request)));
  }

  @Post('second-step/passkey-options')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'What a passkey must sign as second step' })
  @ApiOkResponse({ type: PasskeyOptionsDto })
  @ApiProblem(410, 'challenge-expired')
  async getSecondStepPasskeyOptions(
    @Body() { challengeId }: SecondStepPasskeyDto,
    @Req() request: Request,
  ): Promise<PasskeyOptionsDto> {
    return { options: await this.secondSteps.passkeyOptions(challengeId, signInMeta(request)) };
  }

  @Post('passkey-options')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a passkey must sign to sign in',
    description: 'Nobody is named: the browser offers the passkeys that it holds for this installation.',
  })
  @ApiOkResponse({ type: PasskeyChallengeDto })
  @ApiProblem(429, 'too-many-attempts')
  openPasskeySignIn(@Req() request: Request): Promise<PasskeyChallengeDto> {
    return this.secondSteps.openPasskeySignIn(signInMeta(request));
  }

  @Post('passkey')
  @Public()
  @ApiOperation({ summary: 'Sign in with a passkey', description: 'A passkey is both steps at once.' })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiProblem(401, 'code-wrong')
  @ApiProblem(410, 'challenge-expired')
  async signInWithPasskey(
    @Body() { challengeId, response: answer }: PasskeySignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    return answerSession(response, await this.secondSteps.signInWithPasskey(challengeId, answer, signInMeta(request)));
  }

  @Post('refresh')
  @Public()
  @CSRF
  @ApiOperation({
    summary: 'Renew the access token',
    description:
      'Reads and rotates the cookie. A refresh token works once; an older one that comes back ends the session, because it was copied.',
  })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiProblem(401, 'session-ended')
  @ApiProblem(403, 'cross-site-request')
  async refreshSession(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SessionDto> {
    assertSameOrigin(request.headers, this.env.PUBLIC_URL);
    return answerSession(response, await this.sessions.refresh(refreshTokenOf(request.headers), signInMeta(request)));
  }

  @Delete('current')
  @Public()
  @HttpCode(204)
  @ApiHeader({ name: 'Belfry-CSRF', required: false, description: '`1`, needed without an access token' })
  @ApiOperation({
    summary: 'Sign out',
    description: 'Ends the session of the cookie and that of the access token; either is enough.',
  })
  @ApiNoContentResponse({ description: 'Signed out; the cookie is taken away' })
  @ApiProblem(403, 'cross-site-request')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const meta = signInMeta(request);
    const accessToken = bearerOf(request);
    // No browser adds a bearer token by itself, so with one there is nothing to forge.
    if (accessToken === null) assertSameOrigin(request.headers, this.env.PUBLIC_URL);
    await this.sessions.signOut(refreshTokenOf(request.headers), meta);
    await this.sessions.signOutByAccessToken(accessToken ?? '', meta);
    response.appendHeader('Set-Cookie', NO_SESSION_COOKIE);
  }
}

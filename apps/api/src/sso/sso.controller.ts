import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '#libs/access';
import { ApiProblem } from '#libs/http';
import { DomainError, invalidRequest } from '#libs/kernel';
import { SsoSignInService } from '#libs/sso';
import { signInMeta } from '../sessions/sign-in-meta.js';
import { SsoStartDto, StartSsoDto } from './dto/sso.dto.js';
import { NO_SSO_COOKIE, ssoCookie, ssoCookieOf } from './sso-cookie.js';

@ApiTags('single sign-on')
@Controller('v1/sso')
export class SsoController {
  constructor(private readonly signIns: SsoSignInService) {}

  @Post('start')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Begin to sign in with the directory of an agency' })
  @ApiOkResponse({ type: SsoStartDto })
  @ApiProblem(404, 'sso-unavailable')
  @ApiProblem(429, 'too-many-attempts')
  @ApiProblem(503, 'sso-provider-unreachable')
  async start(
    @Body() { agency }: StartSsoDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SsoStartDto> {
    const { redirectTo, browserToken } = await this.signIns.start(agency, signInMeta(request));
    response.appendHeader('Set-Cookie', ssoCookie(browserToken));
    return { redirectTo };
  }

  /** The browser comes here from the directory, so a refusal is a page and not a problem document. */
  @Get('callback')
  @Public()
  @ApiOperation({
    summary: 'End of a sign-in with a directory',
    description: 'Sets the session cookie and leads to `/`; after a refusal to `/sign-in?problem=<code>`.',
  })
  @ApiFoundResponse({ description: 'Onwards to the console' })
  @ApiProblem(400, 'invalid-request')
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    const query = new URL(request.originalUrl, 'http://localhost').searchParams;
    if (!query.has('state')) throw invalidRequest([{ field: 'state', code: 'required', message: 'state is required' }]);
    response.appendHeader('Set-Cookie', NO_SSO_COOKIE);
    try {
      const { cookie } = await this.signIns.finish(query, ssoCookieOf(request.headers), signInMeta(request));
      response.appendHeader('Set-Cookie', cookie);
      response.redirect('/');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      response.redirect(`/sign-in?problem=${encodeURIComponent(error.code)}`);
    }
  }
}

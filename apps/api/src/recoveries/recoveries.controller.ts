import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public, RecoveriesService } from '#libs/access';
import { ApiProblem } from '#libs/http';
import { signInMeta } from '../sessions/sign-in-meta.js';
import { FinishRecoveryDto, RequestRecoveryDto } from './dto/recovery.dto.js';

@ApiTags('sessions')
@Controller('v1/recoveries')
export class RecoveriesController {
  constructor(private readonly recoveries: RecoveriesService) {}

  @Post()
  @Public()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Ask for a mail to choose a new password',
    description: 'Answers alike whether or not there is such an account. The link works once, for an hour.',
  })
  @ApiAcceptedResponse({ description: 'If there is such an account, a mail is on its way' })
  @ApiProblem(429, 'too-many-attempts')
  @ApiProblem(503, 'recovery-unavailable')
  requestRecovery(@Body() { email }: RequestRecoveryDto, @Req() request: Request): void {
    this.recoveries.request(email, signInMeta(request));
  }

  @Post(':token')
  @Public()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Choose a new password',
    description: 'Ends all sessions of the person. The second step stays as it is.',
  })
  @ApiParam({ name: 'token', description: 'From the link of the mail' })
  @ApiNoContentResponse({ description: 'The new password works' })
  @ApiProblem(410, 'reset-expired')
  async finishRecovery(
    @Param('token') token: string,
    @Body() { newPassword }: FinishRecoveryDto,
    @Req() request: Request,
  ): Promise<void> {
    await this.recoveries.finish(token, newPassword, signInMeta(request));
  }
}

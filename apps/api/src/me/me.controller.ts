import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Ctx,
  type CurrentSession,
  OwnSession,
  PasswordsService,
  ProfileService,
  ReproofService,
  StepUpService,
} from '#libs/access';
import { ApiProblem } from '#libs/http';
import type { AgencyContext } from '#libs/kernel';
import { PasskeyChallengeDto } from '../sessions/dto/second-step.dto.js';
import { SessionDto, toSessionDto } from '../sessions/dto/session.dto.js';
import { EditProfileDto } from './dto/edit-profile.dto.js';
import { ChangePasswordDto } from './dto/password.dto.js';
import { ProfileDto, toProfileDto } from './dto/profile.dto.js';
import { StepUpDto } from './dto/step-up.dto.js';

@ApiTags('me')
@Controller('v1/me')
@Allow('account:self')
export class MeController {
  constructor(
    private readonly profiles: ProfileService,
    private readonly passwords: PasswordsService,
    private readonly stepUps: StepUpService,
    private readonly reproof: ReproofService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who I am', description: 'The person, where they belong and what they may do there.' })
  @ApiOkResponse({ type: ProfileDto })
  async getMe(@Ctx() ctx: AgencyContext, @OwnSession() session: CurrentSession): Promise<ProfileDto> {
    return toProfileDto(await this.profiles.get(ctx, session), session);
  }

  @Patch()
  @ApiOperation({ summary: 'Change my name, language or preferences', description: 'What is left out stays.' })
  @ApiOkResponse({ type: ProfileDto })
  async editMe(
    @Ctx() ctx: AgencyContext,
    @OwnSession() session: CurrentSession,
    @Body() edit: EditProfileDto,
  ): Promise<ProfileDto> {
    return toProfileDto(await this.profiles.change(ctx, session, edit), session);
  }

  @Post('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change my password', description: 'Ends all my other sessions.' })
  @ApiNoContentResponse({ description: 'Changed' })
  @ApiProblem(403, 'proof-wrong')
  @ApiProblem(429, 'too-many-attempts')
  async changePassword(
    @Ctx() ctx: AgencyContext,
    @OwnSession() session: CurrentSession,
    @Body() change: ChangePasswordDto,
  ): Promise<void> {
    await this.passwords.change(ctx, session, change);
  }

  @Post('step-up')
  @ApiOperation({
    summary: 'Prove again who I am',
    description: 'Takes one of `password`, `code` and `passkey`, and opens dangerous acts for ten minutes.',
  })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiProblem(403, 'proof-wrong')
  @ApiProblem(410, 'challenge-expired')
  @ApiProblem(429, 'too-many-attempts')
  async stepUp(
    @Ctx() ctx: AgencyContext,
    @OwnSession() session: CurrentSession,
    @Body() proof: StepUpDto,
  ): Promise<SessionDto> {
    return toSessionDto(await this.stepUps.stepUp(ctx, session, proof));
  }

  @Post('step-up/options')
  @HttpCode(200)
  @ApiOperation({ summary: 'What my passkey must sign for a step-up' })
  @ApiOkResponse({ type: PasskeyChallengeDto })
  getStepUpOptions(@Ctx() ctx: AgencyContext, @OwnSession() session: CurrentSession): Promise<PasskeyChallengeDto> {
    return this.reproof.passkeyOptions(ctx, session.userId);
  }
}

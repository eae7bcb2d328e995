import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx, type CurrentSession, OwnPasskeysService, OwnSession, OwnTotpService, StepUp } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { PasskeyChallengeDto } from '../sessions/dto/second-step.dto.js';
import {
  AddedPasskeyDto,
  ConfirmTotpDto,
  NewPasskeyDto,
  PasskeyListDto,
  RecoveryCodesDto,
  TotpSecretDto,
  toPasskeyDto,
} from './dto/factors.dto.js';

@ApiTags('me')
@Controller('v1/me')
@Allow('account:self')
export class MyFactorsController {
  constructor(
    private readonly totp: OwnTotpService,
    private readonly passkeys: OwnPasskeysService,
  ) {}

  @Post('totp')
  @ApiOperation({
    summary: 'Begin with an authenticator app',
    description: 'Nothing changes until a code of it is confirmed. Whoever has a second step already steps up first.',
  })
  @ApiCreatedResponse({ type: TotpSecretDto })
  @ApiProblem(403, 'step-up-required')
  beginTotp(@Ctx() ctx: AgencyContext, @OwnSession() session: CurrentSession): Promise<TotpSecretDto> {
    return this.totp.begin(ctx, session);
  }

  @Post('totp/confirm')
  @ApiOperation({
    summary: 'Confirm the authenticator app',
    description: 'From now on it is the second step. Answers ten recovery codes, which take the place of earlier ones.',
  })
  @ApiCreatedResponse({ type: RecoveryCodesDto })
  @ApiProblem(403, 'proof-wrong')
  @ApiProblem(409, 'totp-not-begun')
  async confirmTotp(
    @Ctx() ctx: AgencyContext,
    @OwnSession() session: CurrentSession,
    @Body() { code }: ConfirmTotpDto,
  ): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.totp.confirm(ctx, session, code) };
  }

  @Delete('totp')
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove the authenticator app' })
  @ApiNoContentResponse({ description: 'Removed' })
  @ApiProblem(403, 'step-up-required')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'last-factor')
  async removeTotp(@Ctx() ctx: AgencyContext, @OwnSession() session: CurrentSession): Promise<void> {
    await this.totp.remove(ctx, session);
  }

  @Post('recovery-codes')
  @StepUp()
  @ApiOperation({ summary: 'Ten new recovery codes', description: 'The ones before stop working.' })
  @ApiCreatedResponse({ type: RecoveryCodesDto })
  @ApiProblem(403, 'step-up-required')
  async makeRecoveryCodes(@Ctx() ctx: AgencyContext, @OwnSession() session: CurrentSession): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.totp.newRecoveryCodes(ctx, session) };
  }

  @Get('passkeys')
  @ApiOperation({ summary: 'My passkeys' })
  @ApiOkResponse({ type: PasskeyListDto })
  async listPasskeys(@Ctx() ctx: AgencyContext, @OwnSession() session: CurrentSession): Promise<PasskeyListDto> {
    return { data: (await this.passkeys.list(ctx, session)).map(toPasskeyDto) };
  }

  @Post('passkeys/options')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a new passkey must sign',
    description: 'For `navigator.credentials.create`. Whoever has a second step already steps up first.',
  })
  @ApiOkResponse({ type: PasskeyChallengeDto })
  @ApiProblem(403, 'step-up-required')
  getNewPasskeyOptions(@Ctx() ctx: AgencyContext, @OwnSession() session: CurrentSession): Promise<PasskeyChallengeDto> {
    return this.passkeys.options(ctx, session);
  }

  @Post('passkeys')
  @ApiOperation({ summary: 'Add a passkey', description: 'With the first second step, recovery codes come along.' })
  @ApiCreatedResponse({ type: AddedPasskeyDto })
  @ApiProblem(410, 'challenge-expired')
  @ApiProblem(422, 'passkey-refused')
  async addPasskey(
    @Ctx() ctx: AgencyContext,
    @OwnSession() session: CurrentSession,
    @Body() added: NewPasskeyDto,
  ): Promise<AddedPasskeyDto> {
    const { passkey, recoveryCodes } = await this.passkeys.add(ctx, session, added);
    return { ...toPasskeyDto(passkey), ...(recoveryCodes && { recoveryCodes }) };
  }

  @Delete('passkeys/:id')
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a passkey' })
  @ApiNoContentResponse({ description: 'Removed' })
  @ApiProblem(403, 'step-up-required')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'last-factor')
  async removePasskey(
    @Ctx() ctx: AgencyContext,
    @OwnSession() session: CurrentSession,
    @IdParam('passkey') id: Uuid,
  ): Promise<void> {
    await this.passkeys.remove(ctx, session, id);
  }
}

import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { NumberOnboardingService, NumberProfileService, NumberRefreshService } from '#libs/phone-numbers';
import { NumberDto, toNumberDto } from '../numbers/dto/number.dto.js';
import { DisplayNameDto, RegisterDto, RequestCodeDto, VerifyCodeDto } from '../numbers/dto/number-step.dto.js';
import { BusinessProfileDto, PutProfileDto, toProfileDto } from '../numbers/dto/profile.dto.js';
import { ProviderProblems, REGISTER_PROBLEMS } from '../numbers/provider-problems.decorator.js';
import { AgencyRooms } from './agency-rooms.service.js';

/** The steps of `/v1/numbers` for who runs the platform; the entries stand in the agency's own log. */
@ApiTags('platform')
@Controller('v1/platform/agencies/:agencyId/numbers')
@Allow('platform:agencies')
export class PlatformNumberStepsController {
  constructor(
    private readonly rooms: AgencyRooms,
    private readonly onboarding: NumberOnboardingService,
    private readonly profiles: NumberProfileService,
    private readonly refreshes: NumberRefreshService,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: 'Get a number' })
  @ApiOkResponse({ type: NumberDto })
  @ApiProblem(404, 'not-found')
  async getNumberOfAgency(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency', 'agencyId') agencyId: Uuid,
    @IdParam('phoneNumber') id: Uuid,
  ): Promise<NumberDto> {
    return toNumberDto(await this.onboarding.get(await this.rooms.enter(ctx, agencyId), id));
  }

  @Post(':id/request-code')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Have WhatsApp send a code to the number',
    description: 'The same request again within 30 seconds sends no second code.',
  })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems({ tooMany: ['code-requests-exhausted'] })
  async requestCodeOfAgency(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency', 'agencyId') agencyId: Uuid,
    @IdParam('phoneNumber') id: Uuid,
    @Body() body: RequestCodeDto,
  ): Promise<NumberDto> {
    return toNumberDto(await this.onboarding.requestCode(await this.rooms.enter(ctx, agencyId), id, body));
  }

  @Post(':id/verify-code')
  @HttpCode(200)
  @ApiOperation({ summary: 'Verify the number with the code that came to it' })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems({ refused: ['code-wrong'] })
  async verifyCodeOfAgency(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency', 'agencyId') agencyId: Uuid,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { code }: VerifyCodeDto,
  ): Promise<NumberDto> {
    return toNumberDto(
      await this.onboarding.verifyCode(await this.rooms.enter(ctx, agencyId), id, code.replace(/\D/g, '')),
    );
  }

  @Post(':id/register')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Register the number with its two-step PIN',
    description:
      'WhatsApp takes ten registrations in 72 hours. Registering again puts an approved display name into force.',
  })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems(REGISTER_PROBLEMS)
  async registerOfAgency(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency', 'agencyId') agencyId: Uuid,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { pin }: RegisterDto,
  ): Promise<NumberDto> {
    return toNumberDto(await this.onboarding.register(await this.rooms.enter(ctx, agencyId), id, pin));
  }

  @Post(':id/display-name')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask for another display name, which WhatsApp reviews' })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems({ refused: ['display-name-refused'] })
  async changeNameOfAgency(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency', 'agencyId') agencyId: Uuid,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { name }: DisplayNameDto,
  ): Promise<NumberDto> {
    return toNumberDto(await this.profiles.changeName(await this.rooms.enter(ctx, agencyId), id, name));
  }

  @Get(':id/profile')
  @ApiOperation({ summary: 'Get the business profile as WhatsApp last told it' })
  @ApiOkResponse({ type: BusinessProfileDto })
  @ApiProblem(404, 'not-found')
  async getProfileOfAgency(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency', 'agencyId') agencyId: Uuid,
    @IdParam('phoneNumber') id: Uuid,
  ): Promise<BusinessProfileDto> {
    return toProfileDto(await this.profiles.profile(await this.rooms.enter(ctx, agencyId), id));
  }

  @Put(':id/profile')
  @ApiOperation({ summary: 'Change the business profile; fields that are left out stay' })
  @ApiOkResponse({ type: BusinessProfileDto })
  @ProviderProblems({ refused: ['profile-refused'] })
  async putProfileOfAgency(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency', 'agencyId') agencyId: Uuid,
    @IdParam('phoneNumber') id: Uuid,
    @Body() body: PutProfileDto,
  ): Promise<BusinessProfileDto> {
    return toProfileDto(await this.profiles.changeProfile(await this.rooms.enter(ctx, agencyId), id, { ...body }));
  }

  @Post(':id/refresh')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask WhatsApp how the number stands' })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems()
  async refreshOfAgency(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency', 'agencyId') agencyId: Uuid,
    @IdParam('phoneNumber') id: Uuid,
  ): Promise<NumberDto> {
    return toNumberDto(await this.refreshes.refresh(await this.rooms.enter(ctx, agencyId), id));
  }
}

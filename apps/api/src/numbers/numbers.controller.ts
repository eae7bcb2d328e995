import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { HeaderHandles } from '#libs/media';
import { NumberOnboardingService, NumberProfileService, NumberRefreshService } from '#libs/phone-numbers';
import { NumberDto, NumberListDto, toNumberDto, toNumberListDto } from './dto/number.dto.js';
import { DisplayNameDto, RegisterDto, RequestCodeDto, VerifyCodeDto } from './dto/number-step.dto.js';
import { BusinessProfileDto, PutOwnProfileDto, toProfileDto } from './dto/profile.dto.js';
import { ProviderProblems, REGISTER_PROBLEMS } from './provider-problems.decorator.js';

@ApiTags('numbers')
@Controller('v1/numbers')
export class NumbersController {
  constructor(
    private readonly onboarding: NumberOnboardingService,
    private readonly profiles: NumberProfileService,
    private readonly refreshes: NumberRefreshService,
    private readonly handles: HeaderHandles,
  ) {}

  @Get()
  @Allow('numbers:read')
  @ApiOperation({ summary: 'List the WhatsApp numbers of the agency' })
  @ApiOkResponse({ type: NumberListDto })
  async listNumbers(@Ctx() ctx: AgencyContext): Promise<NumberListDto> {
    return toNumberListDto(await this.onboarding.list(ctx));
  }

  @Get(':id')
  @Allow('numbers:read')
  @ApiOperation({ summary: 'Get a number' })
  @ApiOkResponse({ type: NumberDto })
  @ApiProblem(404, 'not-found')
  async getNumber(@Ctx() ctx: AgencyContext, @IdParam('phoneNumber') id: Uuid): Promise<NumberDto> {
    return toNumberDto(await this.onboarding.get(ctx, id));
  }

  @Post(':id/request-code')
  @HttpCode(200)
  @Allow('numbers:write')
  @ApiOperation({
    summary: 'Have WhatsApp send a code to the number',
    description: 'The same request again within 30 seconds sends no second code.',
  })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems({ tooMany: ['code-requests-exhausted'] })
  async requestCode(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Body() body: RequestCodeDto,
  ): Promise<NumberDto> {
    return toNumberDto(await this.onboarding.requestCode(ctx, id, body));
  }

  @Post(':id/verify-code')
  @HttpCode(200)
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Verify the number with the code that came to it' })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems({ refused: ['code-wrong'] })
  async verifyCode(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { code }: VerifyCodeDto,
  ): Promise<NumberDto> {
    return toNumberDto(await this.onboarding.verifyCode(ctx, id, code.replace(/\D/g, '')));
  }

  @Post(':id/register')
  @HttpCode(200)
  @Allow('numbers:write')
  @ApiOperation({
    summary: 'Register the number with its two-step PIN',
    description:
      'WhatsApp takes ten registrations in 72 hours. Registering again puts an approved display name into force.',
  })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems(REGISTER_PROBLEMS)
  async register(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { pin }: RegisterDto,
  ): Promise<NumberDto> {
    return toNumberDto(await this.onboarding.register(ctx, id, pin));
  }

  @Post(':id/display-name')
  @HttpCode(200)
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Ask for another display name, which WhatsApp reviews' })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems({ refused: ['display-name-refused'] })
  async changeName(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { name }: DisplayNameDto,
  ): Promise<NumberDto> {
    return toNumberDto(await this.profiles.changeName(ctx, id, name));
  }

  @Get(':id/profile')
  @Allow('numbers:read')
  @ApiOperation({ summary: 'Get the business profile as WhatsApp last told it' })
  @ApiOkResponse({ type: BusinessProfileDto })
  @ApiProblem(404, 'not-found')
  async getBusinessProfile(@Ctx() ctx: AgencyContext, @IdParam('phoneNumber') id: Uuid): Promise<BusinessProfileDto> {
    return toProfileDto(await this.profiles.profile(ctx, id));
  }

  @Put(':id/profile')
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Change the business profile; fields that are left out stay' })
  @ApiOkResponse({ type: BusinessProfileDto })
  @ProviderProblems({ refused: ['profile-refused', 'media-wrong-kind'] })
  async putProfile(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { pictureMediaId, ...profile }: PutOwnProfileDto,
  ): Promise<BusinessProfileDto> {
    const picture = pictureMediaId && { pictureHandle: await this.pictureHandle(ctx, id, pictureMediaId) };
    return toProfileDto(await this.profiles.changeProfile(ctx, id, { ...profile, ...picture }));
  }

  @Post(':id/refresh')
  @HttpCode(200)
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Ask WhatsApp how the number stands' })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems()
  async refresh(@Ctx() ctx: AgencyContext, @IdParam('phoneNumber') id: Uuid): Promise<NumberDto> {
    return toNumberDto(await this.refreshes.refresh(ctx, id));
  }

  /** The account of the number is asked, so that its own token speaks. */
  private async pictureHandle(ctx: AgencyContext, id: Uuid, mediaId: Uuid): Promise<string> {
    const { wabaId } = await this.onboarding.get(ctx, id);
    return this.handles.forTemplate(ctx, mediaId, wabaId);
  }
}

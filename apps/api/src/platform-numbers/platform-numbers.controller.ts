import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { NumberLinkingService, NumberOnboardingService, PortfoliosService } from '#libs/phone-numbers';
import { NumberDto, NumberListDto, toNumberDto, toNumberListDto } from '../numbers/dto/number.dto.js';
import { ProviderProblems } from '../numbers/provider-problems.decorator.js';
import { AgencyRooms } from './agency-rooms.service.js';
import { EmbeddedSignupDto, LinkNumberDto } from './dto/link-number.dto.js';
import { PortfolioListDto, toPortfolioListDto } from './dto/portfolio.dto.js';
import { toWantedNumber } from './to-wanted-number.js';

@ApiTags('platform')
@Controller('v1/platform')
@Allow('platform:agencies')
export class PlatformNumbersController {
  constructor(
    private readonly rooms: AgencyRooms,
    private readonly linking: NumberLinkingService,
    private readonly onboarding: NumberOnboardingService,
    private readonly portfolios: PortfoliosService,
  ) {}

  @Get('portfolios')
  @ApiOperation({ summary: "List Meta's business portfolios" })
  @ApiOkResponse({ type: PortfolioListDto })
  async listPortfolios(@Ctx() ctx: AgencyContext): Promise<PortfolioListDto> {
    return toPortfolioListDto(await this.portfolios.list(ctx));
  }

  @Get('agencies/:id/numbers')
  @ApiOperation({ summary: 'List the WhatsApp numbers of an agency' })
  @ApiOkResponse({ type: NumberListDto })
  async listNumbersOfAgency(@Ctx() ctx: AgencyContext, @IdParam('agency') id: Uuid): Promise<NumberListDto> {
    return toNumberListDto(await this.onboarding.list(await this.rooms.enter(ctx, id)));
  }

  @Post('agencies/:id/numbers')
  @ApiOperation({
    summary: 'Give an agency a number of its WhatsApp account',
    description:
      'By the id of a number that the account has, or as a new one. The same request again makes no second number.',
  })
  @ApiCreatedResponse({ type: NumberDto })
  @ProviderProblems({ refused: ['number-in-use', 'number-not-in-account', 'number-taken'] })
  async linkNumber(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency') id: Uuid,
    @Body() body: LinkNumberDto,
  ): Promise<NumberDto> {
    const wanted = toWantedNumber(body);
    const inAgency = await this.rooms.enter(ctx, id);
    const { metaId: metaPortfolioId, name } = body.portfolio;
    const { id: portfolioId } = await this.portfolios.ensure(ctx, { metaPortfolioId, name });
    const { wabaId, accessToken, mode = 'live' } = body;
    return toNumberDto(await this.linking.link(inAgency, { portfolioId, wabaId, accessToken, mode }, wanted));
  }

  @Post('agencies/:id/embedded-signup')
  @ApiOperation({ summary: "Give an agency the number that it chose in Meta's sign-up window" })
  @ApiCreatedResponse({ type: NumberDto })
  @ProviderProblems({ refused: ['signup-code-expired', 'signup-code-used', 'number-not-in-account', 'number-taken'] })
  async embeddedSignup(
    @Ctx() ctx: AgencyContext,
    @IdParam('agency') id: Uuid,
    @Body() body: EmbeddedSignupDto,
  ): Promise<NumberDto> {
    const inAgency = await this.rooms.enter(ctx, id);
    const { id: portfolioId } = await this.portfolios.ensureNamed(ctx, body.businessId);
    return toNumberDto(await this.linking.signUp(inAgency, portfolioId, body));
  }
}

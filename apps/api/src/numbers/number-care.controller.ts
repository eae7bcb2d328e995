import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import { type AgencyContext, Clock, type Uuid } from '#libs/kernel';
import { NumberHistoryService, NumberOnboardingService, NumberRefreshService } from '#libs/phone-numbers';
import { NumberTrafficService } from '#libs/sending';
import { NumberDto, toNumberDto } from './dto/number.dto.js';
import { NumberHealthDto, toNumberHealthDto } from './dto/number-health.dto.js';
import { ChangePinDto } from './dto/number-step.dto.js';
import { ProviderProblems } from './provider-problems.decorator.js';

/** Looking after a number that is there. */
@ApiTags('numbers')
@Controller('v1/numbers/:id')
export class NumberCareController {
  constructor(
    private readonly onboarding: NumberOnboardingService,
    private readonly refreshes: NumberRefreshService,
    private readonly history: NumberHistoryService,
    private readonly traffic: NumberTrafficService,
    private readonly clock: Clock,
  ) {}

  @Get('health')
  @Allow('numbers:read')
  @ApiOperation({
    summary: 'How the number stands: risk, 30 days of quality, the shared limit and its use, pace, drift',
  })
  @ApiOkResponse({ type: NumberHealthDto })
  @ApiProblem(404, 'not-found')
  async getNumberHealth(@Ctx() ctx: AgencyContext, @IdParam('phoneNumber') id: Uuid): Promise<NumberHealthDto> {
    const number = await this.onboarding.get(ctx, id);
    const [history, traffic] = await Promise.all([this.history.list(ctx, id), this.traffic.of(ctx, number)]);
    return toNumberHealthDto(number, history, traffic, this.clock.now());
  }

  @Post('deregister')
  @HttpCode(200)
  @Allow('numbers:write')
  @ApiOperation({
    summary: 'Take the number off WhatsApp',
    description:
      'Nothing is sent from it until it is registered again. Counts as one of ten registrations in 72 hours.',
  })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems({ refused: ['number-not-registered'], tooMany: ['registrations-exhausted'] })
  async deregister(@Ctx() ctx: AgencyContext, @IdParam('phoneNumber') id: Uuid): Promise<NumberDto> {
    return toNumberDto(await this.onboarding.deregister(ctx, id));
  }

  @Post('pin')
  @HttpCode(200)
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Change the two-step PIN, which is kept sealed and shown to nobody' })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems({ refused: ['number-not-registered'] })
  async changePin(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { pin }: ChangePinDto,
  ): Promise<NumberDto> {
    return toNumberDto(await this.onboarding.changePin(ctx, id, pin));
  }

  @Post('subscribe')
  @HttpCode(200)
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Have Belfry hear the webhooks of the number’s account' })
  @ApiOkResponse({ type: NumberDto })
  @ProviderProblems()
  async subscribe(@Ctx() ctx: AgencyContext, @IdParam('phoneNumber') id: Uuid): Promise<NumberDto> {
    return toNumberDto(await this.onboarding.subscribe(ctx, id));
  }

  @Post('drift/acknowledge')
  @HttpCode(200)
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Say that somebody has looked at what Meta says otherwise' })
  @ApiOkResponse({ type: NumberDto })
  @ApiProblem(404, 'not-found')
  async acknowledgeDrift(@Ctx() ctx: AgencyContext, @IdParam('phoneNumber') id: Uuid): Promise<NumberDto> {
    return toNumberDto(await this.refreshes.acknowledgeDrift(ctx, id));
  }
}

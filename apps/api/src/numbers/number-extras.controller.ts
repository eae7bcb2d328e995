import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { IdParam, ListQueryDto } from '#libs/http';
import { type AgencyContext, notFound, type Uuid } from '#libs/kernel';
import { NumberExtrasService } from '#libs/phone-numbers';
import { BlockedPeople, toBlockOutcomes } from './blocked-people.service.js';
import { BlockedUserListDto, BlockOutcomeListDto, BlockUsersDto } from './dto/blocked-user.dto.js';
import { PutStartersDto, StartersDto, toStartersDto } from './dto/conversation-starters.dto.js';
import { SaveShortLinkDto, ShortLinkDto, ShortLinkListDto, toShortLinkDto } from './dto/short-link.dto.js';
import { ProviderProblems } from './provider-problems.decorator.js';

const LINK_REFUSED = { refused: ['short-link-refused'] };
/** As WhatsApp makes them; anything else is answered like a code that does not exist. */
const LINK_CODE = /^[A-Za-z0-9]{1,64}$/;

@ApiTags('numbers')
@Controller('v1/numbers/:id')
export class NumberExtrasController {
  constructor(
    private readonly extras: NumberExtrasService,
    private readonly people: BlockedPeople,
  ) {}

  @Get('short-links')
  @Allow('numbers:read')
  @ApiOperation({ summary: 'List the links, with their QR codes, that open a chat with the number' })
  @ApiOkResponse({ type: ShortLinkListDto })
  @ProviderProblems()
  async listShortLinks(@Ctx() ctx: AgencyContext, @IdParam('phoneNumber') id: Uuid): Promise<ShortLinkListDto> {
    return { data: (await this.extras.shortLinks(ctx, id)).map(toShortLinkDto), next: null };
  }

  @Post('short-links')
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Make a link that opens a chat with a text already written' })
  @ApiCreatedResponse({ type: ShortLinkDto })
  @ProviderProblems(LINK_REFUSED)
  async createShortLink(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { prefilledMessage }: SaveShortLinkDto,
  ): Promise<ShortLinkDto> {
    return toShortLinkDto(await this.extras.saveShortLink(ctx, id, prefilledMessage));
  }

  @Put('short-links/:code')
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Change the text of a link; what was printed stays valid' })
  @ApiParam({ name: 'code', example: '4O4YGZEG3RIVE9' })
  @ApiOkResponse({ type: ShortLinkDto })
  @ProviderProblems(LINK_REFUSED)
  async changeShortLink(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Param('code') code: string,
    @Body() { prefilledMessage }: SaveShortLinkDto,
  ): Promise<ShortLinkDto> {
    return toShortLinkDto(await this.extras.saveShortLink(ctx, id, prefilledMessage, checkedCode(code)));
  }

  @Delete('short-links/:code')
  @HttpCode(204)
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Delete a link: what was printed leads nowhere afterwards' })
  @ApiParam({ name: 'code', example: '4O4YGZEG3RIVE9' })
  @ApiNoContentResponse()
  @ProviderProblems(LINK_REFUSED)
  async deleteShortLink(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Param('code') code: string,
  ): Promise<void> {
    await this.extras.removeShortLink(ctx, id, checkedCode(code));
  }

  @Get('blocked-users')
  @Allow('numbers:read')
  @ApiOperation({ summary: 'List the people whom the number does not hear' })
  @ApiOkResponse({ type: BlockedUserListDto })
  @ProviderProblems()
  async listBlockedUsers(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Query() { limit, after }: ListQueryDto,
  ): Promise<BlockedUserListDto> {
    const page = await this.extras.blockedUsers(ctx, id, { limit, ...(after !== undefined && { after }) });
    return { data: await this.people.describe(ctx, page.users), next: page.next };
  }

  @Post('blocked-users')
  @HttpCode(200)
  @Allow('numbers:write')
  @ApiOperation({
    summary: 'Block people: their messages are not heard, and nothing is sent to them',
    description:
      'Only who wrote to the number within 24 hours can be blocked. Each person has an outcome of their own.',
  })
  @ApiOkResponse({ type: BlockOutcomeListDto })
  @ProviderProblems()
  async blockUsers(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { people }: BlockUsersDto,
  ): Promise<BlockOutcomeListDto> {
    const subjects = await this.people.subjects(ctx, people);
    return { data: toBlockOutcomes(subjects, await this.extras.block(ctx, id, subjects)), next: null };
  }

  @Post('blocked-users/unblock')
  @HttpCode(200)
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Let people in again' })
  @ApiOkResponse({ type: BlockOutcomeListDto })
  @ProviderProblems()
  async unblockUsers(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { people }: BlockUsersDto,
  ): Promise<BlockOutcomeListDto> {
    const subjects = await this.people.subjects(ctx, people);
    return { data: toBlockOutcomes(subjects, await this.extras.unblock(ctx, id, subjects)), next: null };
  }

  @Get('conversation-starters')
  @Allow('numbers:read')
  @ApiOperation({ summary: 'Get what a chat offers to tap, and what it lists after a slash' })
  @ApiOkResponse({ type: StartersDto })
  @ProviderProblems()
  async getStarters(@Ctx() ctx: AgencyContext, @IdParam('phoneNumber') id: Uuid): Promise<StartersDto> {
    return toStartersDto(await this.extras.starters(ctx, id));
  }

  @Put('conversation-starters')
  @Allow('numbers:write')
  @ApiOperation({ summary: 'Change them; both lists are replaced' })
  @ApiOkResponse({ type: StartersDto })
  @ProviderProblems({ refused: ['starters-refused'] })
  async putStarters(
    @Ctx() ctx: AgencyContext,
    @IdParam('phoneNumber') id: Uuid,
    @Body() { prompts, commands }: PutStartersDto,
  ): Promise<StartersDto> {
    return toStartersDto(await this.extras.changeStarters(ctx, id, { prompts, commands }));
  }
}

function checkedCode(code: string): string {
  if (!LINK_CODE.test(code)) throw notFound();
  return code;
}

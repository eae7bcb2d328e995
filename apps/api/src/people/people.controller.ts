import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx, MembersService, StepUp } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { ChangeRolesDto } from './dto/change-roles.dto.js';
import { ListPeopleQueryDto } from './dto/list-people-query.dto.js';
import { PersonDto, PersonPageDto, toPersonDto } from './dto/person.dto.js';

@ApiTags('people')
@Controller('v1/people')
export class PeopleController {
  constructor(private readonly members: MembersService) {}

  @Get()
  @Allow('people:read')
  @ApiOperation({ summary: 'List the people of the agency', description: '`on` asks who could do what at a moment.' })
  @ApiOkResponse({ type: PersonPageDto })
  @ApiProblem(400, 'invalid-request')
  async listPeople(@Ctx() ctx: AgencyContext, @Query() { on }: ListPeopleQueryDto): Promise<PersonPageDto> {
    return { data: (await this.members.list(ctx, on)).map(toPersonDto), next: null };
  }

  @Get(':id')
  @Allow('people:read')
  @ApiOperation({ summary: 'Show a person with every role they hold or held here' })
  @ApiOkResponse({ type: PersonDto })
  @ApiProblem(404, 'not-found')
  async getPerson(@Ctx() ctx: AgencyContext, @IdParam('user') id: Uuid): Promise<PersonDto> {
    return toPersonDto(await this.members.get(ctx, id));
  }

  @Put(':id/roles')
  @Allow('people:write')
  @StepUp()
  @ApiOperation({ summary: 'Set the roles of a person', description: 'Never one’s own.' })
  @ApiOkResponse({ type: PersonDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'own-roles', 'step-up-required')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'last-admin', 'separation-of-duties')
  async changeRoles(
    @Ctx() ctx: AgencyContext,
    @IdParam('user') id: Uuid,
    @Body() { roles }: ChangeRolesDto,
  ): Promise<PersonDto> {
    return toPersonDto(await this.members.changeRoles(ctx, id, roles));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('people:write')
  @StepUp()
  @ApiOperation({
    summary: 'End the work of a person here',
    description: 'All their roles in the agency end, and all their sessions.',
  })
  @ApiOkResponse({ type: PersonDto })
  @ApiProblem(403, 'own-roles', 'step-up-required')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'last-admin')
  async endPerson(@Ctx() ctx: AgencyContext, @IdParam('user') id: Uuid): Promise<PersonDto> {
    return toPersonDto(await this.members.end(ctx, id));
  }
}

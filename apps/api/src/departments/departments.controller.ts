import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx, DepartmentArchive } from '#libs/access';
import { DepartmentsService, QuotasService } from '#libs/agencies';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { ChangeDepartmentDto } from './dto/change-department.dto.js';
import { CreateDepartmentDto } from './dto/create-department.dto.js';
import { DepartmentDto, DepartmentPageDto, toDepartmentDto } from './dto/department.dto.js';
import { DepartmentUsageDto } from './dto/department-usage.dto.js';

@ApiTags('departments')
@Controller('v1/departments')
export class DepartmentsController {
  constructor(
    private readonly departments: DepartmentsService,
    private readonly quotas: QuotasService,
    private readonly departmentArchive: DepartmentArchive,
  ) {}

  @Get()
  @Allow('departments:read')
  @ApiOperation({ summary: 'List the departments of the agency' })
  @ApiOkResponse({ type: DepartmentPageDto })
  async listDepartments(@Ctx() ctx: AgencyContext): Promise<DepartmentPageDto> {
    return { data: (await this.departments.listAll(ctx)).map(toDepartmentDto), next: null };
  }

  @Post()
  @Allow('departments:write')
  @ApiOperation({ summary: 'Make a department' })
  @ApiCreatedResponse({ type: DepartmentDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(409, 'department-name-taken')
  async createDepartment(@Ctx() ctx: AgencyContext, @Body() body: CreateDepartmentDto): Promise<DepartmentDto> {
    return toDepartmentDto(await this.departments.create(ctx, body));
  }

  @Patch(':id')
  @Allow('departments:write')
  @ApiOperation({ summary: 'Change the name or the quotas of a department' })
  @ApiOkResponse({ type: DepartmentDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'department-name-taken', 'department-archived')
  async changeDepartment(
    @Ctx() ctx: AgencyContext,
    @IdParam('department') id: Uuid,
    @Body() body: ChangeDepartmentDto,
  ): Promise<DepartmentDto> {
    return toDepartmentDto(await this.departments.update(ctx, id, body));
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Allow('departments:write')
  @ApiOperation({ summary: 'Archive a department', description: 'It stays in the records. Its name is free again.' })
  @ApiOkResponse({ type: DepartmentDto })
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'department-has-keys', 'department-archived')
  async archiveDepartment(@Ctx() ctx: AgencyContext, @IdParam('department') id: Uuid): Promise<DepartmentDto> {
    return toDepartmentDto(await this.departmentArchive.archive(ctx, id));
  }

  @Get(':id/usage')
  @Allow('departments:read')
  @ApiOperation({ summary: 'What a department sent, and what it may send' })
  @ApiOkResponse({ type: DepartmentUsageDto })
  @ApiProblem(404, 'not-found')
  async getUsage(@Ctx() ctx: AgencyContext, @IdParam('department') id: Uuid): Promise<DepartmentUsageDto> {
    const { days, ...usage } = await this.quotas.usage(ctx, id);
    return { ...usage, days: days.map(({ day, n }) => ({ day, n })) };
  }
}

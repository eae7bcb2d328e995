import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { AuditEntriesService } from '#libs/audit';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { AuditEntryDto, AuditEntryPageDto, toAuditEntryDto } from './dto/audit-entry.dto.js';
import { ListAuditEntriesQueryDto } from './dto/list-audit-entries-query.dto.js';
import { EntryNames } from './entry-names.service.js';

@ApiTags('audit')
@Controller('v1/audit/entries')
export class AuditEntriesController {
  constructor(
    private readonly entries: AuditEntriesService,
    private readonly names: EntryNames,
  ) {}

  @Get()
  @Allow('audit:read')
  @ApiOperation({
    summary: 'List the entries of the audit log, newest first',
    description:
      'An entry appears about a quarter of a second after its action. Each page that a person opens is itself put on ' +
      'record (`data.report.viewed`, with the filters); reading with an API key is not.',
  })
  @ApiOkResponse({ type: AuditEntryPageDto })
  @ApiProblem(400, 'invalid-request')
  async list(@Ctx() ctx: AgencyContext, @Query() query: ListAuditEntriesQueryDto): Promise<AuditEntryPageDto> {
    const { limit, after, ...filters } = query;
    const page = await this.entries.list(ctx, filters, { limit, after });
    const names = await this.names.of(ctx, page.data);
    return { data: page.data.map((line) => toAuditEntryDto(line, names)), next: page.next };
  }

  @Get(':id')
  @Allow('audit:read')
  @ApiOperation({
    summary: 'Get one entry of the audit log',
    description: 'When a person reads it, that is itself put on record (`data.report.viewed`).',
  })
  @ApiOkResponse({ type: AuditEntryDto })
  @ApiProblem(404, 'not-found')
  async getEntry(@Ctx() ctx: AgencyContext, @IdParam('auditEntry') id: Uuid): Promise<AuditEntryDto> {
    const line = await this.entries.get(ctx, id);
    return toAuditEntryDto(line, await this.names.of(ctx, [line]));
  }
}

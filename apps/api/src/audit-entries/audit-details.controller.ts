import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { AuditDetailsService } from '#libs/audit';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { AuditDetailDto } from './dto/audit-detail.dto.js';

@ApiTags('audit')
@Controller('v1/audit/entries')
export class AuditDetailsController {
  constructor(private readonly details: AuditDetailsService) {}

  @Get(':id/detail')
  @Allow('audit:read')
  @ApiOperation({
    summary: 'Get the detail of one entry of the audit log',
    description:
      'What an entry says that may name a person is kept apart from it, sealed, and erased with that person; the entry ' +
      'holds a commitment to it. When a person reads it, that is itself put on record (`data.report.viewed`).',
  })
  @ApiOkResponse({ type: AuditDetailDto })
  @ApiProblem(404, 'not-found')
  async getDetail(@Ctx() ctx: AgencyContext, @IdParam('auditEntry') id: Uuid): Promise<AuditDetailDto> {
    return { detail: await this.details.get(ctx, id) };
  }
}

import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { HealthReport } from '#libs/observability';
import { Public } from '../public.decorator.js';
import { HealthDto } from './health.dto.js';
import { HealthService } from './health.service.js';

@Public()
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @ApiOperation({ summary: 'The process runs' })
  @ApiOkResponse({ type: HealthDto })
  getLiveness(): HealthReport {
    return { status: 'ok', checks: {} };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The process can do its work', description: '`degraded` without Redis: slower, not down.' })
  @ApiOkResponse({ type: HealthDto })
  @ApiServiceUnavailableResponse({ type: HealthDto, description: 'The database does not answer' })
  async getReadiness(@Res({ passthrough: true }) response: Response): Promise<HealthReport> {
    return withStatus(await this.health.get(), response);
  }
}

function withStatus(report: HealthReport, response: Response): HealthReport {
  if (report.status === 'down') response.status(HttpStatus.SERVICE_UNAVAILABLE);
  return report;
}

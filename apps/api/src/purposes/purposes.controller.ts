import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { PurposesService } from '#libs/consent';
import { AgencyDatabase } from '#libs/database';
import { ApiProblem } from '#libs/http';
import { IdempotencyKey, IdempotencyService, type IdempotentAnswer } from '#libs/idempotency';
import type { AgencyContext } from '#libs/kernel';
import { CreatePurposeDto } from './dto/create-purpose.dto.js';
import { PurposeDto, PurposePageDto, toPurposeDto } from './dto/purpose.dto.js';

@ApiTags('purposes')
@Controller('v1/purposes')
export class PurposesController {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly idempotency: IdempotencyService,
    private readonly purposes: PurposesService,
  ) {}

  @Get()
  @Allow('purposes:read')
  @ApiOperation({ summary: 'List the active purposes of the agency' })
  @ApiOkResponse({ type: PurposePageDto })
  async listPurposes(@Ctx() ctx: AgencyContext): Promise<PurposePageDto> {
    return { data: (await this.purposes.list(ctx)).map(toPurposeDto), next: null };
  }

  @Post()
  @HttpCode(201)
  @Allow('purposes:write')
  @ApiOperation({
    summary: 'Make a purpose, or its next version',
    description: 'A version never changes. The same purpose again answers the version there is; its category is fixed.',
  })
  @ApiCreatedResponse({ type: PurposeDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(409, 'idempotency-key-in-use')
  @ApiProblem(422, 'invalid-request', 'idempotency-key-reused')
  async createPurpose(
    @Ctx() ctx: AgencyContext,
    @IdempotencyKey({ required: false }) key: string | undefined,
    @Body() body: CreatePurposeDto,
  ): Promise<IdempotentAnswer<PurposeDto>> {
    return this.database.agencyTransaction(ctx, (tx) =>
      this.idempotency.within(tx, { key, route: 'POST /v1/purposes', body }, async () => ({
        status: 201,
        body: toPurposeDto(await this.purposes.createIn(tx, body)),
      })),
    );
  }
}

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ConsentsService } from '#libs/consent';
import { AgencyDatabase } from '#libs/database';
import { ApiProblem } from '#libs/http';
import { IdempotencyKey, IdempotencyService, type IdempotentAnswer } from '#libs/idempotency';
import type { AgencyContext } from '#libs/kernel';
import { ConsentDto, toConsentDto } from './dto/consent.dto.js';
import { RecordConsentDto } from './dto/record-consent.dto.js';
import { toRecipient } from './to-recipient.js';

@ApiTags('consents')
@Controller('v1/consents')
export class ConsentsController {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly idempotency: IdempotencyService,
    private readonly consents: ConsentsService,
  ) {}

  @Post()
  @HttpCode(201)
  @Allow('consents:write')
  @ApiOperation({
    summary: 'Record a choice of a person about a purpose',
    description:
      'A person named by phone becomes a contact when they are not one yet. A withdrawal acts within 5 seconds.',
  })
  @ApiCreatedResponse({ type: ConsentDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'idempotency-key-in-use')
  @ApiProblem(422, 'purpose-unknown', 'invalid-request', 'idempotency-key-reused')
  async recordConsent(
    @Ctx() ctx: AgencyContext,
    @IdempotencyKey({ required: false }) key: string | undefined,
    @Body() body: RecordConsentDto,
  ): Promise<IdempotentAnswer<ConsentDto>> {
    return this.database.agencyTransaction(ctx, (tx) =>
      this.idempotency.within(tx, { key, route: 'POST /v1/consents', body }, async () => ({
        status: 201,
        body: toConsentDto(await this.consents.recordFor(tx, toRecipient(body), body)),
      })),
    );
  }
}

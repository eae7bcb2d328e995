import { ApiProperty } from '@nestjs/swagger';
import type { JsonObject } from '#libs/audit';

export class AuditDetailDto {
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description:
      'What the entry commits to; null where there is nothing, or where it was erased with a person. Changes have ' +
      '`from` and `to`, for the whole or for each field; what was not there before, or is no longer, is left out.',
    example: { dailyQuota: { from: 1000, to: 5000 } },
  })
  detail: JsonObject | null;
}

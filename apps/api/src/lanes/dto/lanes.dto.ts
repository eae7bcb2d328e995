import { ApiProperty } from '@nestjs/swagger';
import { LANES, type LaneAge } from '#libs/sending';

export class LaneDto {
  @ApiProperty({ enum: Object.keys(LANES) })
  lane: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '`null` when nothing waits' })
  oldestDueAt: string | null;

  @ApiProperty({ description: 'Age of the oldest message that is due, in seconds', example: 0 })
  oldestDueSeconds: number;
}

export class LanesDto {
  @ApiProperty({ type: LaneDto, isArray: true })
  data: LaneDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always `null`: there are four lanes' })
  next: null;
}

export function toLanesDto(ages: readonly LaneAge[]): LanesDto {
  const data = ages.map(({ lane, dueSince, seconds }) => ({
    lane,
    oldestDueAt: dueSince?.toISOString() ?? null,
    oldestDueSeconds: seconds,
  }));
  return { data, next: null };
}

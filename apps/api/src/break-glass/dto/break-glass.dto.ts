import { ApiProperty } from '@nestjs/swagger';
import { Id, Text, WholeNumber } from '#libs/http';
import { toWireId, type Uuid } from '#libs/kernel';
import { BREAK_GLASS_STATES, type BreakGlass, breakGlassState, MAX_MINUTES } from '#libs/onboarding';

export class RequestBreakGlassDto {
  @Id('agency', { description: 'The agency to enter' })
  agencyId: Uuid;

  @Text({ max: 500, description: "Stands in the agency's own log", example: 'Case 4711: messages stay queued' })
  reason: string;

  @WholeNumber({ min: 1, max: MAX_MINUTES })
  minutes: number;
}

export class BreakGlassDto {
  @ApiProperty({ example: 'brk_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ example: 'agy_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  agencyId: string;

  @ApiProperty()
  reason: string;

  @ApiProperty()
  minutes: number;

  @ApiProperty({ enum: BREAK_GLASS_STATES, description: '`lapsed`: nobody approved it within four hours' })
  state: string;

  @ApiProperty()
  requestedBy: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;

  @ApiProperty({ type: String, nullable: true })
  approvedBy: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  approvedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: string | null;
}

export class BreakGlassPageDto {
  @ApiProperty({ type: BreakGlassDto, isArray: true })
  data: BreakGlassDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Pass as `after` for the next page' })
  next: string | null;
}

export function toBreakGlassDto(entry: BreakGlass): BreakGlassDto {
  return {
    id: toWireId('breakGlass', entry.id),
    agencyId: toWireId('agency', entry.intoAgencyId),
    reason: entry.reason,
    minutes: entry.minutes,
    state: breakGlassState(entry, new Date()),
    requestedBy: toWireId('user', entry.requestedBy),
    requestedAt: entry.requestedAt.toISOString(),
    approvedBy: entry.approvedBy && toWireId('user', entry.approvedBy),
    approvedAt: entry.approvedAt?.toISOString() ?? null,
    until: entry.until?.toISOString() ?? null,
    closedAt: entry.closedAt?.toISOString() ?? null,
  };
}

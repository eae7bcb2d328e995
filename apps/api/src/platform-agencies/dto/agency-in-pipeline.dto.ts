import { ApiProperty } from '@nestjs/swagger';
import { AGENCY_STATUSES, type AgencyInPipeline } from '#libs/agencies';
import { toWireId } from '#libs/kernel';

export class PipelineGoLiveDto {
  @ApiProperty({
    enum: ['requested', 'approved-once', 'sent-back', 'withdrawn', 'approved'],
    description: '`approved-once`: by the first of two people',
  })
  state: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;
}

export class AgencyInPipelineDto {
  @ApiProperty({ example: 'agy_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ example: 'city-health' })
  slug: string;

  @ApiProperty({ example: 'City Health' })
  name: string;

  @ApiProperty({ enum: AGENCY_STATUSES })
  status: string;

  @ApiProperty({ format: 'date-time', description: 'Since when it has this status' })
  statusAt: string;

  @ApiProperty({ description: 'Departments that are not archived' })
  departments: number;

  @ApiProperty({ description: 'Phone numbers' })
  numbers: number;

  @ApiProperty({ description: 'People who hold a role now' })
  people: number;

  @ApiProperty({ type: PipelineGoLiveDto, nullable: true, description: 'The newest request to go live' })
  goLive: PipelineGoLiveDto | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class AgencyPageDto {
  @ApiProperty({ type: AgencyInPipelineDto, isArray: true })
  data: AgencyInPipelineDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Pass as `after` for the next page' })
  next: string | null;
}

export function toAgencyInPipelineDto(agency: AgencyInPipeline): AgencyInPipelineDto {
  return {
    ...agency,
    id: toWireId('agency', agency.id),
    statusAt: agency.statusAt.toISOString(),
    createdAt: agency.createdAt.toISOString(),
    goLive: agency.goLive && { state: agency.goLive.state, requestedAt: agency.goLive.requestedAt.toISOString() },
  };
}

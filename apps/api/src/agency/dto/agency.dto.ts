import { ApiProperty } from '@nestjs/swagger';
import { AGENCY_STATUSES, type Agency } from '#libs/agencies';
import { toWireId } from '#libs/kernel';

export class AgencyDto {
  @ApiProperty({ example: 'agy_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ example: 'city-health' })
  slug: string;

  @ApiProperty({ example: 'City Health' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: 'Health Department of the City of Harbour' })
  legalName: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'KE', description: 'ISO 3166-1, two letters' })
  country: string | null;

  @ApiProperty({ example: 'en' })
  defaultLanguage: string;

  @ApiProperty({ example: 'Africa/Nairobi' })
  timeZone: string;

  @ApiProperty({
    type: String,
    isArray: true,
    example: ['health.gov.example'],
    description: 'Whose addresses may be invited; empty when any may',
  })
  emailDomains: string[];

  @ApiProperty({ example: 365, description: 'Days for which the content of a message is kept after its final state' })
  retentionDays: number;

  @ApiProperty({ enum: AGENCY_STATUSES })
  status: string;

  @ApiProperty({ type: String, nullable: true, description: 'Why it is suspended or closed' })
  statusReason: string | null;

  @ApiProperty({ format: 'date-time' })
  statusAt: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export function toAgencyDto(agency: Agency): AgencyDto {
  return {
    ...agency,
    id: toWireId('agency', agency.id),
    emailDomains: [...agency.emailDomains],
    statusAt: agency.statusAt.toISOString(),
    createdAt: agency.createdAt.toISOString(),
  };
}

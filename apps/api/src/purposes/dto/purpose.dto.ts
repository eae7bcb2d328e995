import { ApiProperty } from '@nestjs/swagger';
import { IN_DOUBT_POLICIES, PURPOSE_BASES, PURPOSE_CATEGORIES, type Purpose, QUIET_HOURS } from '#libs/consent';
import { toWireId } from '#libs/kernel';

const LANES = ['alert', 'reply', 'transactional', 'bulk'] as const;

export class PurposeDto {
  @ApiProperty({ example: 'pur_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ example: 'clinic-reminders' })
  code: string;

  @ApiProperty({ example: 1 })
  version: number;

  @ApiProperty({ example: 'Reminders of clinic appointments' })
  title: string;

  @ApiProperty({ enum: PURPOSE_CATEGORIES })
  category: string;

  @ApiProperty({ enum: PURPOSE_BASES })
  basis: string;

  @ApiProperty({ type: String, nullable: true })
  legalInstrument: string | null;

  @ApiProperty()
  objectable: boolean;

  @ApiProperty({ enum: IN_DOUBT_POLICIES })
  inDoubtPolicy: string;

  @ApiProperty({ enum: LANES, description: 'Urgency of its messages unless they say otherwise' })
  lane: string;

  @ApiProperty({ type: Number, nullable: true })
  defaultTtlSeconds: number | null;

  @ApiProperty({ enum: QUIET_HOURS, description: 'Whether the quiet hours of the agency hold its messages' })
  quietHours: string;

  @ApiProperty({ format: 'date-time' })
  activeFrom: string;
}

export class PurposePageDto {
  @ApiProperty({ type: [PurposeDto] })
  data: PurposeDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: all purposes fit on one page' })
  next: string | null;
}

export function toPurposeDto({ id, defaultLane, activeFrom, ...purpose }: Purpose): PurposeDto {
  return {
    id: toWireId('purpose', id),
    code: purpose.code,
    version: purpose.version,
    title: purpose.title,
    category: purpose.category,
    basis: purpose.basis,
    legalInstrument: purpose.legalInstrument,
    objectable: purpose.objectable,
    inDoubtPolicy: purpose.inDoubtPolicy,
    lane: LANES[defaultLane] ?? 'bulk',
    defaultTtlSeconds: purpose.defaultTtlSeconds,
    quietHours: purpose.quietHours,
    activeFrom: activeFrom.toISOString(),
  };
}

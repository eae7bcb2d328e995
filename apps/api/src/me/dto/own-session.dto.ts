import { ApiProperty } from '@nestjs/swagger';
import type { OwnSessionRow } from '#libs/access';
import { toWireId } from '#libs/kernel';

export class OwnSessionDto {
  @ApiProperty({ type: String, example: 'ses_01k9q3z5t8e7zv2r4m6w8x0y1a', description: 'The session' })
  id: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'When it was opened' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'Last use, to the minute' })
  lastUsedAt: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Firefox on Linux',
    description: 'What the browser says it is',
  })
  device: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '203.0.113.0/24',
    description: 'The network it was opened from',
  })
  network: string | null;

  @ApiProperty({ type: Boolean, description: 'The session that asks' })
  current: boolean;
}

export class OwnSessionListDto {
  @ApiProperty({ type: OwnSessionDto, isArray: true, description: 'Open sessions, the last used first' })
  data: OwnSessionDto[];
}

export function toOwnSessionDto({
  id,
  created_at,
  last_used_at,
  device,
  network,
  isCurrent,
}: OwnSessionRow): OwnSessionDto {
  return {
    id: toWireId('session', id),
    createdAt: created_at.toISOString(),
    lastUsedAt: last_used_at.toISOString(),
    device,
    network,
    current: isCurrent,
  };
}

import { ApiProperty } from '@nestjs/swagger';
import type { ApiKey } from '#libs/access';
import { toWireId } from '#libs/kernel';

export class ApiKeyDto {
  @ApiProperty({ example: 'key_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ example: 'Appointment reminders' })
  name: string;

  @ApiProperty({ enum: ['live', 'sandbox'] })
  mode: string;

  @ApiProperty({ example: 'bf_live_4fGh7kLm', description: 'How the key begins; not secret' })
  prefix: string;

  @ApiProperty({ example: 'dep_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  departmentId: string;

  @ApiProperty({ type: [String] })
  scopes: string[];

  @ApiProperty({ type: [String], description: 'Empty: from everywhere' })
  ipAllowList: string[];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, nullable: true, description: 'The person; null for the command line' })
  createdBy: string | null;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Within seconds' })
  lastUsedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The network', example: '203.0.113.0/24' })
  lastUsedFrom: string | null;

  @ApiProperty({ description: 'Calls in the last seven days (UTC), today included' })
  calls7Days: number;
}

export class ApiKeyPageDto {
  @ApiProperty({ type: [ApiKeyDto], description: 'Newest first' })
  data: ApiKeyDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class CreatedApiKeyDto extends ApiKeyDto {
  @ApiProperty({ description: 'Shown only now' })
  secret: string;
}

export class RotatedApiKeyDto extends CreatedApiKeyDto {
  @ApiProperty({ format: 'date-time', description: 'When the old key stops working' })
  oldExpiresAt: string;
}

export function toApiKeyDto({ id, departmentId, createdBy, createdByKind, ...key }: ApiKey): ApiKeyDto {
  return {
    id: toWireId('apiKey', id),
    name: key.name,
    mode: key.mode,
    prefix: key.prefix,
    departmentId: toWireId('department', departmentId),
    scopes: [...key.scopes],
    ipAllowList: [...key.ipAllowList],
    createdAt: key.createdAt.toISOString(),
    createdBy: createdBy && createdByKind === 'user' ? toWireId('user', createdBy) : null,
    expiresAt: key.expiresAt.toISOString(),
    revokedAt: key.revokedAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    lastUsedFrom: key.lastUsedFrom,
    calls7Days: key.calls7Days,
  };
}

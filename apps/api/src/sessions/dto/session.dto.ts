import { ApiProperty } from '@nestjs/swagger';
import type { AccessToken } from '#libs/access';

export class SessionDto {
  @ApiProperty({ type: String, description: 'To be sent as `Authorization: Bearer`' })
  accessToken: string;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt: string;
}

export function toSessionDto({ accessToken, expiresAt }: AccessToken): SessionDto {
  return { accessToken, expiresAt: expiresAt.toISOString() };
}

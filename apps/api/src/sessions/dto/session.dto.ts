import { ApiProperty } from '@nestjs/swagger';
import type { IssuedSession } from '#libs/access';

export class SessionDto {
  @ApiProperty({ type: String, description: 'To be sent as `Authorization: Bearer`' })
  accessToken: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'When the access token ends; refresh before' })
  expiresAt: string;

  @ApiProperty({
    type: Boolean,
    required: false,
    description:
      'A second step is mandatory and this person has none: only their own account is open until they add one',
  })
  mustEnrol?: boolean;
}

export function toSessionDto({ accessToken, expiresAt, mustEnrol }: IssuedSession): SessionDto {
  return { accessToken, expiresAt: expiresAt.toISOString(), ...(mustEnrol && { mustEnrol }) };
}

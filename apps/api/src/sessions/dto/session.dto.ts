import { ApiProperty } from '@nestjs/swagger';
import { type IssuedSession, SESSION_IDLE_SECONDS } from '#libs/access';

export class SessionDto {
  @ApiProperty({ type: String, description: 'To be sent as `Authorization: Bearer`' })
  accessToken: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'When the access token ends; refresh before' })
  expiresAt: string;

  @ApiProperty({
    type: Number,
    description: 'After so many seconds without a request the session is over',
    example: 900,
  })
  idleSeconds: number;

  @ApiProperty({ type: String, format: 'date-time', description: 'When the session is over even if it is in use' })
  endsAt: string;

  @ApiProperty({
    type: Boolean,
    required: false,
    description:
      'A second step is mandatory and this person has none: only their own account is open until they add one',
  })
  mustEnrol?: boolean;
}

export function toSessionDto({ accessToken, expiresAt, endsAt, mustEnrol }: IssuedSession): SessionDto {
  return {
    accessToken,
    expiresAt: expiresAt.toISOString(),
    idleSeconds: SESSION_IDLE_SECONDS,
    endsAt: endsAt.toISOString(),
    ...(mustEnrol && { mustEnrol }),
  };
}

import { ApiProperty } from '@nestjs/swagger';
import type { Invitation, OpenedInvitation } from '#libs/access';
import { toWireId } from '#libs/kernel';

export class InvitationDto {
  @ApiProperty({ example: 'inv_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ example: 'ada@health.example' })
  email: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: [String] })
  roles: string[];

  @ApiProperty({ type: String, nullable: true, description: 'The person; null for the command line' })
  invitedBy: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', description: 'The link works until then' })
  expiresAt: string;
}

export class InvitationPageDto {
  @ApiProperty({ type: [InvitationDto], description: 'Those that wait to be accepted, newest first; expired ones too' })
  data: InvitationDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: all of them fit on one page' })
  next: string | null;
}

/** What the holder of the link sees before accepting. */
export class OpenedInvitationDto {
  @ApiProperty()
  agencyName: string;

  @ApiProperty()
  email: string;

  @ApiProperty({ type: [String] })
  roles: string[];

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ description: 'False for somebody who has an account: they accept, and sign in as always' })
  needsPassword: boolean;
}

export class JoinedDto {
  @ApiProperty({ description: 'Always true: the roles are given; sign in to use them' })
  signInRequired: boolean;
}

export function toInvitationDto({ id, invitedBy, createdAt, expiresAt, ...invitation }: Invitation): InvitationDto {
  return {
    id: toWireId('invitation', id),
    email: invitation.email,
    name: invitation.name,
    roles: [...invitation.roles],
    invitedBy: invitedBy && toWireId('user', invitedBy),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

export function toOpenedInvitationDto({ expiresAt, roles, ...opened }: OpenedInvitation): OpenedInvitationDto {
  return { ...opened, roles: [...roles], expiresAt: expiresAt.toISOString() };
}

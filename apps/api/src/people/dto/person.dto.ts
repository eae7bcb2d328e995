import { ApiProperty } from '@nestjs/swagger';
import { type Member, ROLES } from '#libs/access';
import { toWireId } from '#libs/kernel';

export class HeldRoleDto {
  @ApiProperty({ enum: Object.keys(ROLES) })
  role: string;

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Null while it is held without an end',
  })
  until: string | null;
}

export class PersonDto {
  @ApiProperty({ example: 'usr_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  email: string;

  @ApiProperty({ type: [HeldRoleDto] })
  roles: HeldRoleDto[];

  @ApiProperty({ description: 'Whether a second step is set up' })
  mfa: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSignInAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disabledAt: string | null;
}

export class PersonPageDto {
  @ApiProperty({ type: [PersonDto], description: 'By name' })
  data: PersonDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: all people fit on one page' })
  next: string | null;
}

export function toPersonDto({ id, roles, lastSignInAt, disabledAt, ...person }: Member): PersonDto {
  return {
    id: toWireId('user', id),
    name: person.name,
    email: person.email,
    roles: roles.map(({ role, since, until }) => ({
      role,
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
    })),
    mfa: person.mfa,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    disabledAt: disabledAt?.toISOString() ?? null,
  };
}

import { ApiProperty } from '@nestjs/swagger';
import type { AgencyMembership, CurrentSession, Preferences, Profile } from '#libs/access';
import { toWireId } from '#libs/kernel';
import { PreferencesDto } from './edit-profile.dto.js';

export class FactorsDto {
  @ApiProperty({ type: Boolean, description: 'Whether the person has a password' })
  password: boolean;

  @ApiProperty({ type: Boolean, description: 'Whether an authenticator app is in use' })
  totp: boolean;

  @ApiProperty({ type: Number, description: 'How many passkeys there are' })
  passkeys: number;

  @ApiProperty({ type: Number, description: 'How many recovery codes were not used yet' })
  recoveryCodesLeft: number;
}

export class OwnAgencyDto {
  @ApiProperty({
    type: String,
    example: 'agy_01k9q3z5t8e7zv2r4m6w8x0y1a',
    description: 'For the header `Belfry-Agency`',
  })
  id: string;

  @ApiProperty({ type: String, example: 'health', description: 'Its name in addresses' })
  slug: string;

  @ApiProperty({ type: String, example: 'City Health', description: 'Its name' })
  name: string;

  @ApiProperty({
    type: String,
    enum: ['trial', 'live', 'suspended'],
    description: 'Suspended agencies can only be read',
  })
  status: string;

  @ApiProperty({ type: Boolean, description: 'The platform itself, which runs all agencies' })
  isPlatform: boolean;
}

export class MembershipDto {
  @ApiProperty({ type: OwnAgencyDto, description: 'Where' })
  agency: OwnAgencyDto;

  @ApiProperty({ type: String, isArray: true, example: ['agency_admin'], description: 'The roles held there now' })
  roles: string[];

  @ApiProperty({ type: String, isArray: true, example: ['messages:read'], description: 'What these roles allow' })
  permissions: string[];

  @ApiProperty({
    type: String,
    format: 'date-time',
    required: false,
    description: 'When this ends by itself, as for platform staff who entered by break-glass',
  })
  until?: string;
}

export class ProfileDto {
  @ApiProperty({ type: String, example: 'usr_01k9q3z5t8e7zv2r4m6w8x0y1a', description: 'The person' })
  id: string;

  @ApiProperty({ type: String, example: 'admin@health.example', description: 'Where mails go and what signs in' })
  email: string;

  @ApiProperty({ type: String, example: 'Ada Administrator', description: 'As others see it' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: 'en', description: 'Chosen language, or null' })
  language: string | null;

  @ApiProperty({ type: PreferencesDto, description: 'How the person likes the console' })
  preferences: Preferences;

  @ApiProperty({ type: Boolean, description: 'A second step must be added before anything else is open' })
  mustEnrol: boolean;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when dangerous acts are open to this session, or null',
  })
  steppedUpUntil: string | null;

  @ApiProperty({ type: FactorsDto, description: 'What the person can prove themselves with' })
  factors: FactorsDto;

  @ApiProperty({ type: MembershipDto, isArray: true, description: 'Where the person belongs, and as what' })
  memberships: MembershipDto[];
}

export function toProfileDto(profile: Profile, { mustEnrol, steppedUpUntil }: CurrentSession): ProfileDto {
  const { id, email, name, language, preferences, factors, memberships } = profile;
  const isSteppedUp = steppedUpUntil !== null && steppedUpUntil.getTime() > Date.now();
  return {
    id: toWireId('user', id),
    email,
    name,
    language,
    preferences,
    mustEnrol,
    steppedUpUntil: isSteppedUp ? steppedUpUntil.toISOString() : null,
    factors: { ...factors },
    memberships: memberships.map(toMembershipDto),
  };
}

function toMembershipDto({ agencyId, slug, name, status, isPlatform, ...held }: AgencyMembership): MembershipDto {
  return {
    agency: { id: toWireId('agency', agencyId), slug, name, status, isPlatform },
    roles: [...held.roles],
    permissions: [...held.permissions].sort(),
    ...(held.until && { until: held.until.toISOString() }),
  };
}

import { ApiProperty } from '@nestjs/swagger';
import { OptionalField, Text, TextList, TextMap } from '#libs/http';
import type { SsoSettingsView } from '#libs/sso';

export class PutSsoDto {
  @Text({
    max: 500,
    description: 'Address of the directory, exactly as it calls itself',
    example: 'https://id.health.example.gov',
  })
  issuer: string;

  @Text({ max: 200, example: 'belfry' })
  clientId: string;

  @OptionalField()
  @Text({ max: 500, description: 'Kept sealed and never shown. Left out, the stored one stays.' })
  clientSecret?: string;

  @OptionalField()
  @Text({ max: 100, description: 'The claim of the ID token that lists the groups (`groups`)', example: 'groups' })
  groupsClaim?: string;

  @TextMap({
    maxKeys: 100,
    maxKeyLength: 200,
    maxValueLength: 50,
    description: 'Which role a group gives',
    example: { 'belfry-admins': 'agency_admin' },
  })
  groupRoles: Record<string, string>;

  @TextList({ max: 50, each: { max: 253 }, description: 'Domains of the addresses of people who may come this way' })
  emailDomains: string[];
}

const NULL_UNLESS_CONFIGURED = { type: String, nullable: true } as const;

export class SsoDto {
  @ApiProperty({ description: 'Whether single sign-on is set up; if not, the rest is null or empty' })
  configured: boolean;

  @ApiProperty({ ...NULL_UNLESS_CONFIGURED, example: 'https://id.health.example.gov' })
  issuer: string | null;

  @ApiProperty({ ...NULL_UNLESS_CONFIGURED, example: 'belfry' })
  clientId: string | null;

  @ApiProperty({ description: 'Whether a secret is stored' })
  hasClientSecret: boolean;

  @ApiProperty({ ...NULL_UNLESS_CONFIGURED, example: 'groups' })
  groupsClaim: string | null;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { admins: 'agency_admin' } })
  groupRoles: Record<string, string>;

  @ApiProperty({ type: [String], example: ['health.example.gov'] })
  emailDomains: string[];

  @ApiProperty({ ...NULL_UNLESS_CONFIGURED, format: 'date-time' })
  changedAt: string | null;
}

const NOT_CONFIGURED: SsoDto = {
  configured: false,
  issuer: null,
  clientId: null,
  hasClientSecret: false,
  groupsClaim: null,
  groupRoles: {},
  emailDomains: [],
  changedAt: null,
};

export function toSsoDto(view: SsoSettingsView | null): SsoDto {
  if (!view) return NOT_CONFIGURED;
  const { changedAt, groupRoles, emailDomains, ...settings } = view;
  return {
    configured: true,
    ...settings,
    groupRoles: { ...groupRoles },
    emailDomains: [...emailDomains],
    changedAt: changedAt.toISOString(),
  };
}

export class StartSsoDto {
  @Text({ max: 63, description: 'The short name of the agency', example: 'city-health' })
  agency: string;
}

export class SsoStartDto {
  @ApiProperty({ description: 'Where the browser goes to sign in' })
  redirectTo: string;
}

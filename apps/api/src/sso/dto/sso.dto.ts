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

export class SsoDto {
  @ApiProperty({ example: 'https://id.health.example.gov' })
  issuer: string;

  @ApiProperty({ example: 'belfry' })
  clientId: string;

  @ApiProperty({ description: 'Whether a secret is stored' })
  hasClientSecret: boolean;

  @ApiProperty({ example: 'groups' })
  groupsClaim: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { admins: 'agency_admin' } })
  groupRoles: Record<string, string>;

  @ApiProperty({ type: [String], example: ['health.example.gov'] })
  emailDomains: string[];

  @ApiProperty({ format: 'date-time' })
  changedAt: string;
}

export function toSsoDto({ changedAt, groupRoles, emailDomains, ...settings }: SsoSettingsView): SsoDto {
  return {
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

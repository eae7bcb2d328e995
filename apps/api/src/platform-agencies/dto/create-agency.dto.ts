import { Nested, OptionalField, Text } from '#libs/http';
import {
  AgencyName,
  Country,
  DefaultLanguage,
  EmailDomains,
  LegalName,
  RetentionDays,
  TimeZone,
} from '../../agency/dto/agency-details.decorators.js';

export class FirstAdminDto {
  @Text({ max: 254, example: 'ada@health.gov.example' })
  email: string;

  @Text({ max: 200, example: 'Ada Okoye' })
  @OptionalField()
  name?: string;
}

export class CreateAgencyDto {
  @AgencyName()
  name: string;

  @Text({
    max: 63,
    pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
    description: 'Short name, for addresses and commands. It stays.',
    example: 'city-health',
  })
  slug: string;

  @LegalName()
  @OptionalField()
  legalName?: string;

  @Country()
  @OptionalField()
  country?: string;

  @DefaultLanguage()
  defaultLanguage: string;

  @TimeZone()
  timeZone: string;

  @EmailDomains()
  @OptionalField()
  emailDomains?: string[];

  @RetentionDays()
  @OptionalField()
  retentionDays?: number;

  @Nested(() => FirstAdminDto, { description: 'Is invited by mail as an administrator of the agency' })
  @OptionalField()
  firstAdmin?: FirstAdminDto;
}

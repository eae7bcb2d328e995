import { OptionalField, Text } from '#libs/http';
import {
  AgencyName,
  Country,
  DefaultLanguage,
  EmailDomains,
  LegalName,
  RetentionDays,
  TimeZone,
} from '../../agency/dto/agency-details.decorators.js';

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
}

import { OptionalField } from '#libs/http';
import {
  AgencyName,
  CountryOrNull,
  DefaultLanguage,
  EmailDomains,
  LegalNameOrNull,
  RetentionDays,
  TimeZone,
} from './agency-details.decorators.js';

/** What is left out stays as it is. */
export class ChangeAgencyDto {
  @AgencyName()
  @OptionalField()
  name?: string;

  @LegalNameOrNull()
  @OptionalField()
  legalName?: string | null;

  @CountryOrNull()
  @OptionalField()
  country?: string | null;

  @DefaultLanguage()
  @OptionalField()
  defaultLanguage?: string;

  @TimeZone()
  @OptionalField()
  timeZone?: string;

  @EmailDomains()
  @OptionalField()
  emailDomains?: string[];

  @RetentionDays()
  @OptionalField()
  retentionDays?: number;
}

import { OptionalField } from '#libs/http';
import {
  AgencyName,
  Country,
  DefaultLanguage,
  EmailDomains,
  LegalName,
  RetentionDays,
  TimeZone,
} from './agency-details.decorators.js';

/** What is left out stays as it is. */
export class ChangeAgencyDto {
  @AgencyName()
  @OptionalField()
  name?: string;

  @LegalName()
  @OptionalField()
  legalName?: string;

  @Country()
  @OptionalField()
  country?: string;

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

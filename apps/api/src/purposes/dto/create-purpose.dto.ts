import {
  IN_DOUBT_POLICIES,
  type InDoubtPolicy,
  PURPOSE_BASES,
  PURPOSE_CATEGORIES,
  PURPOSE_CODE,
  type PurposeBasis,
  type PurposeCategory,
  QUIET_HOURS,
  type QuietHoursRule,
} from '#libs/consent';
import { Flag, OneOf, OptionalField, Text, WholeNumber } from '#libs/http';

const MAX_TTL_SECONDS = 30 * 86_400;

/** What an agency sends messages for. A code that exists gets its next version when something differs. */
export class CreatePurposeDto {
  @Text({ max: 63, pattern: PURPOSE_CODE, example: 'clinic-reminders' })
  code: string;

  @Text({ max: 200, description: 'What citizens and auditors read', example: 'Reminders of clinic appointments' })
  title: string;

  @OneOf(PURPOSE_CATEGORIES)
  category: PurposeCategory;

  @OneOf(PURPOSE_BASES, { description: 'Legal basis; marketing needs `consent`' })
  basis: PurposeBasis;

  @Text({ max: 500, description: 'The law or decree; required when nobody may object' })
  @OptionalField()
  legalInstrument?: string;

  @Flag({ description: 'Whether people may object, also by STOP (true)' })
  @OptionalField()
  objectable?: boolean;

  @OneOf(IN_DOUBT_POLICIES, {
    description: 'What becomes of a message of which nobody knows whether it left (by category)',
  })
  @OptionalField()
  inDoubtPolicy?: InDoubtPolicy;

  @WholeNumber({ min: 1, max: MAX_TTL_SECONDS, description: 'After how long a message is no longer worth sending' })
  @OptionalField()
  defaultTtlSeconds?: number;

  @OneOf(QUIET_HOURS, {
    description:
      'Whether its messages wait for the end of the quiet hours of the agency, or leave at any time (by category: `exempt` for alerts and one-time codes)',
  })
  @OptionalField()
  quietHours?: QuietHoursRule;
}

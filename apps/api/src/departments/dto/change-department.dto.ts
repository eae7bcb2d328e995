import { OptionalField, Text, WholeNumberOrNull } from '#libs/http';

const MAX_QUOTA = 2_000_000_000;

/** What is left out stays as it is. */
export class ChangeDepartmentDto {
  @Text({ max: 200, example: 'Clinics' })
  @OptionalField()
  name?: string;

  @WholeNumberOrNull({
    min: 0,
    max: MAX_QUOTA,
    description: 'Messages a day by the clock of the agency; null: no quota',
  })
  @OptionalField()
  dailyQuota?: number | null;

  @WholeNumberOrNull({ min: 0, max: MAX_QUOTA, description: 'Messages a calendar month; null: no quota' })
  @OptionalField()
  monthlyQuota?: number | null;
}

import { OptionalField, Text, WholeNumberOrNull } from '#libs/http';

const MAX_QUOTA = 2_000_000_000;

export class CreateDepartmentDto {
  @Text({ max: 200, example: 'Clinics' })
  name: string;

  @WholeNumberOrNull({ min: 0, max: MAX_QUOTA, description: 'Messages a day by the clock of the agency' })
  @OptionalField()
  dailyQuota?: number | null;

  @WholeNumberOrNull({ min: 0, max: MAX_QUOTA, description: 'Messages a calendar month' })
  @OptionalField()
  monthlyQuota?: number | null;
}

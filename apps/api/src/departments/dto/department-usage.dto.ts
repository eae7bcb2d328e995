import { ApiProperty } from '@nestjs/swagger';

export class UsageDayDto {
  @ApiProperty({ format: 'date', example: '2026-11-22' })
  day: string;

  @ApiProperty({ example: 120 })
  n: number;
}

/** Messages to live numbers that were accepted for the department. */
export class DepartmentUsageDto {
  @ApiProperty()
  today: number;

  @ApiProperty({ description: 'In this calendar month' })
  month: number;

  @ApiProperty({ type: Number, nullable: true })
  dailyQuota: number | null;

  @ApiProperty({ type: Number, nullable: true })
  monthlyQuota: number | null;

  @ApiProperty({ type: [UsageDayDto], description: 'The last 31 days by the clock of the agency that have any' })
  days: UsageDayDto[];
}

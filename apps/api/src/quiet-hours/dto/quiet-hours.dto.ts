import { ApiProperty } from '@nestjs/swagger';
import { EVERY_DAY, type QuietHours } from '#libs/agencies';
import { OptionalField, Text, TextList } from '#libs/http';

/** Place in the week, from 1. */
const DAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY = new RegExp(`^(?:${DAYS.join('|')})$`);

export class SetQuietHoursDto {
  /** Time of day at which they begin, by the clocks of the agency's time zone. */
  @Text({ min: 5, max: 5, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, example: '22:00' })
  from: string;

  /** Time of day at which they end; earlier than `from`, it is that of the next day. `24:00` is the end of the day. */
  @Text({ min: 5, max: 5, pattern: /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, example: '08:00' })
  to: string;

  /** Days on which they begin: mon, tue, wed, thu, fri, sat, sun. Left out, every day. */
  @OptionalField()
  @TextList({ max: DAYS.length, each: { max: 3, pattern: DAY }, example: DAYS })
  days?: string[];
}

export class QuietHoursDto {
  /** Null when messages are sent at any time. */
  @ApiProperty({ type: String, nullable: true, example: '22:00' })
  from: string | null;

  @ApiProperty({ type: String, nullable: true, example: '08:00' })
  to: string | null;

  @ApiProperty({ enum: [...DAYS], isArray: true, example: DAYS, description: 'Days on which they begin' })
  days: string[];
}

export function toQuietHours({ from, to, days }: SetQuietHoursDto): QuietHours {
  const named = days?.map((day) => DAYS.indexOf(day) + 1).sort();
  return { from, to, days: named ?? EVERY_DAY };
}

export function toQuietHoursDto(quiet: QuietHours | null): QuietHoursDto {
  return {
    from: quiet?.from ?? null,
    to: quiet?.to ?? null,
    days: (quiet?.days ?? []).map((day) => DAYS[day - 1] ?? ''),
  };
}

import { ApiProperty } from '@nestjs/swagger';
import { HISTORY_FIELDS, type NumberChange, type NumberDetails, riskOf } from '#libs/phone-numbers';
import type { NumberTraffic } from '#libs/sending';

const NULLABLE_TIME = { type: String, format: 'date-time', nullable: true } as const;

/** Citizens whom the numbers of one portfolio may write to first in moving 24 hours. */
export class PeopleLimitDto {
  @ApiProperty({ description: 'Counted by all numbers of the portfolio', example: 1240 })
  used: number;

  @ApiProperty({ description: 'Of these, written to first by this agency', example: 310 })
  yours: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'Null: no limit, or none known. https://developers.facebook.com/documentation/business-messaging/whatsapp/messaging-limits',
    example: 10_000,
  })
  limit: number | null;

  @ApiProperty({ description: 'Numbers known here that share the limit', example: 4 })
  numbers: number;
}

export class PaceDto {
  @ApiProperty({
    description: 'Messages a second that it sends at most now; below `granted` for a while after Meta refused some',
    example: 80,
  })
  now: number;

  @ApiProperty({ description: 'Messages a second that Meta grants', example: 80 })
  granted: number;

  @ApiProperty({ description: 'Messages that are due; counted up to 100,000' })
  waiting: number;

  @ApiProperty({ ...NULLABLE_TIME, description: 'Since when the oldest of them is due' })
  oldestDueAt: string | null;
}

/** From then on Meta said this of the number. */
export class NumberChangeDto {
  @ApiProperty({ enum: HISTORY_FIELDS, enumName: 'NumberHistoryField' })
  field: string;

  @ApiProperty({ example: 'GREEN' })
  value: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** One thing that Meta says otherwise than it was known here, and that nobody announced. */
export class DriftDto {
  @ApiProperty({ description: 'verified-name, status, quality, webhooks, profile.about …', example: 'verified-name' })
  field: string;

  @ApiProperty({ description: 'As it was known here', example: 'City Health Department' })
  ours: string;

  @ApiProperty({ description: 'As Meta says; empty: nothing', example: 'City Clinic' })
  theirs: string;
}

/** How a number stands and how it is used. */
export class NumberHealthDto {
  @ApiProperty({ enum: ['high', 'medium', 'low', 'none'] })
  risk: string;

  @ApiProperty({
    type: [String],
    description:
      'token-unusable, disconnected, held, deaf, quality-low, restricted, bulk-held, name-declined, token-ends-soon, quality-medium, drift, not-asked; the gravest first',
  })
  reasons: readonly string[];

  @ApiProperty({ ...NULLABLE_TIME, description: 'Since when quality is what it is; null: not known' })
  qualitySince: string | null;

  @ApiProperty({
    type: [NumberChangeDto],
    description: 'Of the last 30 days, oldest first, with what stood before them',
  })
  history: readonly NumberChangeDto[];

  @ApiProperty({ type: PeopleLimitDto })
  people: PeopleLimitDto;

  @ApiProperty({ type: PaceDto })
  pace: PaceDto;

  @ApiProperty({ ...NULLABLE_TIME, description: 'When the newest webhook about the number came; null: none yet' })
  lastWebhookAt: string | null;

  @ApiProperty({ type: [DriftDto], description: 'Until somebody has looked at it' })
  drift: readonly DriftDto[];

  @ApiProperty(NULLABLE_TIME)
  driftFoundAt: string | null;
}

export function toNumberHealthDto(
  number: NumberDetails,
  history: readonly NumberChange[],
  traffic: NumberTraffic,
  now: Date,
): NumberHealthDto {
  const { people, pace, lastWebhookAt } = traffic;
  const quality = history.findLast(({ field }) => field === 'quality');
  return {
    ...riskOf(number, now),
    qualitySince: quality?.at.toISOString() ?? null,
    history: history.map(({ field, value, at }) => ({ field, value, at: at.toISOString() })),
    people,
    pace: { ...pace, now: Math.round(pace.now), oldestDueAt: pace.oldestDueAt?.toISOString() ?? null },
    lastWebhookAt: lastWebhookAt?.toISOString() ?? null,
    drift: number.drift,
    driftFoundAt: number.driftFoundAt?.toISOString() ?? null,
  };
}

import { ApiProperty } from '@nestjs/swagger';
import { toWireId } from '#libs/kernel';
import type { NumberRisk, PlatformNumber } from '#libs/phone-numbers';

const NULLABLE_TEXT = { type: String, nullable: true } as const;
const NULLABLE_TIME = { type: String, format: 'date-time', nullable: true } as const;

/** A number of any agency. What agencies write is no part of it. */
export class PlatformNumberDto {
  @ApiProperty({ example: 'agy_01jb6000000000000000000000' })
  agencyId: string;

  @ApiProperty({ example: 'num_01jb6000000000000000000000' })
  id: string;

  @ApiProperty({ example: 'ptf_01jb6000000000000000000000' })
  portfolioId: string;

  @ApiProperty({ example: '+44 1632 960001' })
  displayPhoneNumber: string;

  @ApiProperty({ example: 'City Health Department' })
  verifiedName: string;

  @ApiProperty({ enum: ['live', 'sandbox'] })
  mode: string;

  @ApiProperty({ example: 'connected' })
  state: string;

  @ApiProperty({ enum: ['high', 'medium', 'low', 'none'] })
  risk: string;

  @ApiProperty({ type: [String], description: 'Why, the gravest first; as in the health of a number' })
  reasons: readonly string[];

  @ApiProperty({ ...NULLABLE_TEXT, example: 'GREEN' })
  quality: string | null;

  @ApiProperty({ ...NULLABLE_TEXT, example: 'TIER_2K' })
  messagingLimit: string | null;

  @ApiProperty({ example: 80 })
  messagesPerSecond: number;

  @ApiProperty(NULLABLE_TIME)
  tokenExpiresAt: string | null;

  @ApiProperty({ ...NULLABLE_TIME, description: 'When Meta was last asked' })
  refreshedAt: string | null;
}

export class PlatformNumberListDto {
  @ApiProperty({ type: [PlatformNumberDto], description: 'The one that most deserves a look first' })
  data: readonly PlatformNumberDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null' })
  next: string | null;
}

export function toPlatformNumberDto(number: PlatformNumber & NumberRisk): PlatformNumberDto {
  const { displayPhoneNumber, verifiedName, mode, state, risk, reasons, messagingLimit, messagesPerSecond } = number;
  return {
    agencyId: toWireId('agency', number.agencyId),
    id: toWireId('phoneNumber', number.id),
    portfolioId: toWireId('portfolio', number.portfolioId),
    displayPhoneNumber,
    verifiedName,
    mode,
    state,
    risk,
    reasons,
    quality: number.qualityRating,
    messagingLimit,
    messagesPerSecond,
    tokenExpiresAt: number.tokenExpiresAt?.toISOString() ?? null,
    refreshedAt: number.refreshedAt?.toISOString() ?? null,
  };
}

import { ApiProperty } from '@nestjs/swagger';
import { toWireId } from '#libs/kernel';
import {
  NEXT_STEP,
  type NumberDetails,
  ONBOARDING_STATES,
  type OnboardingState,
  type OnboardingStep,
  refusalWords,
} from '#libs/phone-numbers';
import { BusinessProfileDto, toProfileDto } from './profile.dto.js';

const NULLABLE_TIME = { type: String, format: 'date-time', nullable: true } as const;
const NULLABLE_TEXT = { type: String, nullable: true } as const;

export class NumberCodeDto {
  @ApiProperty({ enum: ['sms', 'voice'] })
  method: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;
}

export class NumberTokenDto {
  @ApiProperty({ enum: ['valid', 'expired', 'invalid', 'unknown'], description: 'As Meta last answered' })
  state: string;

  @ApiProperty(NULLABLE_TIME)
  checkedAt: string | null;

  @ApiProperty({ ...NULLABLE_TIME, description: 'Null when it does not expire, or when that is not known' })
  expiresAt: string | null;
}

/** What went wrong last; it is gone once a later step goes through. */
export class NumberProblemDto {
  @ApiProperty({ example: 'register' })
  step: string;

  @ApiProperty({ description: 'Stable', example: 'pin-wrong' })
  code: string;

  @ApiProperty({ description: 'In plain words, with what to do' })
  text: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** A WhatsApp number of the agency, how far it has come, and what Meta says of it. Its token and PIN are never shown. */
export class NumberDto {
  @ApiProperty({ example: 'num_01jb6000000000000000000000' })
  id: string;

  @ApiProperty({ description: "Meta's id of the number", example: '331020410093245' })
  phoneNumberId: string;

  @ApiProperty({ description: "Meta's id of the WhatsApp Business account", example: '215589313241560' })
  wabaId: string;

  @ApiProperty({ example: 'ptf_01jb6000000000000000000000' })
  portfolioId: string;

  @ApiProperty({ enum: ['live', 'sandbox'] })
  mode: string;

  @ApiProperty({ example: '+44 1632 960001' })
  displayPhoneNumber: string;

  @ApiProperty({ description: 'The name that citizens see', example: 'City Health Department' })
  verifiedName: string;

  @ApiProperty({ enum: ONBOARDING_STATES, description: 'Only a connected number sends' })
  state: OnboardingState;

  @ApiProperty({
    type: String,
    enum: ['request-code', 'verify-code', 'register'],
    nullable: true,
    description: 'What is to be done next; null when the number is connected',
  })
  nextStep: OnboardingStep | null;

  @ApiProperty({ type: NumberCodeDto, nullable: true, description: 'The code that was asked for last' })
  code: NumberCodeDto | null;

  @ApiProperty({
    description: 'Codes asked for within the last hour; Meta takes a few and does not say how many',
    example: 1,
  })
  codesAsked: number;

  @ApiProperty({ ...NULLABLE_TIME, description: 'When the same request brings another code; null: now' })
  codeFreeAt: string | null;

  @ApiProperty({ description: 'Registrations that Meta still takes within 72 hours', example: 9 })
  registrationsLeft: number;

  @ApiProperty({ ...NULLABLE_TIME, description: 'When the next registration is possible, if none is left' })
  registrationsFreeAt: string | null;

  @ApiProperty({ description: 'Whether its two-step PIN is kept here, sealed' })
  hasPin: boolean;

  @ApiProperty({ ...NULLABLE_TEXT, description: "Meta's status", example: 'CONNECTED' })
  status: string | null;

  @ApiProperty({ ...NULLABLE_TEXT, description: "Meta's decision about the display name", example: 'APPROVED' })
  nameStatus: string | null;

  @ApiProperty({ ...NULLABLE_TEXT, description: 'A display name that was asked for and is not in force yet' })
  requestedName: string | null;

  @ApiProperty({ ...NULLABLE_TEXT, example: 'PENDING_REVIEW', description: 'Approved: register again to use it' })
  requestedNameStatus: string | null;

  @ApiProperty({ ...NULLABLE_TEXT, description: 'GREEN, YELLOW, RED or UNKNOWN', example: 'GREEN' })
  quality: string | null;

  @ApiProperty({ ...NULLABLE_TEXT, description: 'STANDARD or HIGH', example: 'STANDARD' })
  throughput: string | null;

  @ApiProperty({ example: 80 })
  messagesPerSecond: number;

  @ApiProperty({
    ...NULLABLE_TEXT,
    description: 'How many people may be written to in 24 hours; shared by the numbers of a portfolio',
    example: 'TIER_2K',
  })
  messagingLimit: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Whether it is an official business account' })
  isOfficial: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Whether Belfry hears the webhooks of its account' })
  hearsWebhooks: boolean | null;

  @ApiProperty({ ...NULLABLE_TEXT, description: 'Why nothing is sent from it at the moment' })
  heldReason: string | null;

  @ApiProperty(NULLABLE_TIME)
  heldUntil: string | null;

  @ApiProperty({
    ...NULLABLE_TEXT,
    description: 'Why bulk messages of it wait and transactional ones go at a tenth of the pace',
  })
  bulkHeldReason: string | null;

  @ApiProperty(NULLABLE_TIME)
  bulkHeldUntil: string | null;

  @ApiProperty({ type: BusinessProfileDto, nullable: true, description: 'As Meta last told it' })
  profile: BusinessProfileDto | null;

  @ApiProperty({ type: NumberTokenDto })
  token: NumberTokenDto;

  @ApiProperty({ type: NumberProblemDto, nullable: true })
  problem: NumberProblemDto | null;

  @ApiProperty({ ...NULLABLE_TIME, description: 'When Meta was last asked' })
  refreshedAt: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class NumberListDto {
  @ApiProperty({ type: [NumberDto] })
  data: readonly NumberDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: an agency has few numbers' })
  next: string | null;
}

export function toNumberDto(number: NumberDetails): NumberDto {
  const { phoneNumberId, wabaId, mode, displayPhoneNumber, verifiedName, state, hasPin, nameStatus } = number;
  const { requestedName, requestedNameStatus, messagesPerSecond, messagingLimit, isOfficial, hearsWebhooks } = number;
  return {
    id: toWireId('phoneNumber', number.id),
    phoneNumberId,
    wabaId,
    portfolioId: toWireId('portfolio', number.portfolioId),
    mode,
    displayPhoneNumber,
    verifiedName,
    state,
    nextStep: NEXT_STEP[state],
    code: toCodeDto(number),
    codesAsked: number.codes.asked,
    codeFreeAt: isoOf(number.codes.freeAt),
    registrationsLeft: number.registrations.left,
    registrationsFreeAt: isoOf(number.registrations.freeAt),
    hasPin,
    status: number.metaStatus,
    nameStatus,
    requestedName,
    requestedNameStatus,
    quality: number.qualityRating,
    throughput: number.throughputLevel,
    messagesPerSecond,
    messagingLimit,
    isOfficial,
    hearsWebhooks,
    heldReason: number.heldReason,
    heldUntil: isoOf(number.heldUntil),
    bulkHeldReason: number.bulkHeldReason,
    bulkHeldUntil: isoOf(number.bulkHeldUntil),
    profile: number.profile && toProfileDto(number.profile),
    token: {
      state: number.tokenState ?? 'unknown',
      checkedAt: isoOf(number.tokenCheckedAt),
      expiresAt: isoOf(number.tokenExpiresAt),
    },
    problem: toProblemDto(number),
    refreshedAt: isoOf(number.refreshedAt),
    createdAt: number.createdAt.toISOString(),
  };
}

export function toNumberListDto(numbers: readonly NumberDetails[]): NumberListDto {
  return { data: numbers.map(toNumberDto), next: null };
}

function toCodeDto({ codeMethod, codeRequestedAt }: NumberDetails): NumberCodeDto | null {
  return codeMethod && codeRequestedAt ? { method: codeMethod, requestedAt: codeRequestedAt.toISOString() } : null;
}

function toProblemDto({ lastAttempt }: NumberDetails): NumberProblemDto | null {
  if (!lastAttempt?.code) return null;
  const { step, code, at } = lastAttempt;
  return { step, code, text: refusalWords(code) ?? UNANSWERED, at: at.toISOString() };
}

const UNANSWERED = 'WhatsApp gave no answer. Refresh the number to see how it stands, then try again.';

function isoOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

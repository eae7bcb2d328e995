import type { OnboardingState } from './onboarding-state.js';
import { CIRCUIT_OPEN } from './phone-number.js';

/** Why a number deserves a look, the gravest first: what stops it, what will stop it, what should not be so. */
const WEIGHTS = {
  'token-unusable': 100,
  disconnected: 90,
  held: 80,
  deaf: 70,
  'quality-low': 60,
  restricted: 50,
  'bulk-held': 40,
  'name-declined': 30,
  'token-ends-soon': 30,
  'quality-medium': 20,
  drift: 10,
  'not-asked': 5,
} as const;

export type RiskReason = keyof typeof WEIGHTS;
export type Risk = 'high' | 'medium' | 'low' | 'none';

export interface NumberRisk {
  readonly risk: Risk;
  readonly reasons: readonly RiskReason[];
}

/** What the risk of a number is read from. */
export interface RiskFacts {
  readonly state: OnboardingState;
  readonly metaStatus: string | null;
  readonly nameStatus: string | null;
  readonly qualityRating: string | null;
  readonly hearsWebhooks: boolean | null;
  readonly tokenState: string | null;
  readonly tokenExpiresAt: Date | null;
  readonly heldReason: string | null;
  readonly heldUntil: Date | null;
  readonly bulkHeldUntil: Date | null;
  readonly driftFoundAt: Date | null;
  readonly refreshedAt: Date | null;
}

const WEEK_MS = 7 * 24 * 3_600_000;
const HIGH_FROM = 60;
const MEDIUM_FROM = 30;
const GONE: ReadonlySet<string> = new Set(['DISCONNECTED', 'BANNED', 'DELETED', 'MIGRATED']);
const RESTRICTED: ReadonlySet<string> = new Set(['FLAGGED', 'RESTRICTED', 'RATE_LIMITED']);
const DECLINED: ReadonlySet<string> = new Set(['DECLINED', 'EXPIRED']);

export function riskOf(number: RiskFacts, now: Date): NumberRisk {
  const found = conditions(number, now);
  const reasons = (Object.keys(WEIGHTS) as RiskReason[]).filter((reason) => found[reason]);
  return { risk: riskWord(reasons), reasons };
}

/** For sorting: the gravest first. */
export function riskWeight({ reasons }: NumberRisk): number {
  return reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
}

function conditions(number: RiskFacts, now: Date): Record<RiskReason, boolean> {
  const { tokenState, tokenExpiresAt, metaStatus, heldReason, heldUntil, bulkHeldUntil } = number;
  const isPast = tokenExpiresAt !== null && tokenExpiresAt <= now;
  return {
    'token-unusable': tokenState === 'expired' || tokenState === 'invalid' || isPast,
    disconnected: GONE.has(metaStatus ?? ''),
    held: heldReason === CIRCUIT_OPEN || (heldUntil !== null && heldUntil > now),
    deaf: number.hearsWebhooks === false,
    'quality-low': number.qualityRating === 'RED',
    restricted: RESTRICTED.has(metaStatus ?? ''),
    'bulk-held': bulkHeldUntil !== null && bulkHeldUntil > now,
    'name-declined': DECLINED.has(number.nameStatus ?? ''),
    'token-ends-soon': !isPast && tokenExpiresAt !== null && tokenExpiresAt.getTime() - now.getTime() < WEEK_MS,
    'quality-medium': number.qualityRating === 'YELLOW',
    drift: number.driftFoundAt !== null,
    'not-asked': number.refreshedAt === null,
  };
}

function riskWord(reasons: readonly RiskReason[]): Risk {
  const gravest = Math.max(0, ...reasons.map((reason) => WEIGHTS[reason]));
  if (gravest >= HIGH_FROM) return 'high';
  if (gravest >= MEDIUM_FROM) return 'medium';
  return gravest > 0 ? 'low' : 'none';
}

import type { NumberFields } from '#libs/whatsapp';

export const ONBOARDING_STATES = ['added', 'code-requested', 'code-verified', 'registered', 'connected'] as const;

/** How far a number has come with Meta. Only a connected one sends. */
export type OnboardingState = (typeof ONBOARDING_STATES)[number];

/** What a person does to bring a number further. */
export type OnboardingStep = 'request-code' | 'verify-code' | 'register';

interface Transition {
  readonly from: readonly OnboardingState[];
  readonly to: OnboardingState;
  /** States in which the step has nothing left to do: a second click is answered as the first. */
  readonly done: readonly OnboardingState[];
}

/** Which step leads from where to where. A state that stands in neither list comes too early for the step. */
export const TRANSITIONS: Readonly<Record<OnboardingStep, Transition>> = {
  'request-code': {
    from: ['added', 'code-requested'],
    to: 'code-requested',
    done: ['code-verified', 'registered', 'connected'],
  },
  'verify-code': {
    from: ['code-requested'],
    to: 'code-verified',
    done: ['code-verified', 'registered', 'connected'],
  },
  register: { from: ['code-verified', 'registered'], to: 'registered', done: ['connected'] },
};

/** The step that is due, or null when the number is connected. */
export const NEXT_STEP: Readonly<Record<OnboardingState, OnboardingStep | null>> = {
  added: 'request-code',
  'code-requested': 'verify-code',
  'code-verified': 'register',
  registered: 'register',
  connected: null,
};

/** States of Meta in which a number sends, if more slowly or to fewer people. */
const SENDING = ['CONNECTED', 'FLAGGED', 'RESTRICTED', 'RATE_LIMITED'];

/** States of Meta in which a number is not registered with us any more. */
const GONE = ['DISCONNECTED', 'BANNED', 'DELETED', 'MIGRATED', 'UNVERIFIED'];

/**
 * Where a number stands by what Meta says of it. Meta is right: a number that was registered elsewhere moves forward, one
 * that was disconnected moves back. A word that we do not know changes nothing.
 */
export function stateByFacts(
  known: OnboardingState,
  { status, codeVerificationStatus }: Pick<NumberFields, 'status' | 'codeVerificationStatus'>,
): OnboardingState {
  if (status !== null && SENDING.includes(status)) return 'connected';
  if (status !== null && GONE.includes(status)) return byVerification(codeVerificationStatus, 'added');
  if (status !== 'PENDING' || known === 'registered') return known;
  return byVerification(codeVerificationStatus, known === 'code-requested' ? 'code-requested' : 'added');
}

function byVerification(codeVerificationStatus: string | null, otherwise: OnboardingState): OnboardingState {
  return codeVerificationStatus === 'VERIFIED' ? 'code-verified' : otherwise;
}

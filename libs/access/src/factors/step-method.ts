/** A second step that a person may have. */
export const STEP_METHODS = ['passkey', 'totp', 'recovery-code'] as const;

export type StepMethod = (typeof STEP_METHODS)[number];

/** What the second step needs from the first. */
export interface SecondStep {
  challengeId: string;
  methods: ('passkey' | 'totp' | 'recovery-code')[];
  expiresAt: string;
}

/** In memory only: a reload begins again with the password. */
let challenge: SecondStep | undefined;

export function keepChallenge(next: SecondStep | undefined): void {
  challenge = next;
}

export const keptChallenge = (): SecondStep | undefined => challenge;

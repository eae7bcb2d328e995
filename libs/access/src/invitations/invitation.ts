import type { Uuid } from '#libs/kernel';
import type { Role } from '../roles.js';

export interface NewInvitation {
  readonly email: string;
  /** What the inviter calls the person; they choose their own name when they accept. */
  readonly name?: string;
  readonly roles: readonly string[];
}

/** An invitation that nobody has accepted yet. */
export interface Invitation {
  readonly id: Uuid;
  readonly email: string;
  readonly name: string | null;
  readonly roles: readonly Role[];
  readonly invitedBy: Uuid | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** What the person who holds the token is shown. */
export interface OpenedInvitation {
  readonly agencyName: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly expiresAt: Date;
  /** Somebody who works with another agency already has one, and signs in with it. */
  readonly needsPassword: boolean;
}

export interface Acceptance {
  readonly name?: string;
  readonly password?: string;
}

/** Long enough for a holiday, short enough that a forgotten mail opens nothing. */
export const INVITATION_DAYS = 7;

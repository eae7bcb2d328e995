import type { JsonObject } from './json.js';
import type { ShortLink } from './short-links.js';
import type { WorldNumber } from './world.js';

export interface SentCode {
  readonly digits: string;
  readonly method: 'SMS' | 'VOICE';
  readonly language: string;
  readonly at: number;
  wrongGuesses: number;
}

export interface RequestedName {
  readonly name: string;
  status: 'PENDING_REVIEW' | 'APPROVED' | 'DECLINED';
}

/** What becomes of a number after it exists. */
export interface NumberLife {
  isVerified: boolean;
  isRegistered: boolean;
  /** Was registered once, so that it is DISCONNECTED and not PENDING. */
  wasRegistered: boolean;
  pin: string | null;
  wrongPins: number;
  wrongPinAt: number;
  pinLockedUntil: number;
  /** The newest code of which the number may still make use. */
  code: SentCode | null;
  /** Every code that was sent, newest first: what stands on the handset. */
  readonly codes: SentCode[];
  /** Times of registrations and deregistrations. */
  readonly registrations: number[];
  nameStatus: string;
  requestedName: RequestedName | null;
  quality: string;
  /** Set by hand; otherwise it follows from the registration. */
  status: string | null;
  profile: JsonObject;
  readonly shortLinks: ShortLink[];
  /** Phone digits, or user ids of people whose phone is not known. */
  readonly blocked: Set<string>;
  conversationalAutomation: JsonObject;
  /** Meta's tier of the portfolio, as this number tells it. */
  messagingLimit: string;
}

/** The life of each number, kept when the world is put again. */
export class NumberLives {
  private readonly lives = new Map<string, NumberLife>();

  of(number: WorldNumber): NumberLife {
    const known = this.lives.get(number.id);
    if (known) return known;
    const life = begin(number);
    this.lives.set(number.id, life);
    return life;
  }
}

export function statusOf({ status, isRegistered, wasRegistered }: NumberLife): string {
  if (status !== null) return status;
  if (isRegistered) return 'CONNECTED';
  return wasRegistered ? 'DISCONNECTED' : 'PENDING';
}

function begin({ startsAs }: WorldNumber): NumberLife {
  const isRegistered = startsAs === 'connected';
  return {
    isVerified: startsAs !== 'added',
    isRegistered,
    wasRegistered: isRegistered,
    pin: null,
    wrongPins: 0,
    wrongPinAt: Number.NEGATIVE_INFINITY,
    pinLockedUntil: 0,
    code: null,
    codes: [],
    registrations: [],
    nameStatus: isRegistered ? 'APPROVED' : 'PENDING_REVIEW',
    requestedName: null,
    quality: isRegistered ? 'GREEN' : 'UNKNOWN',
    status: null,
    profile: {},
    shortLinks: [],
    blocked: new Set(),
    conversationalAutomation: {},
    messagingLimit: 'TIER_UNLIMITED',
  };
}

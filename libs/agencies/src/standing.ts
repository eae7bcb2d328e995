import { type AgencyKeys, blindIndex } from '#libs/crypto';
import { type AgencyStatus, maySend } from './agency-status.js';
import { firstAllowed, type QuietHours } from './quiet-hours.js';

const GUEST_LABEL = 'trial-guest-v1';

interface StandingFacts {
  readonly status: AgencyStatus;
  readonly timeZone: string;
  readonly quietHours: QuietHours | null;
  readonly guests: readonly Buffer[];
}

/** What an agency may do at this moment, read in one statement and asked as often as needed. */
export class AgencyStanding {
  private readonly guests: ReadonlySet<string>;

  readonly status: AgencyStatus;
  readonly timeZone: string;
  private readonly quietHours: QuietHours | null;

  constructor(
    { status, timeZone, quietHours, guests }: StandingFacts,
    private readonly keys: AgencyKeys | null,
  ) {
    this.status = status;
    this.timeZone = timeZone;
    this.quietHours = quietHours;
    this.guests = new Set(guests.map((index) => index.toString('base64')));
  }

  /** The first moment from `at` on at which the agency's quiet hours let a message leave. */
  firstAllowed(at: Date): Date {
    return firstAllowed(this.quietHours, this.timeZone, at);
  }

  get maySend(): boolean {
    return maySend(this.status);
  }

  get isTrial(): boolean {
    return this.status === 'trial';
  }

  /** Whether a message may go to this phone number as far as the trial is concerned. Without a number nobody is a guest. */
  admits(phone: string | null): boolean {
    if (!this.isTrial) return true;
    if (phone === null || !this.keys) return false;
    return this.keys.all('index').some(({ key }) => this.guests.has(guestIndex(key, phone).toString('base64')));
  }
}

/** The keyed fingerprint by which a guest is found. */
export function guestIndex(indexKey: Buffer, phone: string): Buffer {
  return blindIndex(indexKey, GUEST_LABEL, phone);
}

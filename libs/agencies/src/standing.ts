import { type AgencyKeys, blindIndex } from '#libs/crypto';
import { type AgencyStatus, maySend } from './agency-status.js';

const GUEST_LABEL = 'trial-guest-v1';

/** What an agency may do at this moment, read in one statement and asked as often as needed. */
export class AgencyStanding {
  private readonly guests: ReadonlySet<string>;

  constructor(
    readonly status: AgencyStatus,
    readonly timeZone: string,
    guests: readonly Buffer[],
    private readonly keys: AgencyKeys | null,
  ) {
    this.guests = new Set(guests.map((index) => index.toString('base64')));
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

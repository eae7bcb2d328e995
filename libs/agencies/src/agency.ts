import type { Uuid } from '#libs/kernel';

/** `trial` and `live` agencies may send; `suspended` and `closed` ones may not. */
export type AgencyStatus = 'trial' | 'live' | 'suspended' | 'closed';

export interface Agency {
  readonly id: Uuid;
  readonly slug: string;
  readonly name: string;
  readonly defaultLanguage: string;
  readonly timeZone: string;
  readonly status: AgencyStatus;
  readonly createdAt: Date;
}

/** What the directory of all agencies shows of one. */
export type AgencyListing = Pick<Agency, 'id' | 'slug' | 'name' | 'status' | 'createdAt'>;

export interface NewAgency {
  readonly slug: string;
  readonly name: string;
  /** `en` when left out. */
  readonly defaultLanguage?: string;
  /** An IANA name; `UTC` when left out. */
  readonly timeZone?: string;
}

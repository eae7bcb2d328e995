import type { Uuid } from '#libs/kernel';
import type { AgencyStatus } from './agency-status.js';

export interface Agency {
  readonly id: Uuid;
  readonly slug: string;
  readonly name: string;
  /** The name in its statute or register, when it differs from what citizens call it. */
  readonly legalName: string | null;
  /** ISO 3166-1, two letters. */
  readonly country: string | null;
  readonly defaultLanguage: string;
  readonly timeZone: string;
  /** Whose addresses may be invited; empty when any may. */
  readonly emailDomains: readonly string[];
  /** Days after its final state for which the content of a message is kept. */
  readonly retentionDays: number;
  readonly status: AgencyStatus;
  readonly statusReason: string | null;
  readonly statusAt: Date;
  readonly createdAt: Date;
}

/** What the directory of all agencies shows of one. */
export type AgencyListing = Pick<Agency, 'id' | 'slug' | 'name' | 'status' | 'createdAt'>;

/** What a list of all agencies tells the platform about one: states and counts, never content. */
export interface AgencyInPipeline extends AgencyListing {
  readonly statusAt: Date;
  readonly departments: number;
  readonly numbers: number;
  readonly people: number;
  /** The newest request to go live. */
  readonly goLive: { readonly state: string; readonly requestedAt: Date } | null;
}

/** What its own admins and the platform may change. */
export interface AgencyDetails {
  readonly name: string;
  readonly legalName?: string;
  readonly country?: string;
  /** `en` when left out. */
  readonly defaultLanguage?: string;
  /** An IANA name; `UTC` when left out. */
  readonly timeZone?: string;
  readonly emailDomains?: readonly string[];
  /** 365 when left out. */
  readonly retentionDays?: number;
}

export interface NewAgency extends AgencyDetails {
  readonly slug: string;
  /** `trial` when left out. */
  readonly status?: 'trial' | 'live';
}

type Clearable = 'legalName' | 'country';

/** What is left out stays; null takes away what an agency need not have. */
export type AgencyChange = Partial<Omit<AgencyDetails, Clearable>> & {
  readonly [F in Clearable]?: AgencyDetails[F] | null;
};

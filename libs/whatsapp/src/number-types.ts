/** What Meta knows of a number. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers */
export interface NumberFields {
  readonly id: string;
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
  /** CONNECTED, PENDING, DISCONNECTED, FLAGGED, RESTRICTED, RATE_LIMITED, BANNED, DELETED …; new values appear without notice. */
  readonly status: string | null;
  /** VERIFIED, NOT_VERIFIED, EXPIRED. */
  readonly codeVerificationStatus: string | null;
  /** APPROVED, AVAILABLE_WITHOUT_REVIEW, DECLINED, EXPIRED, PENDING_REVIEW, NONE. */
  readonly nameStatus: string | null;
  readonly newDisplayName: string | null;
  readonly newNameStatus: string | null;
  /** GREEN, YELLOW, RED, UNKNOWN. */
  readonly qualityRating: string | null;
  /** STANDARD (80 messages a second), HIGH (1,000), NOT_APPLICABLE. */
  readonly throughputLevel: string | null;
  /** TIER_250, TIER_2K, TIER_10K, TIER_100K, TIER_UNLIMITED; shared by the numbers of a portfolio. */
  readonly messagingLimit: string | null;
  readonly isOfficial: boolean | null;
  readonly isPinEnabled: boolean | null;
}

/** How a citizen sees the agency. Unset fields are absent. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles */
export interface BusinessProfile {
  readonly about?: string;
  readonly address?: string;
  readonly description?: string;
  readonly email?: string;
  readonly websites?: readonly string[];
  readonly vertical?: string;
  /** Read only: a picture is set with a handle of an upload. */
  readonly pictureUrl?: string;
  /** Write only. */
  readonly pictureHandle?: string;
}

/** Kinds of business that Meta takes. Agencies are GOVT, or HEALTH or EDU. */
export const PROFILE_VERTICALS = [
  'OTHER',
  'AUTO',
  'BEAUTY',
  'APPAREL',
  'EDU',
  'ENTERTAIN',
  'EVENT_PLAN',
  'FINANCE',
  'GROCERY',
  'GOVT',
  'HOTEL',
  'HEALTH',
  'NONPROFIT',
  'PROF_SERVICES',
  'RETAIL',
  'TRAVEL',
  'RESTAURANT',
  'ALCOHOL',
  'ONLINE_GAMBLING',
  'PHYSICAL_GAMBLING',
  'OTC_DRUGS',
] as const;

/** A number as its account lists it. */
export interface WabaNumber {
  readonly id: string;
  readonly displayPhoneNumber: string;
}

export interface NewWabaNumber {
  /** Country calling code, digits only. */
  readonly countryCode: string;
  readonly nationalNumber: string;
  readonly verifiedName: string;
}

export interface SignupToken {
  readonly accessToken: string;
  /** Null for a token that does not expire. */
  readonly expiresInSeconds: number | null;
}

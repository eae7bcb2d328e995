import type { ActorKind, Uuid } from '#libs/kernel';
import type { MediaKind } from './media-rules.js';

/**
 * receiving → scanning → clean. What breaks a rule is refused, what the scanner objects to is quarantined, what somebody
 * took away is removed: its bytes and its key are gone, and its line stays for those who used it.
 */
export const MEDIA_STATES = ['receiving', 'scanning', 'clean', 'quarantined', 'refused', 'removed'] as const;
export type MediaState = (typeof MEDIA_STATES)[number];

export type MediaOrigin = 'uploaded' | 'fetched' | 'received';

/** What the bytes turned out to be. */
export interface MediaFacts {
  readonly kind: MediaKind;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
  readonly width: number | null;
  readonly height: number | null;
  readonly isAnimated: boolean;
  readonly isVoice: boolean;
}

/** A line of the table, with what is sealed still sealed. */
export interface MediaRow {
  readonly id: Uuid;
  readonly origin: MediaOrigin;
  readonly state: MediaState;
  readonly refusal: string | null;
  readonly finding: string | null;
  readonly kind: MediaKind | null;
  readonly mimeType: string | null;
  readonly sizeBytes: number | null;
  readonly sha256: Buffer | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly isAnimated: boolean;
  readonly isVoice: boolean;
  readonly nameSealed: Buffer | null;
  readonly altTextSealed: Buffer | null;
  readonly keySealed: Buffer | null;
  readonly departmentId: Uuid | null;
  readonly actorKind: ActorKind;
  readonly actorId: Uuid;
  readonly createdAt: Date;
  readonly scannedAt: Date | null;
  readonly lastSentAt: Date | null;
  readonly messageId: Uuid | null;
  readonly phoneNumberId: Uuid | null;
  readonly providerMediaId: string | null;
  readonly declaredType: string | null;
  readonly declaredSha256: Buffer | null;
}

type Sealed = 'nameSealed' | 'altTextSealed' | 'keySealed' | 'providerMediaId' | 'declaredType' | 'declaredSha256';

/** A file as whoever may read it sees it. */
export interface Media extends Omit<MediaRow, Sealed> {
  readonly name: string | null;
  readonly altText: string | null;
}

/** A file of a message, as the message shows it. */
export interface MessageMedia {
  readonly id: Uuid;
  readonly state: MediaState;
  readonly refusal: string | null;
  readonly kind: MediaKind | null;
  readonly mimeType: string | null;
  readonly sizeBytes: number | null;
  readonly isVoice: boolean;
}

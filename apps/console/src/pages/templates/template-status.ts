import type { Tone } from '../../kit/index.js';

/** Meta's statuses, and ours for what it does not have. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
export const STATUSES = [
  'DRAFT',
  'APPROVED',
  'PENDING',
  'IN_APPEAL',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'FLAGGED',
  'LOCKED',
  'LIMIT_EXCEEDED',
  'ARCHIVED',
  'PENDING_DELETION',
  'DELETED',
] as const;

const TONES: Record<string, Tone> = {
  DRAFT: 'neutral',
  APPROVED: 'ok',
  PENDING: 'info',
  IN_APPEAL: 'info',
  PAUSED: 'warn',
  FLAGGED: 'warn',
  ARCHIVED: 'neutral',
  DELETED: 'neutral',
};

export const toneOf = (status: string): Tone => TONES[status] ?? 'bad';

interface Standing {
  status: string;
  review?: string | null;
  archivedAt?: string | null;
}

/** The word for where a language stands: what waits here goes before what Meta has. */
export function standingOf({ status, review, archivedAt }: Standing): { key: string; tone: Tone } {
  if (archivedAt) return { key: 'status.ARCHIVED', tone: 'neutral' };
  if (status === 'DRAFT' && review && review !== 'draft') {
    return { key: `review.${review}`, tone: review === 'sent_back' ? 'bad' : 'info' };
  }
  return { key: `status.${status}`, tone: toneOf(status) };
}

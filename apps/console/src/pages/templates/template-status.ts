import type { Tone } from '../../kit/index.js';

/** Meta's statuses. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
export const STATUSES = [
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

const TONES: Record<string, Tone> = { PENDING: 'info', IN_APPEAL: 'info', ARCHIVED: 'neutral', DELETED: 'neutral' };

/** Undefined for the one status in which a template is sent: it needs no mark. */
export const toneOf = (status: string): Tone | undefined =>
  status === 'APPROVED' ? undefined : (TONES[status] ?? 'bad');

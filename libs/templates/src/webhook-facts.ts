import type { WebhookEvent } from '#libs/whatsapp';
import type { TemplateFacts } from './template-facts.repository.js';

/** What one webhook says, and of which template. */
export interface TemplateNewsItem {
  readonly metaTemplateId: string;
  readonly facts: TemplateFacts;
}

type TemplateEvent = Extract<WebhookEvent, { readonly kind: `template.${string}` }>;
type EventOf<K> = Extract<TemplateEvent, { readonly kind: K }>;

const HOUR_MS = 3_600_000;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pausing */
const PAUSES: Readonly<Record<string, number>> = { FIRST_PAUSE: 3 * HOUR_MS, SECOND_PAUSE: 6 * HOUR_MS };

/** Events that are no statuses of their own. */
const STATUS_OF_EVENT: Readonly<Record<string, string>> = { REINSTATED: 'APPROVED', UNARCHIVED: 'APPROVED' };

export function isAboutTemplates(event: WebhookEvent): event is TemplateEvent {
  return event.kind.startsWith('template.');
}

/** Null where it is not said which template is meant; Meta's list is read after each news in any case. */
export function newsOf(event: TemplateEvent, now: Date): TemplateNewsItem | null {
  const { metaTemplateId } = event;
  return metaTemplateId === undefined ? null : { metaTemplateId, facts: factsOf(event, now) };
}

function factsOf(event: TemplateEvent, now: Date): TemplateFacts {
  if (event.kind === 'template.status') return statusFacts(event, now);
  if (event.kind === 'template.quality') return { quality: event.after };
  return event.kind === 'template.category' ? categoryFacts(event) : {};
}

function statusFacts(event: EventOf<'template.status'>, now: Date): TemplateFacts {
  const { event: what, reason = null, title = null, description, recommendation } = event;
  const advice = [description, recommendation].filter(Boolean).join(' ');
  const isRejected = what === 'REJECTED';
  const isPaused = what === 'PAUSED';
  const pauseMs = PAUSES[title ?? ''];
  return {
    status: STATUS_OF_EVENT[what] ?? what,
    rejectedReason: isRejected ? reason : null,
    rejectedAdvice: isRejected && advice !== '' ? advice : null,
    pauseTitle: isPaused ? title : null,
    pausedUntil: isPaused && pauseMs !== undefined ? new Date(now.getTime() + pauseMs) : null,
  };
}

function categoryFacts({ after, isDone, at }: EventOf<'template.category'>): TemplateFacts {
  if (isDone) return { category: after, nextCategory: null, nextCategoryAt: null };
  return { nextCategory: after, nextCategoryAt: at ?? null };
}

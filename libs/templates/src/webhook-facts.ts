import type { WebhookChange } from '#libs/whatsapp';
import type { TemplateFacts } from './template-facts.repository.js';

/** What one webhook says, and of which template. */
export interface TemplateNewsItem {
  readonly metaTemplateId: string;
  readonly facts: TemplateFacts;
}

const HOUR_MS = 3_600_000;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pausing */
const PAUSES: Readonly<Record<string, number>> = { FIRST_PAUSE: 3 * HOUR_MS, SECOND_PAUSE: 6 * HOUR_MS };

/** Events that leave the template as usable as it says; what is not a status of its own. */
const STATUS_OF_EVENT: Readonly<Record<string, string>> = { REINSTATED: 'APPROVED', UNARCHIVED: 'APPROVED' };

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * `{"event":"PAUSED","message_template_id":1512099874410233,"message_template_name":"…","message_template_language":"en_US",
 *   "reason":"NONE","other_info":{"title":"FIRST_PAUSE","description":"…"},"rejection_info":{"reason":"…","recommendation":"…"}}`
 */
export function newsOf({ value }: WebhookChange, at: Date): TemplateNewsItem | null {
  const parts = asObject(value);
  const id = parts['message_template_id'];
  if (typeof id !== 'number' && typeof id !== 'string') return null;
  const facts = { ...statusFacts(parts, at), ...qualityFacts(parts), ...categoryFacts(parts) };
  return { metaTemplateId: String(id), facts };
}

function statusFacts(parts: JsonObject, at: Date): TemplateFacts {
  const event = textOf(parts['event']);
  if (event === null) return {};
  const reason = textOf(parts['reason']);
  const title = textOf(asObject(parts['other_info'])['title']);
  const rejection = asObject(parts['rejection_info']);
  const advice = [rejection['reason'], rejection['recommendation']].flatMap((one) => textOf(one) ?? []).join(' ');
  const isRejected = event === 'REJECTED';
  const isPaused = event === 'PAUSED';
  const pauseMs = PAUSES[title ?? ''];
  return {
    status: STATUS_OF_EVENT[event] ?? event,
    rejectedReason: isRejected && reason !== 'NONE' ? reason : null,
    rejectedAdvice: isRejected && advice !== '' ? advice : null,
    pauseTitle: isPaused ? title : null,
    pausedUntil: isPaused && pauseMs !== undefined ? new Date(at.getTime() + pauseMs) : null,
  };
}

/** By its shape: Meta's own sample has another field's name. */
function qualityFacts(parts: JsonObject): TemplateFacts {
  const quality = textOf(parts['new_quality_score']);
  return quality === null ? {} : { quality };
}

/** Announced a day ahead, `new_category` is the one that still holds and `correct_category` the one to come. */
function categoryFacts(parts: JsonObject): TemplateFacts {
  const now = textOf(parts['new_category']);
  const next = textOf(parts['correct_category']);
  if (now === null) return {};
  if (next === null) return { category: now, nextCategory: null, nextCategoryAt: null };
  const seconds = Number(parts['category_update_timestamp']);
  return { nextCategory: next, nextCategoryAt: seconds > 0 ? new Date(seconds * 1000) : null };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

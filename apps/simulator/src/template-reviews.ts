import type { CompiledTemplate } from './compiled-template.js';
import type { EventStream } from './event-stream.js';
import type { JsonObject } from './json.js';
import type { Scheduler } from './scheduler.js';
import type { TemplateLives } from './template-lives.js';
import type { WebhookSender } from './webhook-sender.js';
import type { Waba, World } from './world.js';

export interface TemplateReviewsParts {
  readonly world: World;
  readonly lives: TemplateLives;
  readonly scheduler: Scheduler;
  readonly events: EventStream;
  readonly webhooks: WebhookSender;
}

export interface Decision {
  /** APPROVED, REJECTED, PAUSED, DISABLED, ARCHIVED, UNARCHIVED, FLAGGED, LOCKED, … */
  readonly event: string;
  readonly reason?: string;
  readonly rejectionInfo?: { readonly reason: string; readonly recommendation: string };
  readonly otherInfo?: { readonly title: string; readonly description: string };
}

/** Reviewers take minutes; here a template waits long enough to be seen waiting, unless the clock is moved. */
const REVIEW_MS = 20_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pausing */
const PAUSES = [
  { title: 'FIRST_PAUSE', ms: 3 * HOUR_MS },
  { title: 'SECOND_PAUSE', ms: 6 * HOUR_MS },
] as const;
/** No citizen has to do with it, so only faults for all of them strike. */
const NOBODY = '';

const STATUS_OF_EVENT: Readonly<Record<string, string>> = { UNARCHIVED: 'APPROVED', REINSTATED: 'APPROVED' };

/** What a reviewer sees in the words. The first that fits decides; what fits nothing is approved. */
const VERDICTS: readonly (readonly [RegExp, Decision])[] = [
  [/\b(?:card number|cvv|password|pin code)\b/i, { event: 'REJECTED', reason: 'SCAM' }],
  [/\b(?:or else|legal action will|last warning)\b/i, { event: 'REJECTED', reason: 'ABUSIVE_CONTENT' }],
  [
    /\}\}\s*\{\{/,
    {
      event: 'REJECTED',
      reason: 'INVALID_FORMAT',
      rejectionInfo: {
        reason: 'Two parameters are placed side by side with no text between them.',
        recommendation: 'Put descriptive text between parameters.',
      },
    },
  ],
];
const PROMOTION = /\b(?:special offer|discount|sale|promo|coupon|buy now)\b/i;

/** Decides about templates as reviewers and citizens do, and tells each decision by webhook. */
export class TemplateReviews {
  constructor(private readonly parts: TemplateReviewsParts) {}

  /** The category in which Meta takes it: promotions are marketing, whatever they are called. */
  static categoryOf(category: string, text: string): string {
    return category === 'UTILITY' && PROMOTION.test(text) ? 'MARKETING' : category;
  }

  begin(waba: Waba, template: CompiledTemplate): void {
    this.parts.scheduler.after(REVIEW_MS, () => {
      const now = waba.templates.find(({ id }) => id === template.id);
      if (now !== template || now.status !== 'PENDING') return;
      this.decide(waba, now, this.verdictOn(waba, now));
    });
  }

  decide(waba: Waba, template: CompiledTemplate, decision: Decision): CompiledTemplate {
    const { event, reason = 'NONE', rejectionInfo, otherInfo } = decision;
    const status = STATUS_OF_EVENT[event] ?? event;
    const decided = { ...template, status };
    this.parts.lives.of(template).rejectedReason = event === 'REJECTED' ? reason : 'NONE';
    this.parts.world.putTemplate(waba, decided);
    this.tell(waba, 'message_template_status_update', {
      event,
      ...named(template),
      reason: event === 'DELETED' ? null : reason,
      message_template_category: template.category,
      ...(otherInfo && { other_info: otherInfo }),
      ...(rejectionInfo && { rejection_info: rejectionInfo }),
    });
    return decided;
  }

  /** People block or report it, or stop doing so. At RED it is paused: three hours, six hours, then for good. */
  rate(waba: Waba, template: CompiledTemplate, score: string): CompiledTemplate {
    const life = this.parts.lives.of(template);
    const before = life.quality;
    life.quality = score;
    life.qualityAt = this.parts.scheduler.now();
    this.tell(waba, 'message_template_quality_update', {
      previous_quality_score: before,
      new_quality_score: score,
      ...named(template),
    });
    return score === 'RED' && template.status === 'APPROVED' ? this.pause(waba, template) : template;
  }

  pause(waba: Waba, template: CompiledTemplate): CompiledTemplate {
    const life = this.parts.lives.of(template);
    const pause = PAUSES[life.pauses];
    life.pauses += 1;
    if (!pause) {
      const description = 'Your WhatsApp message template has been disabled because it had issues with quality.';
      return this.decide(waba, template, { event: 'DISABLED', otherInfo: { title: 'DISABLED', description } });
    }
    const description = `Your WhatsApp message template has been paused for ${pause.ms / HOUR_MS} hours because it had issues with quality.`;
    const paused = this.decide(waba, template, { event: 'PAUSED', otherInfo: { title: pause.title, description } });
    this.parts.scheduler.after(pause.ms, () => {
      const now = waba.templates.find(({ id }) => id === template.id);
      if (now === paused)
        this.decide(waba, paused, { event: 'APPROVED', otherInfo: { title: 'UNPAUSE', description: '' } });
    });
    return paused;
  }

  /** Told a day ahead, then done. */
  recategorise(waba: Waba, template: CompiledTemplate, category: string): void {
    this.parts.lives.of(template).correctCategory = category;
    const at = this.parts.scheduler.now() + DAY_MS;
    this.tell(waba, 'template_category_update', {
      ...named(template),
      new_category: template.category,
      correct_category: category,
      category_update_timestamp: Math.floor(at / 1000),
    });
    this.parts.scheduler.at(at, () => this.finishCategory(waba, template.id, category));
  }

  private finishCategory(waba: Waba, id: string, category: string): void {
    const now = waba.templates.find((template) => template.id === id);
    if (!now || now.category === category) return;
    const life = this.parts.lives.of(now);
    life.previousCategory = now.category;
    life.correctCategory = null;
    this.parts.world.putTemplate(waba, { ...now, category });
    this.tell(waba, 'template_category_update', {
      ...named(now),
      previous_category: now.category,
      new_category: category,
    });
  }

  private verdictOn(waba: Waba, template: CompiledTemplate): Decision {
    const text = wordsOf(template);
    const verdict = VERDICTS.find(([pattern]) => pattern.test(text))?.[1];
    if (verdict) return verdict;
    const isCopy = waba.templates.some(
      (other) =>
        other.name !== template.name &&
        other.language === template.language &&
        template.category !== 'AUTHENTICATION' &&
        other.body.text === template.body.text &&
        other.footer === template.footer,
    );
    return isCopy ? { event: 'REJECTED', reason: 'INVALID_FORMAT' } : { event: 'APPROVED' };
  }

  private tell(waba: Waba, field: string, value: JsonObject): void {
    this.parts.events.emit('templates', {});
    // An account without a number hears nothing here: what it would hear goes the way of its first number.
    const [number] = waba.phoneNumbers;
    if (number) this.parts.webhooks.send({ number, contact: null, item: { change: { field, value } } }, NOBODY);
  }
}

export function wordsOf({ header, body, footer }: CompiledTemplate): string {
  return [header?.text, body.text, footer].filter(Boolean).join('\n');
}

/** Webhooks carry the id as a number. */
function named({ id, name, language }: CompiledTemplate): JsonObject {
  return { message_template_id: Number(id), message_template_name: name, message_template_language: language };
}

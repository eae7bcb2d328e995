import type { CompiledTemplate } from './compiled-template.js';
import { ControlError } from './control-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import type { TemplateLives } from './template-lives.js';
import type { Decision, TemplateReviews } from './template-reviews.js';
import type { Waba, World } from './world.js';

const EVENTS = [
  'APPROVED',
  'ARCHIVED',
  'UNARCHIVED',
  'DISABLED',
  'FLAGGED',
  'IN_APPEAL',
  'LIMIT_EXCEEDED',
  'LOCKED',
  'PAUSED',
  'PENDING',
  'REINSTATED',
  'PENDING_DELETION',
  'REJECTED',
];
const SCORES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'];
const CATEGORIES = ['UTILITY', 'MARKETING'];

/** `/_sim/templates`: what reviewers and citizens decide about templates. */
export class TemplatesControl {
  constructor(
    private readonly world: World,
    private readonly lives: TemplateLives,
    private readonly reviews: TemplateReviews,
  ) {}

  list(name: string | null): object[] {
    return [...this.world.wabas.values()].flatMap((waba) =>
      waba.templates
        .filter((template) => name === null || template.name === name)
        .map((template) => this.describe(waba, template)),
    );
  }

  /** `{ event, reason?, rejectionInfo?, otherInfo? }`; PAUSED without `otherInfo` is a pause for its quality. */
  decide(id: string, input: unknown): object {
    const { waba, template } = this.find(id);
    const { event, reason, rejectionInfo, otherInfo } = isObject(input) ? input : {};
    const what = readOneOf('event', event, EVENTS);
    if (what === 'PAUSED' && otherInfo === undefined) return this.describe(waba, this.reviews.pause(waba, template));
    const decision: Decision = {
      event: what,
      ...(isText(reason) && { reason }),
      ...(isObject(rejectionInfo) && { rejectionInfo: rejectionInfo as unknown as Decision['rejectionInfo'] & object }),
      ...(isObject(otherInfo) && { otherInfo: otherInfo as unknown as Decision['otherInfo'] & object }),
    };
    return this.describe(waba, this.reviews.decide(waba, template, decision));
  }

  /** `{ score }` */
  rate(id: string, input: unknown): object {
    const { waba, template } = this.find(id);
    const score = readOneOf('score', isObject(input) ? input['score'] : undefined, SCORES);
    return this.describe(waba, this.reviews.rate(waba, template, score));
  }

  /** `{ category }`: announced now, done in a day of simulator time. */
  recategorise(id: string, input: unknown): object {
    const { waba, template } = this.find(id);
    const category = readOneOf('category', isObject(input) ? input['category'] : undefined, CATEGORIES);
    this.reviews.recategorise(waba, template, category);
    return this.describe(waba, template);
  }

  private find(id: string): { readonly waba: Waba; readonly template: CompiledTemplate } {
    const node = this.world.find(id);
    if (node?.kind === 'template') return node;
    throw new ControlError('not-found', 'There is no template with this id.', 'id', 404);
  }

  private describe(waba: Waba, template: CompiledTemplate): JsonObject {
    const { id, name, language, category, status } = template;
    const { quality, rejectedReason } = this.lives.of(template);
    return { id, wabaId: waba.id, account: waba.name, name, language, category, status, quality, rejectedReason };
  }
}

function readOneOf(field: string, value: unknown, allowed: readonly string[]): string {
  if (isText(value) && allowed.includes(value)) return value;
  throw new ControlError('invalid-template-decision', `${field} is one of ${allowed.join(', ')}.`, field);
}

import { type CompiledTemplate, compileTemplate } from './compiled-template.js';
import { GraphFailure } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import type { SimulatorClock } from './simulator-clock.js';
import { asListed } from './template-codes.js';
import { checkComponents, checkCreate } from './template-create-rules.js';
import { templateFailure, templateParameter } from './template-failures.js';
import type { TemplateLives } from './template-lives.js';
import { TemplateReviews, wordsOf } from './template-reviews.js';
import { templateKey, type Waba, type World } from './world.js';

export interface TemplateBookParts {
  readonly world: World;
  readonly lives: TemplateLives;
  readonly reviews: TemplateReviews;
  readonly clock: SimulatorClock;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
const MOST_TEMPLATES = 250;
const CREATES_PER_HOUR = 100;
const EDITS_PER_MONTH = 10;
const NAME_LOCK_MS = 30 * DAY_MS;
const EDITABLE = ['APPROVED', 'REJECTED', 'PAUSED'];
const LIBRARY = /^[a-z0-9_]+$/;

/** `/message_templates`: creates, edits and deletes as strictly as Meta does. */
export class TemplateBook {
  private readonly creates = new Map<string, number[]>();
  private readonly lockedNames = new Map<string, number>();
  private made = 0;

  constructor(private readonly parts: TemplateBookParts) {}

  create(waba: Waba, body: unknown): JsonObject {
    const input = asObject(body);
    this.assertRate(waba);
    const fromLibrary = isText(input['library_template_name']) ? libraryTemplate(input) : input;
    const checked = checkCreate(fromLibrary);
    const { name, language } = fromLibrary as { name: string; language: string };
    this.assertFree(waba, name, language);
    const status = fromLibrary === input ? 'PENDING' : 'APPROVED';
    const template = this.add(waba, { ...fromLibrary, category: checked.category, status });
    const life = this.parts.lives.of(template);
    life.ttlSeconds = numberOf(input['message_send_ttl_seconds']);
    life.subCategory = isText(input['sub_category']) ? input['sub_category'] : null;
    life.libraryName = fromLibrary === input ? null : String(input['library_template_name']);
    if (status === 'PENDING') this.parts.reviews.begin(waba, template);
    return { id: template.id, status, category: template.category };
  }

  /** `{name, languages[], category: AUTHENTICATION, components}`: one for each language, made or changed. */
  upsert(waba: Waba, body: unknown): JsonObject {
    const { languages, ...input } = asObject(body);
    if (String(input['category']).toUpperCase() !== 'AUTHENTICATION') throw templateParameter('Only AUTHENTICATION.');
    if (!Array.isArray(languages) || languages.length === 0) throw templateParameter('languages must be an array.');
    const data = languages.map((language) => {
      checkCreate({ ...input, language });
      const known = waba.templatesByKey.get(templateKey(String(input['name']), String(language)));
      const id = known ? { id: known.id } : {};
      const { id: made, status } = this.add(waba, { ...input, ...id, language, status: 'APPROVED' });
      return { id: made, status, language };
    });
    return { data };
  }

  edit(waba: Waba, template: CompiledTemplate, body: unknown): JsonObject {
    const input = asObject(body);
    const life = this.parts.lives.of(template);
    const isApproved = template.status === 'APPROVED';
    if (!EDITABLE.includes(template.status)) {
      throw templateFailure(2388039, `A template with the status ${template.status} cannot be edited.`);
    }
    const category = isText(input['category']) ? input['category'].toUpperCase() : template.category;
    if (isApproved && category !== template.category) {
      throw templateParameter('The category of an approved template cannot be edited.');
    }
    if (isApproved) this.assertMayEdit(life.edits);
    const changed = {
      name: template.name,
      language: template.language,
      parameter_format: template.parameterFormat,
      components: template.components,
      ...input,
      category,
    };
    if (input['components'] !== undefined) checkComponents(changed);
    if (input['message_send_ttl_seconds'] !== undefined) {
      life.ttlSeconds = numberOf(input['message_send_ttl_seconds']);
    }
    if (isApproved) life.edits.push(this.parts.clock.now());
    const edited = this.put(waba, { ...changed, id: template.id, status: 'PENDING' });
    this.parts.reviews.begin(waba, edited);
    return { success: true };
  }

  /** `?name=` deletes all languages; with `hsm_id`, exactly one. */
  delete(waba: Waba, query: URLSearchParams): JsonObject {
    const name = query.get('name') ?? '';
    const id = query.get('hsm_id');
    const found = waba.templates.filter((one) => one.name === name && (id === null || one.id === id));
    if (found.length === 0) {
      throw new GraphFailure(100, {
        subcode: 2593002,
        message: 'Invalid parameter',
        httpStatus: 404,
        user: { title: 'Message template not found', message: `There is no template ${name}.` },
      });
    }
    for (const template of found) {
      if (template.status === 'APPROVED') {
        this.lockedNames.set(`${waba.id}/${name}/${template.language}`, this.parts.clock.now() + NAME_LOCK_MS);
      }
      this.parts.reviews.decide(waba, template, { event: 'DELETED' });
      this.parts.world.removeTemplate(waba, template);
      this.parts.lives.forget(template);
    }
    return { success: true };
  }

  unpause(waba: Waba, template: CompiledTemplate): JsonObject {
    if (template.status !== 'PAUSED') return { success: false, reason: 'Template is not paused' };
    this.parts.reviews.decide(waba, template, { event: 'APPROVED', otherInfo: { title: 'UNPAUSE', description: '' } });
    return { success: true };
  }

  private add(waba: Waba, input: JsonObject): CompiledTemplate {
    const template = this.compile(waba, { id: this.nextId(waba, input), ...input });
    this.parts.world.addTemplate(waba, template);
    return template;
  }

  private put(waba: Waba, input: JsonObject): CompiledTemplate {
    const template = this.compile(waba, input);
    this.parts.world.putTemplate(waba, template);
    return template;
  }

  private compile(waba: Waba, input: JsonObject): CompiledTemplate {
    const listed = { ...input, components: asListed(input) };
    const template = compileTemplate(waba.id, listed);
    return { ...template, category: TemplateReviews.categoryOf(template.category, wordsOf(template)) };
  }

  /** Deleted and made again, a template has another id. */
  private nextId(waba: Waba, input: JsonObject): string {
    this.made += 1;
    const { id } = compileTemplate(waba.id, { ...input, components: [], name: `${input['name']}#${this.made}` });
    return id;
  }

  private assertFree(waba: Waba, name: string, language: string): void {
    if (waba.templatesByKey.has(templateKey(name, language))) {
      throw templateFailure(
        2388024,
        `There is already ${language} content for this template. You can create a new template and try again.`,
      );
    }
    const until = this.lockedNames.get(`${waba.id}/${name}/${language}`);
    if (until !== undefined && until > this.parts.clock.now()) {
      throw templateFailure(2388023, 'New content cannot be added while the existing content is being deleted.');
    }
    if (waba.templates.length >= MOST_TEMPLATES) {
      throw templateFailure(2388019, `Your account has reached the limit of ${MOST_TEMPLATES} templates.`);
    }
  }

  private assertRate({ id }: Waba): void {
    const since = this.parts.clock.now() - HOUR_MS;
    const recent = (this.creates.get(id) ?? []).filter((at) => at > since);
    if (recent.length >= CREATES_PER_HOUR) throw new GraphFailure(80007);
    this.creates.set(id, [...recent, this.parts.clock.now()]);
  }

  private assertMayEdit(edits: readonly number[]): void {
    const now = this.parts.clock.now();
    const within = (ms: number) => edits.filter((at) => at > now - ms).length;
    if (within(DAY_MS) < 1 && within(30 * DAY_MS) < EDITS_PER_MONTH) return;
    throw templateFailure(2388039, 'An approved template can be edited once a day and ten times in thirty days.');
  }
}

/** A template of the library comes with words of its own; here they are its name. */
function libraryTemplate({ library_template_name: libraryName, ...input }: JsonObject): JsonObject {
  if (!LIBRARY.test(String(libraryName))) throw templateParameter('library_template_name does not exist.');
  const text = `This is the library template ${String(libraryName)}.`;
  return { ...input, components: [{ type: 'BODY', text }] };
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function asObject(body: unknown): JsonObject {
  if (isObject(body)) return body;
  throw new GraphFailure(100, { message: '(#100) Invalid JSON' });
}

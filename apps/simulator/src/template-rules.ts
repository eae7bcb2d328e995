import { type CompiledCard, type CompiledTemplate, fillVariables, type TemplatePart } from './compiled-template.js';
import { GraphFailure, invalid, invalidValue, missing } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import { checkMedia } from './media-rules.js';
import { checkTemplateButtons } from './template-button-rules.js';
import { parametersOf } from './template-parameters.js';
import { templateKey, type Waba } from './world.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
const BODY_CHARACTERS = 1_024;
const BAD_VALUE = /[\n\t]| {5}/;

const UNUSABLE: Readonly<Record<string, readonly [code: number, details: string]>> = {
  PAUSED: [132015, 'Template is paused due to low quality and cannot be sent.'],
  DISABLED: [132016, 'Template is disabled and cannot be sent.'],
};

/** Step 10 of the order of checks: the template exists, may be sent, and each of its variables has a good value. */
export function checkTemplate(content: JsonObject, waba: Waba): CompiledTemplate {
  const template = findTemplate(content, waba);
  const components = readComponents(content['components']);
  checkHeader(
    template,
    components.find((component) => typeOf(component) === 'header'),
  );
  checkBody(
    template,
    components.find((component) => typeOf(component) === 'body'),
  );
  checkTemplateButtons(
    template.buttons,
    components.filter((component) => typeOf(component) === 'button'),
  );
  checkOffer(
    template,
    components.find((component) => typeOf(component) === 'limited_time_offer'),
  );
  checkCards(
    template,
    components.find((component) => typeOf(component) === 'carousel'),
  );
  return template;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/limited-time-offer-templates */
function checkOffer({ offer }: CompiledTemplate, component: JsonObject | undefined): void {
  if (!offer && component) throw invalidValue('limited_time_offer: The template has no limited-time offer');
  if (!offer?.hasExpiration) return;
  const value = parametersOf(component)[0]?.['limited_time_offer'];
  const endsAt = isObject(value) ? value['expiration_time_ms'] : undefined;
  if (endsAt === undefined) throw missing("limited_time_offer['expiration_time_ms']");
  if (!Number.isInteger(endsAt)) throw invalidValue("limited_time_offer['expiration_time_ms'] must be a whole number");
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/media-card-carousel-templates */
function checkCards({ cards }: CompiledTemplate, component: JsonObject | undefined): void {
  const values = component?.['cards'] ?? [];
  if (!Array.isArray(values) || !values.every(isObject)) throw invalid('carousel: cards must be an array of objects');
  if (values.length !== cards.length) {
    const details = `carousel: number of cards (${values.length}) does not match the expected number of cards (${cards.length})`;
    throw new GraphFailure(132000, { details });
  }
  const byIndex = new Map(values.map((value) => [Number(value['card_index']), value]));
  cards.forEach((card, index) => {
    const value = byIndex.get(index);
    if (!value) throw missing(`carousel: card_index ${index}`);
    checkCard(card, readComponents(value['components']));
  });
}

function checkCard(card: CompiledCard, components: readonly JsonObject[]): void {
  const find = (type: string) => components.find((component) => typeOf(component) === type);
  checkHeader(card, find('header'));
  checkBody(card, find('body'));
  checkTemplateButtons(
    card.buttons,
    components.filter((component) => typeOf(component) === 'button'),
  );
}

function findTemplate(content: JsonObject, waba: Waba): CompiledTemplate {
  const { name, language } = content;
  if (!isText(name)) throw missing("template['name']");
  const code = isObject(language) ? language['code'] : undefined;
  if (!isText(code)) throw missing("template['language']['code']");
  const template = waba.templatesByKey.get(templateKey(name, code));
  const unusable = UNUSABLE[template?.status ?? ''];
  if (unusable) throw new GraphFailure(unusable[0], { details: unusable[1] });
  if (template?.status === 'APPROVED') return template;
  throw new GraphFailure(132001, { details: `template name (${name}) does not exist in ${code}` });
}

function readComponents(components: unknown): JsonObject[] {
  if (components === undefined || components === null) return [];
  if (Array.isArray(components) && components.every(isObject)) return components;
  throw invalid("Param template['components'] must be an array of objects.");
}

function typeOf(component: JsonObject): string {
  return String(component['type'] ?? '').toLowerCase();
}

function checkHeader(template: CompiledCard, component: JsonObject | undefined): void {
  const { header } = template;
  const parameters = parametersOf(component);
  if (!header || header.format === 'TEXT') {
    checkPart('header', template, header ?? EMPTY_PART, parameters);
    return;
  }
  const received = String(parameters[0]?.['type'] ?? 'unknown').toUpperCase();
  const value = parameters[0]?.[received.toLowerCase()];
  if (received !== header.format || !isObject(value)) throw formatMismatch('header', header.format, received);
  if (received === 'LOCATION') checkPlace(value);
  else checkMedia(received.toLowerCase(), value, `header['${received.toLowerCase()}']`);
}

function checkPlace(place: JsonObject): void {
  for (const field of ['latitude', 'longitude'])
    if (place[field] === undefined || place[field] === '') throw missing(`header['location']['${field}']`);
}

function checkBody(template: CompiledCard, component: JsonObject | undefined): void {
  const values = checkPart('body', template, template.body, parametersOf(component));
  const text = fillVariables(template.body.text, values);
  if (text.length <= BODY_CHARACTERS) return;
  throw new GraphFailure(132005, {
    details: `body: The text has ${text.length} characters, at most ${BODY_CHARACTERS} are allowed`,
  });
}

const EMPTY_PART: TemplatePart = { text: '', variables: [] };

/** The values by variable, once count, naming, kind and text of each are right. */
function checkPart(
  place: string,
  template: CompiledCard,
  part: TemplatePart,
  parameters: readonly JsonObject[],
): Map<string, string> {
  const expected = part.variables.length;
  if (parameters.length !== expected) {
    const details = `${place}: number of localizable_params (${parameters.length}) does not match the expected number of params (${expected})`;
    throw new GraphFailure(132000, { details });
  }
  const values = new Map<string, string>();
  parameters.forEach((parameter, index) => {
    values.set(variableOf(place, template, part, parameter, index), readValue(place, parameter));
  });
  return values;
}

function variableOf(
  place: string,
  template: CompiledCard,
  part: TemplatePart,
  parameter: JsonObject,
  index: number,
): string {
  const name = parameter['parameter_name'];
  if (template.parameterFormat === 'POSITIONAL') {
    if (name !== undefined) throw formatMismatch(place, 'POSITIONAL', 'NAMED');
    return part.variables[index] ?? '';
  }
  if (!isText(name)) throw invalid('Parameter name is missing or empty');
  if (!part.variables.includes(name))
    throw invalid(`${place}: Parameter name (${name}) does not exist in the template`);
  return name;
}

/** Kinds that stand in a text, and where their text is. */
const TEXT_OF: Readonly<Record<string, (parameter: JsonObject) => unknown>> = {
  text: (parameter) => parameter['text'],
  currency: (parameter) => fallbackOf(parameter['currency']),
  date_time: (parameter) => fallbackOf(parameter['date_time']),
};

function fallbackOf(value: unknown): unknown {
  return isObject(value) ? value['fallback_value'] : undefined;
}

function readValue(place: string, parameter: JsonObject): string {
  const type = String(parameter['type'] ?? 'unknown').toLowerCase();
  const read = Object.hasOwn(TEXT_OF, type) ? TEXT_OF[type] : undefined;
  if (!read) throw formatMismatch(place, 'TEXT', type.toUpperCase());
  const text = read(parameter);
  if (text === undefined || text === null) {
    throw invalid(`Parameter '${type}' is mandatory for component parameter type '${type}'`);
  }
  if (typeof text !== 'string') throw invalidValue('Template parameter has an invalid value.');
  if (text === '') throw new GraphFailure(132018, { details: `${place}: Param text cannot be empty` });
  if (!BAD_VALUE.test(text)) return text;
  throw new GraphFailure(132018, {
    details: 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
  });
}

function formatMismatch(place: string, expected: string, received: string): GraphFailure {
  return new GraphFailure(132012, { details: `${place}: Format mismatch, expected ${expected}, received ${received}` });
}

import { type CompiledTemplate, fillVariables, type TemplatePart } from './compiled-template.js';
import { GraphFailure, invalid, invalidValue, missing } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';
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
  return template;
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

function checkHeader(template: CompiledTemplate, component: JsonObject | undefined): void {
  const { header } = template;
  const parameters = parametersOf(component);
  if (!header || header.format === 'TEXT') {
    checkPart('header', template, header ?? EMPTY_PART, parameters);
    return;
  }
  const received = String(parameters[0]?.['type'] ?? 'unknown').toUpperCase();
  if (received === header.format && isObject(parameters[0]?.[received.toLowerCase()])) return;
  throw formatMismatch('header', header.format, received);
}

function checkBody(template: CompiledTemplate, component: JsonObject | undefined): void {
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
  template: CompiledTemplate,
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
  template: CompiledTemplate,
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

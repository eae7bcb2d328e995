import { variablesOf } from './compiled-template.js';
import { isObject, isText, type JsonObject } from './json.js';
import { checkCreatedButtons } from './template-create-buttons.js';
import { templateFailure, templateParameter } from './template-failures.js';

/** Read off Meta's pages once more, and not off Belfry's own rules. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
const NAME = /^[a-z0-9_]{1,512}$/;
const LANGUAGE = /^[a-z]{2,3}(?:_[A-Z]{2})?$/;
const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];
const HEADER_FORMATS = ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION'];
const BODY_CHARACTERS = 1_024;
const OFFER_BODY_CHARACTERS = 600;
const CARD_BODY_CHARACTERS = 160;
const SHORT_CHARACTERS = 60;
const OFFER_CHARACTERS = 16;
/** [least, most] seconds; -1 stands for thirty days where it is allowed. */
const TTL: Readonly<Record<string, readonly [number, number]>> = {
  AUTHENTICATION: [30, 900],
  UTILITY: [30, 43_200],
  MARKETING: [43_200, 2_592_000],
};

export interface CheckedTemplate {
  readonly category: string;
  readonly isNamed: boolean;
  readonly components: readonly JsonObject[];
}

/** What a create or an edit is held against, in the order in which Meta answers. */
export function checkCreate(body: JsonObject): CheckedTemplate {
  if (!isText(body['name']) || !NAME.test(body['name'])) {
    throw templateParameter('The name must be lower-case letters, digits and underscores, at most 512.');
  }
  if (!isText(body['language']) || !LANGUAGE.test(body['language'])) {
    throw templateParameter('The parameter language is not a supported language.');
  }
  return checkComponents(body);
}

export function checkComponents(body: JsonObject): CheckedTemplate {
  const category = typeof body['category'] === 'string' ? body['category'].toUpperCase() : '';
  if (!CATEGORIES.includes(category)) throw templateParameter(`The category must be one of ${CATEGORIES.join(', ')}.`);
  const format = String(body['parameter_format'] ?? 'POSITIONAL').toUpperCase();
  if (format !== 'NAMED' && format !== 'POSITIONAL')
    throw templateParameter('parameter_format is NAMED or POSITIONAL.');
  const components = body['components'];
  if (!Array.isArray(components) || !components.every(isObject))
    throw templateParameter('components must be an array.');
  checkTimeToLive(category, body['message_send_ttl_seconds']);
  const kinds = components.map(kindOf);
  if (new Set(kinds).size < kinds.length) throw templateParameter('A component may occur once.');
  const isNamed = format === 'NAMED';
  if (category === 'AUTHENTICATION') checkAuthentication(components);
  else for (const component of components) checkComponent(component, { isNamed, category, kinds });
  if (!kinds.includes('BODY')) throw templateParameter('The component BODY is required.');
  return { category, isNamed, components };
}

interface Surroundings {
  readonly isNamed: boolean;
  readonly category: string;
  readonly kinds: readonly string[];
}

export function kindOf(component: JsonObject): string {
  return String(component['type'] ?? '').toUpperCase();
}

type ComponentCheck = (component: JsonObject, around: Surroundings) => void;

const CHECKS: Readonly<Record<string, ComponentCheck>> = {
  HEADER: (header, { isNamed }) => checkHeader(header, isNamed),
  BODY: (body, { isNamed, kinds }) =>
    checkBody(body, isNamed, kinds.includes('LIMITED_TIME_OFFER') ? OFFER_BODY_CHARACTERS : BODY_CHARACTERS),
  FOOTER: checkFooter,
  BUTTONS: ({ buttons }) => checkCreatedButtons(buttons),
  CAROUSEL: ({ cards }, { isNamed }) => checkCarousel(cards, isNamed),
  LIMITED_TIME_OFFER: checkOffer,
  CALL_PERMISSION_REQUEST: () => undefined,
};

function checkComponent(component: JsonObject, around: Surroundings): void {
  const check = CHECKS[kindOf(component)];
  if (!check) throw templateParameter(`The component type ${kindOf(component)} does not exist.`);
  check(component, around);
}

function checkTimeToLive(category: string, value: unknown): void {
  if (value === undefined || value === null || (value === -1 && category !== 'MARKETING')) return;
  const [least, most] = TTL[category] ?? [0, 0];
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) return;
  throw templateParameter(`message_send_ttl_seconds must be from ${least} to ${most}.`);
}

function checkHeader(header: JsonObject, isNamed: boolean): void {
  const format = String(header['format'] ?? '').toUpperCase();
  if (!HEADER_FORMATS.includes(format)) throw templateFailure(2388047, 'The header has no known format.');
  const example = isObject(header['example']) ? header['example'] : {};
  if (format === 'LOCATION') return;
  if (format !== 'TEXT') {
    const [handle] = Array.isArray(example['header_handle']) ? example['header_handle'] : [];
    if (!isText(handle)) throw templateFailure(2388047, `A header of the format ${format} needs a sample file.`);
    return;
  }
  const text = header['text'];
  if (!isText(text)) throw templateFailure(2388047, 'The header has no text.');
  if ([...text].length > SHORT_CHARACTERS) throw templateFailure(2388040, 'The header is longer than 60 characters.');
  if (/[\n\r*]|\p{Extended_Pictographic}/u.test(text)) {
    throw templateFailure(2388047, 'Headers cannot have line breaks, emojis or asterisks.');
  }
  const variables = variablesOf(text);
  if (variables.length > 1) throw templateFailure(2388047, 'Headers can have one variable.');
  const samples = isNamed ? namedSamples(example['header_text_named_params']) : listOf(example['header_text']);
  assertSamples('HEADER', variables, samples, isNamed);
}

function checkBody(body: JsonObject, isNamed: boolean, most: number): void {
  const text = body['text'];
  if (!isText(text)) throw templateFailure(2388072, 'The body has no text.');
  if ([...text].length > most) throw templateFailure(2388040, `The body is longer than ${most} characters.`);
  if (/ {5}|(?:\r?\n){3}/.test(text) || (text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) > 10) {
    throw templateFailure(2388072, 'The body has too many spaces, line breaks or emojis.');
  }
  const variables = variablesOf(text);
  assertNaming(variables, isNamed);
  if (/^[\s\p{P}\p{S}]*\{\{[^{}]*\}\}|\{\{[^{}]*\}\}[\s\p{P}\p{S}]*$/u.test(text)) {
    throw templateFailure(2388299, "Variables can't be at the start or end of the template.");
  }
  const uses = text.match(/\{\{[^{}]*\}\}/g)?.length ?? 0;
  const words = text.replace(/\{\{[^{}]*\}\}/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words < uses * 3) throw templateFailure(2388293, 'Reduce the number of variables or write more words.');
  const example = isObject(body['example']) ? body['example'] : {};
  const samples = isNamed ? namedSamples(example['body_text_named_params']) : listOf(example['body_text']).flat();
  assertSamples('BODY', variables, samples, isNamed);
}

function assertNaming(variables: readonly string[], isNamed: boolean): void {
  if (isNamed) {
    if (variables.every((name) => /^[a-z][a-z0-9_]*$/.test(name))) return;
    throw templateFailure(2388072, 'Names of variables are lower-case letters, digits and underscores.');
  }
  const numbers = variables.map(Number).toSorted((a, b) => a - b);
  if (numbers.every((number, index) => number === index + 1)) return;
  throw templateFailure(2388072, 'Variables must be numbered 1, 2, 3 without a gap.');
}

function checkFooter(footer: JsonObject): void {
  const text = footer['text'];
  if (!isText(text)) throw templateFailure(2388073, 'The footer has no text.');
  if ([...text].length > SHORT_CHARACTERS) throw templateFailure(2388040, 'The footer is longer than 60 characters.');
  if (text.includes('{{')) throw templateFailure(2388073, 'Footers cannot have variables.');
}

function checkOffer(component: JsonObject, { category, kinds }: Surroundings): void {
  const offer = component['limited_time_offer'];
  const text = isObject(offer) ? offer['text'] : undefined;
  if (!isText(text) || [...text].length > OFFER_CHARACTERS)
    throw templateFailure(2388040, 'The offer has 1 to 16 characters.');
  if (category !== 'MARKETING') throw templateParameter('Limited-time offers are marketing templates.');
  if (kinds.includes('FOOTER')) throw templateParameter('Limited-time offers have no footer.');
}

function checkCarousel(cards: unknown, isNamed: boolean): void {
  const list = Array.isArray(cards) ? cards.filter(isObject) : [];
  if (list.length < 2 || list.length > 10) throw templateParameter('A carousel has 2 to 10 cards.');
  const shapes = list.map(({ components }) => checkCard(components, isNamed));
  if (new Set(shapes).size > 1) throw templateParameter('All cards of a carousel must have the same components.');
}

function checkCard(components: unknown, isNamed: boolean): string {
  const list = Array.isArray(components) ? components.filter(isObject) : [];
  const find = (kind: string) => list.find((component) => kindOf(component) === kind);
  const header = find('HEADER');
  const format = String(header?.['format'] ?? '').toUpperCase();
  if (!header || (format !== 'IMAGE' && format !== 'VIDEO'))
    throw templateParameter('A card needs an image or a video.');
  checkHeader(header, isNamed);
  const body = find('BODY');
  if (body) checkBody(body, isNamed, CARD_BODY_CHARACTERS);
  const buttons = find('BUTTONS')?.['buttons'];
  const kinds = Array.isArray(buttons) ? buttons.filter(isObject).map(kindOf) : [];
  if (kinds.length < 1 || kinds.length > 2) throw templateParameter('A card has 1 or 2 buttons.');
  checkCreatedButtons(buttons);
  return [format, body !== undefined, ...kinds].join();
}

function checkAuthentication(components: readonly JsonObject[]): void {
  for (const component of components) {
    const kind = kindOf(component);
    if (!['BODY', 'FOOTER', 'BUTTONS'].includes(kind))
      throw templateParameter(`Authentication templates have no ${kind}.`);
    if (isText(component['text'])) throw templateParameter(`The ${kind} of authentication templates is fixed.`);
  }
  const find = (kind: string) => components.find((component) => kindOf(component) === kind);
  const minutes = find('FOOTER')?.['code_expiration_minutes'];
  if (minutes !== undefined && !(Number.isInteger(minutes) && (minutes as number) >= 1 && (minutes as number) <= 90)) {
    throw templateParameter('code_expiration_minutes must be from 1 to 90.');
  }
  const buttons = find('BUTTONS')?.['buttons'];
  const [button, ...others] = Array.isArray(buttons) ? buttons.filter(isObject) : [];
  if (!button || others.length > 0 || kindOf(button) !== 'OTP') throw templateParameter('One OTP button is required.');
  checkOtp(button);
}

function checkOtp(button: JsonObject): void {
  const type = String(button['otp_type'] ?? '').toUpperCase();
  if (type === 'COPY_CODE') return;
  if (type !== 'ONE_TAP' && type !== 'ZERO_TAP') throw templateParameter('otp_type is COPY_CODE, ONE_TAP or ZERO_TAP.');
  if (type === 'ZERO_TAP' && button['zero_tap_terms_accepted'] !== true) {
    throw templateParameter('zero_tap_terms_accepted must be true.');
  }
  const apps = Array.isArray(button['supported_apps']) ? button['supported_apps'].filter(isObject) : [];
  const isApp = (app: JsonObject) => isText(app['package_name']) && String(app['signature_hash']).length === 11;
  if (apps.length < 1 || apps.length > 5 || !apps.every(isApp)) {
    throw templateParameter('supported_apps has 1 to 5 apps with package_name and signature_hash.');
  }
}

function namedSamples(value: unknown): string[] {
  return (Array.isArray(value) ? value.filter(isObject) : [])
    .filter(({ example }) => isText(example))
    .map(({ param_name }) => String(param_name));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Of a named format the samples are names, of the other they are values. */
function assertSamples(
  kind: string,
  variables: readonly string[],
  samples: readonly unknown[],
  isNamed: boolean,
): void {
  const isThere = isNamed
    ? variables.every((name) => samples.includes(name))
    : samples.length === variables.length && samples.every(isText);
  if (!isThere) throw templateParameter(`component of type ${kind} is missing expected field(s) (example)`);
}

import { createHash } from 'node:crypto';
import { isObject, isText, type JsonObject } from './json.js';

export type ParameterFormat = 'POSITIONAL' | 'NAMED';

export interface TemplatePart {
  readonly text: string;
  /** `1`, `2` … or the names, in order of first use. */
  readonly variables: readonly string[];
}

export interface TemplateHeader extends TemplatePart {
  /** TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION. */
  readonly format: string;
}

export interface CompiledButton {
  /** QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, OTP, FLOW … */
  readonly type: string;
  readonly text: string;
  readonly url: string | null;
  readonly needsParameter: boolean;
}

/** A template with what its sends are checked against already counted. */
export interface CompiledTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly status: string;
  readonly parameterFormat: ParameterFormat;
  readonly components: readonly JsonObject[];
  readonly header: TemplateHeader | null;
  readonly body: TemplatePart;
  readonly footer: string | null;
  readonly buttons: readonly CompiledButton[];
  readonly cards: readonly CompiledCard[];
  /** The line of a limited-time offer, and whether a send says when it ends. */
  readonly offer: { readonly text: string; readonly hasExpiration: boolean } | null;
}

/** One card of a carousel, which is filled like a template of its own. */
export type CompiledCard = Pick<CompiledTemplate, 'parameterFormat' | 'header' | 'body' | 'buttons'>;

const VARIABLE = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;
const AUTHENTICATION_BODY = '*{{1}}* is your verification code.';

export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[1] ?? ''))];
}

/** The text with its values in place. */
export function fillVariables(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(VARIABLE, (whole, name: string) => values.get(name) ?? whole);
}

export function compileTemplate(wabaId: string, input: JsonObject): CompiledTemplate {
  const components = (input['components'] as unknown[]).filter(isObject);
  const find = (type: string) => components.find((component) => upper(component['type']) === type);
  const category = upper(input['category']);
  const name = String(input['name']);
  const language = String(input['language']);
  const parameterFormat = formatOf(input);
  return {
    id: isText(input['id']) ? input['id'] : templateId(wabaId, name, language),
    name,
    language,
    category,
    status: upper(input['status'] ?? 'APPROVED'),
    parameterFormat,
    components,
    header: compileHeader(find('HEADER')),
    body: compilePart(find('BODY')?.['text'] ?? (category === 'AUTHENTICATION' ? AUTHENTICATION_BODY : '')),
    footer: isText(find('FOOTER')?.['text']) ? String(find('FOOTER')?.['text']) : null,
    buttons: compileButtons(find('BUTTONS')?.['buttons']),
    cards: compileCards(find('CAROUSEL')?.['cards'], parameterFormat),
    offer: compileOffer(find('LIMITED_TIME_OFFER')?.['limited_time_offer']),
  };
}

function formatOf(input: JsonObject): ParameterFormat {
  return upper(input['parameterFormat'] ?? input['parameter_format']) === 'NAMED' ? 'NAMED' : 'POSITIONAL';
}

function compileCards(cards: unknown, parameterFormat: ParameterFormat): CompiledCard[] {
  if (!Array.isArray(cards)) return [];
  return cards.filter(isObject).map((card) => {
    const components = Array.isArray(card['components']) ? card['components'].filter(isObject) : [];
    const find = (type: string) => components.find((component) => upper(component['type']) === type);
    return {
      parameterFormat,
      header: compileHeader(find('HEADER')),
      body: compilePart(find('BODY')?.['text']),
      buttons: compileButtons(find('BUTTONS')?.['buttons']),
    };
  });
}

function compileOffer(offer: unknown): CompiledTemplate['offer'] {
  if (!isObject(offer)) return null;
  return { text: isText(offer['text']) ? offer['text'] : '', hasExpiration: offer['has_expiration'] !== false };
}

/** The template as `GET /{WABA}/message_templates` lists it. */
export function templateNode(template: CompiledTemplate): JsonObject {
  return {
    name: template.name,
    parameter_format: template.parameterFormat,
    components: template.components,
    language: template.language,
    status: template.status,
    category: template.category,
    id: template.id,
  };
}

function compileHeader(header: JsonObject | undefined): TemplateHeader | null {
  if (!header) return null;
  return { format: upper(header['format'] ?? 'TEXT'), ...compilePart(header['text']) };
}

function compilePart(value: unknown): TemplatePart {
  const text = typeof value === 'string' ? value : '';
  return { text, variables: variablesOf(text) };
}

function compileButtons(buttons: unknown): CompiledButton[] {
  return Array.isArray(buttons) ? buttons.filter(isObject).map(compileButton) : [];
}

function compileButton(button: JsonObject): CompiledButton {
  const type = upper(button['type']);
  const url = isText(button['url']) ? button['url'] : null;
  const hasVariable = url !== null && variablesOf(url).length > 0;
  return {
    type,
    text: isText(button['text']) ? button['text'] : (FIXED_LABELS[type] ?? ''),
    url,
    needsParameter: hasVariable || type === 'COPY_CODE' || type === 'OTP' || type === 'FLOW',
  };
}

/** WhatsApp writes these labels itself. */
const FIXED_LABELS: Readonly<Record<string, string>> = { COPY_CODE: 'Copy offer code', OTP: 'Copy code' };

function upper(value: unknown): string {
  return typeof value === 'string' ? value.toUpperCase() : '';
}

/** The same id in each run. Webhooks carry it as a JSON number, so it stays below 2^53. */
function templateId(wabaId: string, name: string, language: string): string {
  const hash = createHash('sha256').update(`${wabaId}/${name}/${language}`).digest();
  return String(1_000_000_000_000_000 + hash.readUIntBE(0, 6));
}

import type { TemplateButton, TemplateComponent } from '#libs/whatsapp';
import { OTP_TYPES } from './draft-components.js';
import { headerKey, namesIn } from './placeholders.js';
import type { ParameterFormat } from './template.js';
import {
  type ButtonType,
  type CodeDelivery,
  type DraftButton,
  type DraftCard,
  type DraftCode,
  type DraftHeader,
  type DraftVariable,
  HEADER_FORMATS,
  type HeaderFormat,
  META_BUTTONS,
  type TemplateCategory,
  type TemplateDraft,
} from './template-draft.js';

/** What is kept of a variable beside Meta's components. */
export type VariableNote = Omit<DraftVariable, 'example'>;

export interface WrittenVersion {
  readonly category: string;
  readonly parameterFormat: ParameterFormat;
  readonly components: readonly TemplateComponent[];
  readonly variables: readonly VariableNote[];
  readonly ttlSeconds: number | null;
}

/** A stored version as people write it: the reverse of `composeDraft`, also for what was written in WhatsApp Manager. */
export function readDraft(version: WrittenVersion): TemplateDraft {
  const { components, parameterFormat } = version;
  const find = (type: string) => components.find((component) => component.type.toUpperCase() === type);
  const category = version.category as TemplateCategory;
  const ttl = version.ttlSeconds === null ? {} : { ttlSeconds: version.ttlSeconds };
  if (category === 'AUTHENTICATION') {
    return { category, body: '', buttons: [], variables: [], code: codeOf(find), ...ttl };
  }
  const header = find('HEADER');
  const footer = find('FOOTER')?.text;
  const offer = find('LIMITED_TIME_OFFER')?.['limited_time_offer'] as
    | { text: string; has_expiration: boolean }
    | undefined;
  const cards = find('CAROUSEL')?.['cards'] as readonly { components: readonly TemplateComponent[] }[] | undefined;
  return {
    category,
    ...(header && { header: headerOf(header) }),
    body: find('BODY')?.text ?? '',
    ...(footer !== undefined && { footer }),
    buttons: (find('BUTTONS')?.buttons ?? []).flatMap(buttonOf),
    variables: variablesOf(components, parameterFormat, version.variables),
    ...(cards && { cards: cards.map(cardOf) }),
    ...(offer && { offer: { text: offer.text, hasExpiration: offer.has_expiration } }),
    ...ttl,
  };
}

type Find = (type: string) => TemplateComponent | undefined;

function headerOf({ format = 'TEXT', text, example }: TemplateComponent): DraftHeader {
  const name = format.toLowerCase() as HeaderFormat;
  const handle = (example as { header_handle?: readonly string[] } | undefined)?.header_handle?.[0];
  if (!HEADER_FORMATS.includes(name)) return { format: 'text', text: text ?? '' };
  if (name === 'text') return { format: name, text: text ?? '' };
  return { format: name, ...(handle !== undefined && { handle }) };
}

const OUR_BUTTONS = new Map(Object.entries(META_BUTTONS).map(([ours, metas]) => [metas, ours as ButtonType]));

/** Buttons of shops cannot be written here and are left out. */
function buttonOf(button: TemplateButton): DraftButton[] {
  const type = OUR_BUTTONS.get(button.type.toUpperCase());
  if (type === undefined) return [];
  const text = (name: string) => (typeof button[name] === 'string' ? (button[name] as string) : undefined);
  const sample = button['example'];
  const example = Array.isArray(sample) ? sample[0] : sample;
  const flowId = button['flow_id'];
  const parts = {
    text: text('text'),
    url: text('url'),
    example: typeof example === 'string' ? example : undefined,
    phone: text('phone_number'),
    flowId: flowId === undefined ? undefined : String(flowId),
    flowScreen: text('navigate_screen'),
  };
  return [{ type, ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) }];
}

function cardOf({ components }: { readonly components: readonly TemplateComponent[] }): DraftCard {
  const find = (type: string) => components.find((component) => component.type.toUpperCase() === type);
  const body = find('BODY')?.text;
  return {
    header: headerOf(find('HEADER') ?? { type: 'HEADER', format: 'IMAGE' }),
    ...(body !== undefined && { body }),
    buttons: (find('BUTTONS')?.buttons ?? []).flatMap(buttonOf),
  };
}

function variablesOf(
  components: readonly TemplateComponent[],
  format: ParameterFormat,
  notes: readonly VariableNote[],
): DraftVariable[] {
  const examples = new Map<string, string>();
  for (const component of withCards(components)) readExamples(component, format, examples);
  const known = new Map(notes.map((note) => [note.name, note]));
  return [...examples].map(([name, example]) => ({ isPersonal: false, ...known.get(name), name, example }));
}

function withCards(components: readonly TemplateComponent[]): TemplateComponent[] {
  return components.flatMap((component) => [
    component,
    ...((component['cards'] as readonly { components: readonly TemplateComponent[] }[] | undefined) ?? []).flatMap(
      (card) => card.components,
    ),
  ]);
}

interface Examples {
  readonly header_text?: readonly string[];
  readonly body_text?: readonly (string | readonly string[])[];
  readonly header_text_named_params?: readonly NamedExample[];
  readonly body_text_named_params?: readonly NamedExample[];
}

interface NamedExample {
  readonly param_name: string;
  readonly example: string;
}

function readExamples(
  { type, text, example }: TemplateComponent,
  format: ParameterFormat,
  into: Map<string, string>,
): void {
  const given = (example ?? {}) as Examples;
  const isHeader = type.toUpperCase() === 'HEADER';
  const named = new Map(
    (given.header_text_named_params ?? given.body_text_named_params ?? []).map((one) => [one.param_name, one.example]),
  );
  // Some of Meta's samples write the list of the body without its outer list.
  const positional = isHeader ? (given.header_text ?? []) : (given.body_text ?? []).flat();
  const names = namesIn(text);
  const ordered = format === 'NAMED' ? names : names.toSorted((a, b) => Number(a) - Number(b));
  ordered.forEach((name, index) => {
    const key = isHeader ? headerKey(name, format) : name;
    if (!into.has(key)) into.set(key, named.get(name) ?? positional[index] ?? '');
  });
}

/** As written it says OTP; as Meta lists it, the button has become an address with the kind in it. */
function codeOf(find: Find): DraftCode {
  const body = find('BODY');
  const button = find('BUTTONS')?.buttons?.[0];
  const expires = find('FOOTER')?.['code_expiration_minutes'];
  const otpType = String(button?.['otp_type'] ?? /otp_type=([A-Z_]+)/.exec(button?.url ?? '')?.[1] ?? 'COPY_CODE');
  const delivery = (Object.entries(OTP_TYPES).find(([, metas]) => metas === otpType)?.[0] ??
    'copy-code') as CodeDelivery;
  const apps = button?.['supported_apps'] as readonly { package_name: string; signature_hash: string }[] | undefined;
  const terms = button?.['zero_tap_terms_accepted'];
  return {
    delivery,
    addSecurityRecommendation: body?.['add_security_recommendation'] === true,
    ...(typeof expires === 'number' && { expiresInMinutes: expires }),
    ...(button?.text !== undefined && { buttonText: button.text }),
    ...(typeof button?.['autofill_text'] === 'string' && { autofillText: button['autofill_text'] }),
    ...(typeof terms === 'boolean' && { zeroTapTermsAccepted: terms }),
    ...(apps && { apps: apps.map((app) => ({ packageName: app.package_name, signatureHash: app.signature_hash })) }),
  };
}

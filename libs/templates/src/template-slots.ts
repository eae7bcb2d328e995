import type { TemplateButton, TemplateButtonSubType, TemplateComponent } from '#libs/whatsapp';
import type { SendableTemplate } from './template.js';

/** One place of a template that the sender fills. */
export interface TemplateSlot {
  /** Its key in `variables`. */
  readonly variable: string;
  readonly place: 'header' | 'body' | 'button';
  /** What stands between the braces. */
  readonly token: string;
  readonly button?: { readonly index: number; readonly subType: TemplateButtonSubType };
}

type SlotTemplate = Pick<SendableTemplate, 'category' | 'parameterFormat' | 'components'>;

/** `{{1}}` or `{{first_name}}`. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
export const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

/**
 * Every place to fill, in Meta's order. Variables are named after the placeholders; where positions would collide, the
 * place comes first: `header.1`, `button.0`.
 */
export function slotsOf(template: SlotTemplate): readonly TemplateSlot[] {
  const known = KNOWN_SLOTS.get(template);
  if (known) return known;
  const body = bodySlots(template);
  const slots = [...headerSlots(template), ...body, ...buttonSlots(template, body[0]?.variable)];
  KNOWN_SLOTS.set(template, slots);
  return slots;
}

/** A template is read once for all the messages of a batch; what was read of the database never changes. */
const KNOWN_SLOTS = new WeakMap<SlotTemplate, readonly TemplateSlot[]>();

/** The keys that `variables` takes, each once. */
export function templateVariables(template: SlotTemplate): readonly string[] {
  return [...new Set(slotsOf(template).map((slot) => slot.variable))];
}

/** The component of a kind; Meta answers in capitals and accepts any case. */
export function componentOf(template: SlotTemplate, type: string): TemplateComponent | undefined {
  return template.components.find((component) => component.type.toUpperCase() === type);
}

/** The text of a header, or undefined when it is a picture, a file or a place. */
export function headerTextOf(template: SlotTemplate): string | undefined {
  const header = componentOf(template, 'HEADER');
  return (header?.format ?? 'TEXT').toUpperCase() === 'TEXT' ? header?.text : undefined;
}

function headerSlots(template: SlotTemplate): TemplateSlot[] {
  const prefix = template.parameterFormat === 'NAMED' ? '' : 'header.';
  return tokensIn(headerTextOf(template)).map((token) => ({ variable: prefix + token, place: 'header', token }));
}

function bodySlots(template: SlotTemplate): TemplateSlot[] {
  const tokens = tokensIn(componentOf(template, 'BODY')?.text);
  // Meta reads positions by their number, wherever they stand in the text.
  const ordered = template.parameterFormat === 'NAMED' ? tokens : tokens.toSorted((a, b) => Number(a) - Number(b));
  return ordered.map((token) => ({ variable: token, place: 'body', token }));
}

function buttonSlots(template: SlotTemplate, codeVariable: string | undefined): TemplateSlot[] {
  const buttons = componentOf(template, 'BUTTONS')?.buttons ?? [];
  // A one-time code is given to Meta twice, in the body and in the button; the sender names it once.
  const shared = template.category === 'AUTHENTICATION' ? codeVariable : undefined;
  return buttons.flatMap((button, index) => {
    const subType = filledSubType(button);
    if (subType === null) return [];
    const token = tokensIn(button.url)[0] ?? String(index);
    return [{ variable: shared ?? `button.${index}`, place: 'button', token, button: { index, subType } } as const];
  });
}

/** How a button that needs a value is sent; null for those that need none. */
function filledSubType(button: TemplateButton): TemplateButtonSubType | null {
  const type = button.type.toUpperCase();
  if (type === 'URL') return tokensIn(button.url).length > 0 ? 'url' : null;
  if (type === 'OTP') return 'url';
  return type === 'COPY_CODE' ? 'copy_code' : null;
}

function tokensIn(text: string | undefined): string[] {
  return [...new Set([...(text ?? '').matchAll(PLACEHOLDER)].map((match) => match[1] as string))];
}

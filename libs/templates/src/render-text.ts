import type { SendableTemplate, TemplateVariables } from './template.js';
import { componentOf, headerTextOf, PLACEHOLDER, slotsOf, type TemplateSlot } from './template-slots.js';

export interface RenderedButton {
  readonly type: string;
  readonly text: string;
  readonly url?: string;
}

export interface RenderedText {
  readonly header?: string;
  readonly body: string;
  readonly footer?: string;
  readonly buttons: readonly RenderedButton[];
}

type RenderedTemplate = Pick<SendableTemplate, 'category' | 'parameterFormat' | 'components'>;

/** The template as the citizen sees it. A variable that is missing leaves its placeholder. */
export function renderText(template: RenderedTemplate, variables: TemplateVariables): RenderedText {
  const slots = slotsOf(template);
  const header = headerTextOf(template);
  const footer = componentOf(template, 'FOOTER')?.text;
  return {
    ...(header !== undefined && { header: filled(header, inPlace(slots, 'header'), variables) }),
    body: filled(componentOf(template, 'BODY')?.text ?? '', inPlace(slots, 'body'), variables),
    ...(footer !== undefined && { footer }),
    buttons: renderButtons(template, slots, variables),
  };
}

function renderButtons(
  template: RenderedTemplate,
  slots: readonly TemplateSlot[],
  variables: TemplateVariables,
): RenderedButton[] {
  return (componentOf(template, 'BUTTONS')?.buttons ?? []).map(({ type, text, url }, index) => {
    const own = slots.filter((slot) => slot.button?.index === index);
    return { type, text: text ?? '', ...(url !== undefined && { url: filled(url, own, variables) }) };
  });
}

function inPlace(slots: readonly TemplateSlot[], place: TemplateSlot['place']): TemplateSlot[] {
  return slots.filter((slot) => slot.place === place);
}

/** Replaced by a function, so that `$&` in a variable stays text. */
function filled(text: string, slots: readonly TemplateSlot[], variables: TemplateVariables): string {
  const values = new Map(slots.map((slot) => [slot.token, valueFor(variables, slot.variable)]));
  return text.replace(PLACEHOLDER, (placeholder, token: string) => values.get(token) ?? placeholder);
}

function valueFor(variables: TemplateVariables, name: string): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}

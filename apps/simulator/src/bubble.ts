import { type CompiledTemplate, fillVariables, type TemplatePart } from './compiled-template.js';
import { isObject, isText, type JsonObject } from './json.js';

export interface BubbleButton {
  /** Only a `reply` can be tapped. */
  readonly kind: 'reply' | 'link' | 'other';
  readonly text: string;
  readonly payload?: string;
  readonly url?: string;
}

/** A message as the phone draws it. */
export interface Bubble {
  readonly type: string;
  readonly header?: string;
  readonly body: string;
  readonly footer?: string;
  readonly buttons: readonly BubbleButton[];
}

/** The bubble of a send that has passed the checks. */
export function toBubble(type: string, body: JsonObject, template: CompiledTemplate | null): Bubble {
  const content = body[type] as JsonObject;
  if (template) return templateBubble(template, content);
  const draw = DRAWINGS[type];
  return { type, buttons: [], ...(draw ? draw(content) : { body: `[${type}]` }) };
}

type Drawing = (content: JsonObject) => Omit<Bubble, 'type' | 'buttons'> & Partial<Pick<Bubble, 'buttons'>>;

const DRAWINGS: Readonly<Record<string, Drawing>> = {
  text: (content) => ({ body: textOf(content['body']) }),
  interactive: (content) => ({
    ...header(textOf(part(content, 'header')['text'])),
    body: textOf(part(content, 'body')['text']),
    ...footer(textOf(part(content, 'footer')['text'])),
    buttons: interactiveButtons(part(content, 'action')),
  }),
  reaction: (content) => ({ body: textOf(content['emoji']) }),
  location: (content) => ({
    header: 'Location',
    body: textOf(content['name']) || `${content['latitude']}, ${content['longitude']}`,
  }),
  image: mediaDrawing('Image'),
  video: mediaDrawing('Video'),
  document: mediaDrawing('Document'),
  audio: mediaDrawing('Audio'),
  sticker: mediaDrawing('Sticker'),
};

function mediaDrawing(label: string): Drawing {
  return (content) => ({ header: textOf(content['filename']) || label, body: textOf(content['caption']) });
}

function interactiveButtons(action: JsonObject): BubbleButton[] {
  const replies = Array.isArray(action['buttons']) ? action['buttons'].filter(isObject) : [];
  return replies.map((button) => ({
    kind: 'reply',
    text: textOf(part(button, 'reply')['title']),
    payload: textOf(part(button, 'reply')['id']),
  }));
}

function templateBubble(template: CompiledTemplate, content: JsonObject): Bubble {
  const components = Array.isArray(content['components']) ? content['components'].filter(isObject) : [];
  return {
    type: 'template',
    ...header(template.header ? headerText(template.header, components) : ''),
    body: fill(template.body, parametersOf(components, 'body')),
    ...footer(template.footer ?? ''),
    buttons: template.buttons.map((button, index) => templateButton(button, index, components)),
  };
}

function headerText(part: NonNullable<CompiledTemplate['header']>, components: readonly JsonObject[]): string {
  const parameters = parametersOf(components, 'header');
  if (part.format === 'TEXT') return fill(part, parameters);
  const media = parameters[0]?.[part.format.toLowerCase()];
  const name = isObject(media) ? textOf(media['filename']) || textOf(media['name']) : '';
  return name || `${part.format.charAt(0)}${part.format.slice(1).toLowerCase()}`;
}

function templateButton(
  button: CompiledTemplate['buttons'][number],
  index: number,
  components: readonly JsonObject[],
): BubbleButton {
  const parameter = parametersOf(components, 'button', index)[0];
  if (button.type === 'QUICK_REPLY') {
    return { kind: 'reply', text: button.text, payload: textOf(parameter?.['payload']) || button.text };
  }
  if (button.url === null) return { kind: 'other', text: button.text };
  const url = fillVariables(button.url, new Map([['1', textOf(parameter?.['text'])]]));
  return { kind: 'link', text: button.text, url };
}

function fill(part: TemplatePart, parameters: readonly JsonObject[]): string {
  const values = parameters.map((parameter, index): [string, string] => [
    textOf(parameter['parameter_name']) || (part.variables[index] ?? ''),
    textOf(parameter['text']) || fallbackText(parameter),
  ]);
  return fillVariables(part.text, new Map(values));
}

function fallbackText(parameter: JsonObject): string {
  return textOf(part(parameter, String(parameter['type']))['fallback_value']);
}

function parametersOf(components: readonly JsonObject[], type: string, index?: number): JsonObject[] {
  const component = components.find(
    (item) => textOf(item['type']).toLowerCase() === type && (index === undefined || Number(item['index']) === index),
  );
  return Array.isArray(component?.['parameters']) ? component['parameters'].filter(isObject) : [];
}

function header(text: string): { header?: string } {
  return text === '' ? {} : { header: text };
}

function footer(text: string): { footer?: string } {
  return text === '' ? {} : { footer: text };
}

function part(content: JsonObject, field: string): JsonObject {
  const value = content[field];
  return isObject(value) ? value : {};
}

function textOf(value: unknown): string {
  return isText(value) ? value : '';
}

import type { Bubble, BubbleButton, BubbleCard, BubbleFile } from './bubble.js';
import { flowAnswer, listOf, textOf, toFile, toPlace } from './bubble-parts.js';
import { type CompiledCard, type CompiledTemplate, fillVariables, type TemplatePart } from './compiled-template.js';
import { isObject, type JsonObject } from './json.js';

type Components = readonly JsonObject[];

/** A template with its values in place. */
export function templateBubble(template: CompiledTemplate, content: JsonObject): Omit<Bubble, 'type'> {
  const components = listOf(content['components']);
  const cards = listOf(components.find((component) => typeOf(component) === 'carousel')?.['cards']);
  return {
    ...headerOf(template.header, components),
    body: fill(template.body, parametersOf(components, 'body')),
    ...(template.footer !== null && { footer: template.footer }),
    ...offerOf(template, components),
    buttons: template.buttons.map((button, index) => toButton(button, index, components)),
    ...(template.cards.length > 0 && { cards: template.cards.map((card, index) => toCard(card, cards[index])) }),
  };
}

const FILES: Readonly<Record<string, BubbleFile['kind']>> = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' };

function headerOf(
  header: CompiledTemplate['header'],
  components: Components,
): Pick<Bubble, 'header' | 'file' | 'place'> {
  if (!header) return {};
  const parameters = parametersOf(components, 'header');
  if (header.format === 'TEXT') return { header: fill(header, parameters) };
  const value = parameters[0]?.[header.format.toLowerCase()];
  if (!isObject(value)) return {};
  const kind = FILES[header.format];
  return kind ? { file: toFile(kind, value) } : { place: toPlace(value) };
}

function offerOf({ offer }: CompiledTemplate, components: Components): Pick<Bubble, 'offer'> {
  if (!offer) return {};
  const value = parametersOf(components, 'limited_time_offer')[0]?.['limited_time_offer'];
  const endsAt = isObject(value) ? value['expiration_time_ms'] : undefined;
  return { offer: { text: offer.text, ...(typeof endsAt === 'number' && { endsAt }) } };
}

function toCard(card: CompiledCard, value: JsonObject | undefined): BubbleCard {
  const components = listOf(value?.['components']);
  const { file } = headerOf(card.header, components);
  return {
    ...(file && { file }),
    body: fill(card.body, parametersOf(components, 'body')),
    buttons: card.buttons.map((button, index) => toButton(button, index, components)),
  };
}

function toButton(button: CompiledTemplate['buttons'][number], index: number, components: Components): BubbleButton {
  const { type, text, url } = button;
  const parameter = parametersOf(components, 'button', index)[0];
  if (type === 'QUICK_REPLY') {
    const payload = textOf(parameter?.['payload']) || text;
    return { kind: 'reply', text, answer: { kind: 'button', text, button: { payload, text } } };
  }
  if (type === 'FLOW') {
    const action = isObject(parameter?.['action']) ? parameter['action'] : {};
    const data = isObject(action['flow_action_data']) ? action['flow_action_data'] : {};
    return { kind: 'flow', text, answer: flowAnswer('flow', { flow_token: textOf(action['flow_token']), ...data }) };
  }
  if (type === 'REQUEST_CONTACT_INFO') return { kind: 'reply', text, answer: { kind: 'own_number' } };
  if (url === null) return { kind: 'other', text };
  return { kind: 'link', text, url: fillVariables(url, new Map([['1', textOf(parameter?.['text'])]])) };
}

function fill(part: TemplatePart, parameters: Components): string {
  const values = parameters.map((parameter, index): [string, string] => [
    textOf(parameter['parameter_name']) || (part.variables[index] ?? ''),
    textOf(parameter['text']) || fallbackText(parameter),
  ]);
  return fillVariables(part.text, new Map(values));
}

function fallbackText(parameter: JsonObject): string {
  const value = parameter[String(parameter['type'])];
  return isObject(value) ? textOf(value['fallback_value']) : '';
}

function parametersOf(components: Components, type: string, index?: number): JsonObject[] {
  const component = components.find(
    (item) => typeOf(item) === type && (index === undefined || Number(item['index']) === index),
  );
  return listOf(component?.['parameters']);
}

function typeOf(component: JsonObject): string {
  return textOf(component['type']).toLowerCase();
}

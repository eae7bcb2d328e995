import { codeWords } from './code-words.js';
import { readDraft, type WrittenVersion } from './components-draft.js';
import { type RenderedButton, type RenderedText, renderText } from './render-text.js';
import type { TemplateVariables } from './template.js';
import { cardTemplates } from './template-cards.js';
import { componentOf, templateVariables } from './template-slots.js';

export interface PreviewCard {
  readonly headerFormat: string;
  readonly body: string;
  readonly buttons: readonly RenderedButton[];
}

/** A template as the citizen sees it, with all its parts. */
export interface TemplatePreview extends RenderedText {
  readonly language: string;
  readonly headerFormat: string | null;
  readonly cards: readonly PreviewCard[];
  readonly offer?: string;
}

/** Made by the function that the text of a sent message is made by; where no value is given, the example stands. */
export function previewOf(
  version: WrittenVersion,
  language: string,
  variables: TemplateVariables = {},
): TemplatePreview {
  const values = { ...examplesOf(version), ...variables };
  const template = { ...version, components: version.components };
  const header = componentOf(template, 'HEADER');
  const offer = componentOf(template, 'LIMITED_TIME_OFFER')?.['limited_time_offer'] as { text?: string } | undefined;
  const rendered = version.category === 'AUTHENTICATION' ? codeWords(template, values) : renderText(template, values);
  return {
    language,
    headerFormat: header ? (header.format ?? 'TEXT').toUpperCase() : null,
    ...rendered,
    cards: cardTemplates(template).map((card) => {
      const { body, buttons } = renderText(card, values);
      return { headerFormat: componentOf(card, 'HEADER')?.format?.toUpperCase() ?? 'IMAGE', body, buttons };
    }),
    ...(offer?.text !== undefined && { offer: offer.text }),
  };
}

/** By the keys that senders use: names, and `button.0` for the end of an address. */
function examplesOf(version: WrittenVersion): Record<string, string> {
  const draft = readDraft(version);
  const values = Object.fromEntries(
    draft.variables.filter(({ example }) => example !== '').map(({ name, example }) => [name, example]),
  );
  for (const [index, { type, url = '', example = '' }] of draft.buttons.entries()) {
    if (type === 'copy-code' && example !== '') values[`button.${index}`] = example;
    const base = url.replace(/\{\{1\}\}$/, '');
    if (type === 'url' && base !== url && example.startsWith(base))
      values[`button.${index}`] = example.slice(base.length);
  }
  return Object.fromEntries(Object.entries(values).filter(([name]) => templateVariables(version).includes(name)));
}

import type { TemplateComponent } from '#libs/whatsapp';
import type { SendableTemplate } from './template.js';
import { componentOf } from './template-slots.js';

type TemplateOfCards = Pick<SendableTemplate, 'category' | 'parameterFormat' | 'components'>;

/** Each card is a small template of its own. */
export function cardTemplates(template: TemplateOfCards): TemplateOfCards[] {
  const cards = componentOf(template, 'CAROUSEL')?.['cards'];
  if (!Array.isArray(cards)) return [];
  return cards.map((card: { components?: readonly TemplateComponent[] }) => ({
    category: template.category,
    parameterFormat: template.parameterFormat,
    components: card.components ?? [],
  }));
}

import type { CompiledTemplate } from './compiled-template.js';

type Filter = (template: CompiledTemplate, value: string) => boolean;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
const FILTERS: Readonly<Record<string, Filter>> = {
  name: (template, value) => template.name === value,
  language: (template, value) => template.language === value,
  status: (template, value) => template.status === value.toUpperCase(),
  category: (template, value) => template.category === value.toUpperCase(),
  content: (template, value) => contains(template, value),
  name_or_content: (template, value) => template.name.includes(value) || contains(template, value),
};

/** The templates that pass every filter of the query. */
export function listedTemplates(templates: readonly CompiledTemplate[], query: URLSearchParams): CompiledTemplate[] {
  const filters = Object.entries(FILTERS).flatMap(([name, filter]) => {
    const value = query.get(name);
    return value === null ? [] : [(template: CompiledTemplate) => filter(template, value)];
  });
  return templates.filter((template) => filters.every((filter) => filter(template)));
}

function contains({ header, body, footer }: CompiledTemplate, value: string): boolean {
  return [header?.text, body.text, footer].some((text) => text?.includes(value));
}

import type { TemplateContent } from '#libs/whatsapp';
import { type FileRef, partComponents } from './part-components.js';
import { slotComponents } from './slot-components.js';
import type { SendableTemplate, TemplateVariables } from './template.js';
import type { TemplateParts } from './template-parts.js';

/** The `template` of Meta's send call. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/template-messages */
export type TemplateSend = TemplateContent;

/** A template whose parts hold no files needs nobody to name them. */
const NO_FILES: FileRef = () => {
  throw new Error('nobody can name the files of this template');
};

/** What Meta is told. `variables` and `parts` have passed their checks; parts without a value are left out. */
export function toSendComponents(
  template: Pick<SendableTemplate, 'name' | 'language' | 'category' | 'parameterFormat' | 'components'>,
  variables: TemplateVariables,
  parts: TemplateParts = {},
  refOf: FileRef = NO_FILES,
): TemplateSend {
  const components = [...slotComponents(template, variables), ...partComponents(template, parts, refOf)];
  return {
    name: template.name,
    language: { code: template.language },
    ...(components.length > 0 && { components }),
  };
}

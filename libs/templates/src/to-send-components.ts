import type { TemplateContent, TemplateParameter, TemplateSendComponent } from '#libs/whatsapp';
import type { SendableTemplate, TemplateVariables } from './template.js';
import { slotsOf, type TemplateSlot } from './template-slots.js';

/** The `template` of Meta's send call. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/template-messages */
export type TemplateSend = TemplateContent;

/** What Meta is told. `variables` have passed `checkVariables`; parts without a variable are left out. */
export function toSendComponents(
  template: Pick<SendableTemplate, 'name' | 'language' | 'category' | 'parameterFormat' | 'components'>,
  variables: TemplateVariables,
): TemplateSend {
  const slots = slotsOf(template);
  const isNamed = template.parameterFormat === 'NAMED';
  const components = [
    ...textComponents('header', slots, variables, isNamed),
    ...textComponents('body', slots, variables, isNamed),
    ...slots.flatMap((slot) => buttonComponents(slot, variables)),
  ];
  return {
    name: template.name,
    language: { code: template.language },
    ...(components.length > 0 && { components }),
  };
}

function textComponents(
  place: 'header' | 'body',
  slots: readonly TemplateSlot[],
  variables: TemplateVariables,
  isNamed: boolean,
): TemplateSendComponent[] {
  const parameters = slots
    .filter((slot) => slot.place === place)
    .map((slot): TemplateParameter => {
      const text = variables[slot.variable] ?? '';
      return isNamed ? { type: 'text', parameter_name: slot.token, text } : { type: 'text', text };
    });
  return parameters.length === 0 ? [] : [{ type: place, parameters }];
}

/** A button's value is never named, whatever the format of the template. */
function buttonComponents({ button, variable }: TemplateSlot, variables: TemplateVariables): TemplateSendComponent[] {
  if (!button) return [];
  const value = variables[variable] ?? '';
  const parameter: TemplateParameter =
    button.subType === 'copy_code' ? { type: 'coupon_code', coupon_code: value } : { type: 'text', text: value };
  return [{ type: 'button', sub_type: button.subType, index: String(button.index), parameters: [parameter] }];
}

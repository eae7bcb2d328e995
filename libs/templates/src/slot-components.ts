import type { TemplateParameter, TemplateSendComponent } from '#libs/whatsapp';
import type { SendableTemplate, TemplateVariables } from './template.js';
import { slotsOf, type TemplateSlot } from './template-slots.js';

/** The components that hold the texts of variables. */
export function slotComponents(
  template: Pick<SendableTemplate, 'category' | 'parameterFormat' | 'components'>,
  variables: TemplateVariables,
): TemplateSendComponent[] {
  const slots = slotsOf(template);
  const isNamed = template.parameterFormat === 'NAMED';
  return [
    ...textComponents('header', slots, variables, isNamed),
    ...textComponents('body', slots, variables, isNamed),
    ...slots.flatMap((slot) => buttonComponents(slot, variables)),
  ];
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

import type { CompiledButton } from './compiled-template.js';
import { assertLength } from './field-checks.js';
import { GraphFailure, invalidValue } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import { parametersOf } from './template-parameters.js';

/** Which `sub_type` a send uses for each type of button, and where the value is. */
const KINDS: Readonly<
  Record<string, { readonly subType: string; readonly label: string; readonly field: string; readonly max: number }>
> = {
  URL: { subType: 'url', label: 'Url', field: 'text', max: 2_000 },
  OTP: { subType: 'url', label: 'Url', field: 'text', max: 15 },
  COPY_CODE: { subType: 'copy_code', label: 'CopyCode', field: 'coupon_code', max: 20 },
  FLOW: { subType: 'flow', label: 'Flow', field: 'action', max: 0 },
  QUICK_REPLY: { subType: 'quick_reply', label: 'QuickReply', field: 'payload', max: 256 },
};

export function checkTemplateButtons(buttons: readonly CompiledButton[], components: readonly JsonObject[]): void {
  const byIndex = new Map(components.map((component) => [Number(component['index']), component]));
  for (const index of byIndex.keys()) {
    if (!buttons[index]) throw invalidValue(`buttons: The template has no button at index ${index}`);
  }
  buttons.forEach((button, index) => {
    checkButton(button, index, byIndex.get(index));
  });
}

function checkButton(button: CompiledButton, index: number, component: JsonObject | undefined): void {
  const kind = KINDS[button.type];
  if (!kind) return;
  if (component && String(component['sub_type']).toLowerCase() !== kind.subType) {
    throw invalidValue(`buttons: Button at index ${index} is of type ${kind.label}`);
  }
  const parameter = parametersOf(component)[0];
  const value = isObject(parameter) ? parameter[kind.field] : undefined;
  if (kind.subType === 'flow' && isObject(value)) return;
  if (isText(value)) {
    assertLength(value, kind.max, `buttons['${kind.field}']`);
    return;
  }
  if (!button.needsParameter) return;
  throw new GraphFailure(131008, {
    details: `buttons: Button at index ${index} of type ${kind.label} requires a parameter`,
  });
}

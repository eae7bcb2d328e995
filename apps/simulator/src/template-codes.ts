import { isObject, isText, type JsonObject } from './json.js';
import { kindOf } from './template-create-rules.js';

/**
 * Components as `GET` lists them: those of one-time codes have got Meta's words, and their button has become an address.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates
 */
export function asListed({ category, components }: JsonObject): JsonObject[] {
  const list = Array.isArray(components) ? components.filter(isObject) : [];
  const capital = list.map((component) => ({ ...component, type: kindOf(component) }));
  return String(category).toUpperCase() === 'AUTHENTICATION' ? capital.map(withWords) : capital;
}

function withWords(component: JsonObject & { readonly type: string }): JsonObject {
  if (component.type === 'BODY' && !isText(component['text'])) {
    const warning =
      component['add_security_recommendation'] === true ? ' For your security, do not share this code.' : '';
    const text = `*{{1}}* is your verification code.${warning}`;
    return { ...component, text, example: { body_text: [['123456']] } };
  }
  if (component.type === 'FOOTER' && !isText(component['text'])) {
    return { ...component, text: `This code expires in ${String(component['code_expiration_minutes'])} minutes.` };
  }
  const buttons = component['buttons'];
  return Array.isArray(buttons) ? { ...component, buttons: buttons.filter(isObject).map(asAddress) } : component;
}

function asAddress(button: JsonObject): JsonObject {
  if (kindOf(button) !== 'OTP') return button;
  const text = isText(button['text']) ? button['text'] : 'Copy code';
  const query = `otp_type=${String(button['otp_type'])}&cta_display_name=${encodeURIComponent(text)}&code=otp`;
  const url = `https://www.whatsapp.com/otp/code/?${query}{{1}}`;
  return { ...button, type: 'URL', text, url, example: [url.replace('{{1}}', '123456')] };
}

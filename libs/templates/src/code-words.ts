import type { RenderedText } from './render-text.js';
import { renderText } from './render-text.js';
import type { SendableTemplate, TemplateVariables } from './template.js';
import { componentOf } from './template-slots.js';

type CodeTemplate = Pick<SendableTemplate, 'category' | 'parameterFormat' | 'components'>;

const SAMPLE_CODE = '123456';

/**
 * The words of a one-time code before Meta has listed them: it writes them itself, in each language, so these are the English
 * ones. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates
 */
export function codeWords(template: CodeTemplate, variables: TemplateVariables): RenderedText {
  const values = { '1': SAMPLE_CODE, ...variables };
  const body = componentOf(template, 'BODY');
  if (body?.text !== undefined) return renderText(template, values);
  const minutes = componentOf(template, 'FOOTER')?.['code_expiration_minutes'];
  const warning = body?.['add_security_recommendation'] === true ? ' For your security, do not share this code.' : '';
  const button = componentOf(template, 'BUTTONS')?.buttons?.[0];
  return {
    body: `*${values['1']}* is your verification code.${warning}`,
    ...(typeof minutes === 'number' && { footer: `This code expires in ${minutes} minutes.` }),
    buttons: [{ type: 'OTP', text: button?.text ?? 'Copy code' }],
  };
}

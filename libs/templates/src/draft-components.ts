import type { TemplateButton, TemplateComponent } from '#libs/whatsapp';
import { formatOf, headerKey, namesIn } from './placeholders.js';
import type { ParameterFormat } from './template.js';
import {
  type CodeDelivery,
  type DraftButton,
  type DraftCard,
  type DraftCode,
  type DraftHeader,
  META_BUTTONS,
  type TemplateDraft,
} from './template-draft.js';

/** A draft in Meta's form, as it is submitted and as it is sent. */
export interface ComposedTemplate {
  readonly parameterFormat: ParameterFormat;
  readonly components: readonly TemplateComponent[];
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
export function composeDraft(draft: TemplateDraft): ComposedTemplate {
  if (draft.code) return { parameterFormat: 'POSITIONAL', components: codeComponents(draft.code) };
  const parameterFormat = formatOf([...namesIn(draft.header?.text), ...namesIn(draft.body)]);
  const sample = samplesOf(draft);
  const components: TemplateComponent[] = [
    ...(draft.header ? [headerComponent(draft.header, parameterFormat, sample)] : []),
    bodyComponent(draft.body, parameterFormat, sample),
    ...(draft.offer ? [offerComponent(draft.offer)] : []),
    ...(draft.footer !== undefined ? [{ type: 'FOOTER', text: draft.footer }] : []),
    ...(draft.buttons.length > 0 ? [buttonsComponent(draft.buttons)] : []),
    ...(draft.cards
      ? [{ type: 'CAROUSEL', cards: draft.cards.map((card) => cardOf(card, parameterFormat, sample)) }]
      : []),
  ];
  return { parameterFormat, components };
}

type Sample = (name: string) => string;

function samplesOf({ variables }: TemplateDraft): Sample {
  const examples = new Map(variables.map(({ name, example }) => [name, example]));
  return (name) => examples.get(name) ?? '';
}

function headerComponent(header: DraftHeader, format: ParameterFormat, sample: Sample): TemplateComponent {
  const { text, handle } = header;
  if (header.format !== 'text') {
    return {
      type: 'HEADER',
      format: header.format.toUpperCase(),
      ...(handle !== undefined && { example: { header_handle: [handle] } }),
    };
  }
  const names = namesIn(text);
  const component = { type: 'HEADER', format: 'TEXT', text: text ?? '' };
  if (names.length === 0) return component;
  const example =
    format === 'NAMED'
      ? { header_text_named_params: names.map((name) => ({ param_name: name, example: sample(name) })) }
      : { header_text: names.map((name) => sample(headerKey(name, format))) };
  return { ...component, example };
}

function bodyComponent(text: string, format: ParameterFormat, sample: Sample): TemplateComponent {
  const names = namesIn(text);
  if (names.length === 0) return { type: 'BODY', text };
  if (format === 'NAMED') {
    const params = names.map((name) => ({ param_name: name, example: sample(name) }));
    return { type: 'BODY', text, example: { body_text_named_params: params } };
  }
  const ordered = names.toSorted((a, b) => Number(a) - Number(b));
  return { type: 'BODY', text, example: { body_text: [ordered.map(sample)] } };
}

function offerComponent({ text, hasExpiration }: NonNullable<TemplateDraft['offer']>): TemplateComponent {
  return { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text, has_expiration: hasExpiration } };
}

function buttonsComponent(buttons: readonly DraftButton[]): TemplateComponent {
  return { type: 'BUTTONS', buttons: buttons.map(buttonOf) };
}

function buttonOf(button: DraftButton): TemplateButton {
  const { type, text, url, example, phone, flowId, flowScreen } = button;
  return {
    type: META_BUTTONS[type],
    ...(text !== undefined && { text }),
    ...(url !== undefined && { url }),
    ...(phone !== undefined && { phone_number: phone }),
    ...(flowId !== undefined && { flow_id: flowId, flow_action: 'navigate' }),
    ...(flowScreen !== undefined && { navigate_screen: flowScreen }),
    // A list for an address, a plain text for a code: so Meta's own samples.
    ...(example !== undefined && { example: type === 'url' ? [example] : example }),
  };
}

function cardOf({ header, body, buttons }: DraftCard, format: ParameterFormat, sample: Sample) {
  return {
    components: [
      headerComponent(header, format, sample),
      ...(body !== undefined ? [bodyComponent(body, format, sample)] : []),
      ...(buttons.length > 0 ? [buttonsComponent(buttons)] : []),
    ],
  };
}

export const OTP_TYPES: Readonly<Record<CodeDelivery, string>> = {
  'copy-code': 'COPY_CODE',
  'one-tap': 'ONE_TAP',
  'zero-tap': 'ZERO_TAP',
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates */
function codeComponents(code: DraftCode): TemplateComponent[] {
  const button = {
    type: 'OTP',
    otp_type: OTP_TYPES[code.delivery],
    ...(code.buttonText !== undefined && { text: code.buttonText }),
    ...(code.autofillText !== undefined && { autofill_text: code.autofillText }),
    ...(code.zeroTapTermsAccepted !== undefined && { zero_tap_terms_accepted: code.zeroTapTermsAccepted }),
    ...(code.apps && {
      supported_apps: code.apps.map(({ packageName, signatureHash }) => ({
        package_name: packageName,
        signature_hash: signatureHash,
      })),
    }),
  };
  return [
    { type: 'BODY', add_security_recommendation: code.addSecurityRecommendation },
    ...(code.expiresInMinutes !== undefined
      ? [{ type: 'FOOTER', code_expiration_minutes: code.expiresInMinutes }]
      : []),
    { type: 'BUTTONS', buttons: [button] },
  ];
}

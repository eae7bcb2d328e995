import type { MediaRef, TemplateButton, TemplateParameter, TemplateSendComponent } from '#libs/whatsapp';
import { slotComponents } from './slot-components.js';
import type { SendableTemplate } from './template.js';
import { cardTemplates } from './template-cards.js';
import type { ButtonValue, CardValue, HeaderFile, HeaderValue, TemplateParts } from './template-parts.js';
import { componentOf } from './template-slots.js';

type SentTemplate = Pick<SendableTemplate, 'category' | 'parameterFormat' | 'components'>;

/** How Meta is told of a file. */
export type FileRef = (file: HeaderFile) => MediaRef;

/** The components of a send that hold no text: header, buttons, offer and cards. The parts have passed `checkParts`. */
export function partComponents(template: SentTemplate, parts: TemplateParts, refOf: FileRef): TemplateSendComponent[] {
  const { header, buttons = [], cards = [], offerExpiresAt } = parts;
  return [
    ...headerComponents(header, refOf),
    ...offerComponents(offerExpiresAt),
    ...buttonComponents(template, buttons),
    ...carouselComponents(template, cards, refOf),
  ];
}

function headerComponents(header: HeaderValue | undefined, refOf: FileRef): TemplateSendComponent[] {
  const parameter = header && headerParameter(header, refOf);
  return parameter ? [{ type: 'header', parameters: [parameter] }] : [];
}

function headerParameter({ image, video, document, location }: HeaderValue, refOf: FileRef): TemplateParameter | null {
  if (image) return { type: 'image', image: refOf(image) };
  if (video) return { type: 'video', video: refOf(video) };
  if (document) {
    const { filename } = document;
    return { type: 'document', document: { ...refOf(document), ...(filename !== undefined && { filename }) } };
  }
  if (!location) return null;
  const { latitude, longitude, name, address } = location;
  const named = { ...(name !== undefined && { name }), ...(address !== undefined && { address }) };
  return { type: 'location', location: { latitude: String(latitude), longitude: String(longitude), ...named } };
}

function offerComponents(expiresAt: string | undefined): TemplateSendComponent[] {
  if (expiresAt === undefined) return [];
  const limited_time_offer = { expiration_time_ms: Date.parse(expiresAt) };
  return [{ type: 'limited_time_offer', parameters: [{ type: 'limited_time_offer', limited_time_offer }] }];
}

/** A button that opens a flow is always named: Meta asks for its token, and takes `unused` for none. */
function buttonComponents(template: SentTemplate, values: readonly ButtonValue[]): TemplateSendComponent[] {
  const byIndex = new Map(values.map((value) => [value.index, value]));
  const buttons = componentOf(template, 'BUTTONS')?.buttons ?? [];
  return buttons.flatMap((button, index) => buttonComponent(button, index, byIndex.get(index)));
}

const UNUSED_FLOW_TOKEN = 'unused';

function buttonComponent({ type }: TemplateButton, index: number, value?: ButtonValue): TemplateSendComponent[] {
  const place = String(index);
  if (type.toUpperCase() === 'FLOW') {
    const { flowToken = UNUSED_FLOW_TOKEN, flowData } = value ?? {};
    const action = { flow_token: flowToken, ...(flowData && { flow_action_data: flowData }) };
    return [{ type: 'button', sub_type: 'flow', index: place, parameters: [{ type: 'action', action }] }];
  }
  if (value?.payload === undefined) return [];
  const { payload } = value;
  return [{ type: 'button', sub_type: 'quick_reply', index: place, parameters: [{ type: 'payload', payload }] }];
}

function carouselComponents(
  template: SentTemplate,
  values: readonly CardValue[],
  refOf: FileRef,
): TemplateSendComponent[] {
  const cards = cardTemplates(template).map((card, place) => {
    const { variables = {}, ...parts } = values[place] ?? {};
    return {
      card_index: place,
      components: [...partComponents(card, parts, refOf), ...slotComponents(card, variables)],
    };
  });
  return cards.length === 0 ? [] : [{ type: 'carousel', cards }];
}

import type { Addressee } from '#libs/contacts';
import type { Uuid } from '#libs/kernel';
import { type SendableTemplate, toSendComponents } from '#libs/templates';
import { formatCallbackData, type SendBody, type SendCommon } from '#libs/whatsapp';
import type { MessageContent } from './message-content.js';

export interface SendBodyInput {
  readonly messageId: Uuid;
  readonly attempt: number;
  readonly content: MessageContent;
  readonly addressee: Addressee;
  readonly template?: SendableTemplate;
}

/** The request to Meta. Its callback data comes back in every status and is what settles doubt. */
export function toSendBody(input: SendBodyInput): SendBody {
  const { content, template } = input;
  const common = commonOf(input);
  if (content.type === 'text') {
    return {
      ...common,
      type: 'text',
      text: { body: content.text.body, preview_url: content.text.previewUrl ?? false },
    };
  }
  if (content.type === 'template' && template) {
    return { ...common, type: 'template', template: toSendComponents(template, content.template.variables) };
  }
  throw new Error(`a message of kind ${content.type} cannot be sent`);
}

function commonOf({ messageId, attempt, addressee }: SendBodyInput): SendCommon {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    // A phone wins over a user id: Meta prefers it as well, and one-time codes need it.
    ...(addressee.phone ? { to: addressee.phone } : { recipient: addressee.userId ?? '' }),
    biz_opaque_callback_data: formatCallbackData(messageId, attempt),
  };
}

import type { Addressee } from '#libs/contacts';
import type { Uuid } from '#libs/kernel';
import { type SendableTemplate, toSendComponents } from '#libs/templates';
import { formatCallbackData, type SendBody, type SendCommon } from '#libs/whatsapp';
import { refOf, toSendContent } from './content/to-send-content.js';
import type { MessageContent, Quoted } from './message-content.js';

export interface SendBodyInput {
  readonly messageId: Uuid;
  readonly attempt: number;
  readonly content: MessageContent;
  readonly addressee: Addressee;
  readonly template?: SendableTemplate;
  /** What the message answers or reacts to. */
  readonly quoted?: Quoted;
  /** Meta's ids of the files of the library, for the number that sends. */
  readonly media?: ReadonlyMap<Uuid, string>;
}

/** The request to Meta. Its callback data comes back in every status and is what settles doubt. */
export function toSendBody(input: SendBodyInput): SendBody {
  const { content, template, media = NO_MEDIA } = input;
  const common = commonOf(input);
  if (content.type === 'inbound') throw new Error('a message of kind inbound cannot be sent');
  if (content.type !== 'template') {
    return { ...common, ...toSendContent(content, { media, quoted: input.quoted?.wamid }) };
  }
  if (!template) throw new Error('a message of kind template cannot be sent without its template');
  const { variables, ...parts } = content.template;
  return {
    ...common,
    type: 'template',
    template: toSendComponents(template, variables, parts, (file) => refOf(file, { media })),
  };
}

const NO_MEDIA: ReadonlyMap<Uuid, string> = new Map();

function commonOf({ messageId, attempt, addressee, content, quoted }: SendBodyInput): SendCommon {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    // A phone wins over a user id: Meta prefers it as well, and one-time codes need it.
    ...(addressee.phone ? { to: addressee.phone } : { recipient: addressee.userId ?? '' }),
    ...(quoted && content.type !== 'reaction' && { context: { message_id: quoted.wamid } }),
    biz_opaque_callback_data: formatCallbackData(messageId, attempt),
  };
}

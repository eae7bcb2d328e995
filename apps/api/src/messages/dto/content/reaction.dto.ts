import { Id, Text } from '#libs/http';
import type { Uuid } from '#libs/kernel';

/** An emoji is up to a dozen code points: people, skin tones and joiners. */
const MAX_EMOJI = 16;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages */
export class ReactionContentDto {
  /** A message that the citizen wrote in the last 30 days (`msg_…`). */
  @Id('message')
  messageId: Uuid;

  /** One emoji; an empty text takes the reaction back. */
  @Text({ min: 0, max: MAX_EMOJI })
  emoji: string;
}

import { Id, ListQueryDto, OneOf, OptionalField, Text } from '#libs/http';
import type { Uuid } from '#libs/kernel';
import { type MessageState, STATE_RANKS } from '#libs/sending';

const STATES = Object.keys(STATE_RANKS);

export class ListMessagesQueryDto extends ListQueryDto {
  /** Only messages in this state. */
  @OptionalField()
  @OneOf(STATES)
  state?: MessageState;

  /** Only messages in this direction. */
  @OptionalField()
  @OneOf(['outbound', 'inbound'])
  direction?: 'outbound' | 'inbound';

  /** Only messages with this contact. */
  @OptionalField()
  @Id('contact')
  contactId?: Uuid;

  /** Only messages that you gave this name. */
  @OptionalField()
  @Text({ max: 200 })
  reference?: string;
}

import { Flag, JsonObject, OneOf, OptionalField, Text } from '#libs/http';
import { FrameDto } from './interactive.dto.js';

/** How long the label may be is advice of Meta: `WHATSAPP_FLOW_LABEL_MAX` decides. */
const LONGEST_LABEL = 200;
const MAX_ID = 200;

/** A form inside WhatsApp. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-flow-messages */
export class FlowContentDto extends FrameDto {
  /** Meta's id of the flow; or `flowName`. */
  @OptionalField()
  @Text({ max: 32, pattern: /^[0-9]+$/ })
  flowId?: string;

  /** Name of the flow in the WhatsApp Business account; instead of `flowId`. */
  @OptionalField()
  @Text({ max: MAX_ID })
  flowName?: string;

  /** Label of the button, without emoji; at most 30 characters unless configured otherwise. */
  @Text({ max: LONGEST_LABEL })
  title: string;

  /** Comes back with the answer: what tells you which case it belongs to. */
  @OptionalField()
  @Text({ max: MAX_ID })
  token?: string;

  /** Sends the draft of the flow, for trying it. */
  @OptionalField()
  @Flag()
  isDraft?: boolean;

  /** `navigate` (default) opens a screen; `data_exchange` asks your endpoint which. */
  @OptionalField()
  @OneOf(['navigate', 'data_exchange'])
  action?: 'navigate' | 'data_exchange';

  /** The screen that opens first; left out, the first of the flow. */
  @OptionalField()
  @Text({ max: MAX_ID })
  screen?: string;

  /** What that screen is filled with. */
  @OptionalField()
  @JsonObject({ description: 'What that screen is filled with' })
  data?: Record<string, unknown>;
}

import type { MediaRef } from './send-types.js';

/** What stands above the body: a line of text, a picture, a film or a file. */
export type InteractiveHeader =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image'; readonly image: MediaRef }
  | { readonly type: 'video'; readonly video: MediaRef }
  | { readonly type: 'document'; readonly document: MediaRef };

interface Parts {
  readonly header?: InteractiveHeader;
  readonly body: { readonly text: string };
  readonly footer?: { readonly text: string };
}

export interface ReplyButton {
  readonly type: 'reply';
  readonly reply: { readonly id: string; readonly title: string };
}

export interface ListSection {
  readonly title?: string;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly description?: string }[];
}

export interface LinkAction {
  readonly name: 'cta_url';
  readonly parameters: { readonly display_text: string; readonly url: string };
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-flow-messages */
export interface FlowParameters {
  readonly flow_message_version: '3';
  readonly flow_id?: string;
  readonly flow_name?: string;
  readonly flow_cta: string;
  readonly flow_token?: string;
  readonly mode?: 'draft' | 'published';
  readonly flow_action?: 'navigate' | 'data_exchange';
  readonly flow_action_payload?: { readonly screen?: string; readonly data?: Readonly<Record<string, unknown>> };
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages (India) */
export interface AddressParameters {
  readonly country: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly saved_addresses?: readonly { readonly id: string; readonly value: Readonly<Record<string, string>> }[];
  readonly validation_errors?: Readonly<Record<string, string>>;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages */
export interface CarouselCard {
  readonly card_index: number;
  /** Also of a card with quick replies. */
  readonly type: 'cta_url';
  readonly header: InteractiveHeader;
  readonly body?: { readonly text: string };
  readonly action:
    | LinkAction
    | {
        readonly buttons: readonly {
          readonly type: 'quick_reply';
          readonly quick_reply: { readonly id: string; readonly title: string };
        }[];
      };
}

/** What a message asks for, by Meta's name. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages */
export type InteractiveContent = Parts &
  (
    | { readonly type: 'button'; readonly action: { readonly buttons: readonly ReplyButton[] } }
    | {
        readonly type: 'list';
        readonly action: { readonly button: string; readonly sections: readonly ListSection[] };
      }
    | { readonly type: 'cta_url'; readonly action: LinkAction }
    | { readonly type: 'flow'; readonly action: { readonly name: 'flow'; readonly parameters: FlowParameters } }
    | { readonly type: 'location_request_message'; readonly action: { readonly name: 'send_location' } }
    | { readonly type: 'request_contact_info'; readonly action: { readonly name: 'request_contact_info' } }
    | {
        readonly type: 'address_message';
        readonly action: { readonly name: 'address_message'; readonly parameters: AddressParameters };
      }
    | { readonly type: 'carousel'; readonly action: { readonly cards: readonly CarouselCard[] } }
  );

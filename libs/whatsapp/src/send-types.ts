import type { InteractiveContent } from './interactive-types.js';

/** `wamid.<base64>`: opaque, at most about 128 characters, one per message. */
export type Wamid = string;

/** A phone number without `+`. It may be absent on anything that Meta sends to us. */
export type PhoneDigits = string;

/** Business-scoped user id such as `US.30481726559013842217`, or a parent one such as `US.ENT.30481726`. */
export type Bsuid = string;

/** What every kind of message shares. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages */
export interface SendCommon {
  readonly messaging_product: 'whatsapp';
  readonly recipient_type?: 'individual' | 'group';
  /** A phone number or group id; wins over `recipient`. */
  readonly to?: string;
  readonly recipient?: Bsuid;
  readonly context?: { readonly message_id: Wamid };
  /** At most 512 characters; comes back in every status webhook of this message and is the echo that settles doubt. */
  readonly biz_opaque_callback_data?: string;
  readonly recipient_identity_key_hash?: string;
}

export interface TextContent {
  readonly body: string;
  readonly preview_url?: boolean;
}

export type MediaRef = ({ readonly id: string } | { readonly link: string }) & {
  readonly caption?: string;
  readonly filename?: string;
  /** A voice message, with its waveform; the only kind that is reported as `played`. */
  readonly voice?: boolean;
};

/** Latitude and longitude are texts in requests and numbers in webhooks. */
export interface LocationContent {
  readonly latitude: string;
  readonly longitude: string;
  readonly name?: string;
  /** Shown only below a name. */
  readonly address?: string;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
export interface ContactCard {
  readonly name: {
    readonly formatted_name: string;
    readonly first_name?: string;
    readonly last_name?: string;
    readonly middle_name?: string;
    readonly prefix?: string;
    readonly suffix?: string;
  };
  readonly phones?: readonly { readonly phone?: string; readonly type?: string; readonly wa_id?: string }[];
  readonly emails?: readonly { readonly email?: string; readonly type?: string }[];
  readonly addresses?: readonly {
    readonly street?: string;
    readonly city?: string;
    readonly state?: string;
    readonly zip?: string;
    readonly country?: string;
    readonly country_code?: string;
    readonly type?: string;
  }[];
  readonly org?: { readonly company?: string; readonly department?: string; readonly title?: string };
  readonly urls?: readonly { readonly url?: string; readonly type?: string }[];
  readonly birthday?: string;
}

/** An empty emoji takes the reaction back. */
export interface ReactionContent {
  readonly message_id: Wamid;
  readonly emoji: string;
}

export interface TemplateContent {
  readonly name: string;
  readonly language: { readonly code: string; readonly policy?: 'deterministic' };
  readonly components?: readonly TemplateSendComponent[];
}

export type TemplateButtonSubType = 'quick_reply' | 'url' | 'copy_code' | 'flow' | 'catalog' | 'mpm' | 'voice_call';

export type TemplateSendComponent =
  | { readonly type: 'header' | 'body'; readonly parameters: readonly TemplateParameter[] }
  | {
      readonly type: 'button';
      readonly sub_type: TemplateButtonSubType;
      readonly index: string | number;
      readonly parameters: readonly TemplateParameter[];
    }
  | { readonly type: 'limited_time_offer'; readonly parameters: readonly [OfferParameter] }
  | {
      readonly type: 'carousel';
      readonly cards: readonly { readonly card_index: number; readonly components: readonly TemplateSendComponent[] }[];
    };

export interface OfferParameter {
  readonly type: 'limited_time_offer';
  readonly limited_time_offer: { readonly expiration_time_ms: number };
}

export type TemplateParameter =
  | { readonly type: 'text'; readonly text: string; readonly parameter_name?: string }
  | {
      readonly type: 'currency';
      readonly currency: { readonly fallback_value: string; readonly code: string; readonly amount_1000: number };
    }
  | { readonly type: 'date_time'; readonly date_time: { readonly fallback_value: string } }
  | { readonly type: 'image'; readonly image: MediaRef }
  | { readonly type: 'video'; readonly video: MediaRef }
  | { readonly type: 'document'; readonly document: MediaRef }
  | { readonly type: 'location'; readonly location: LocationContent }
  | { readonly type: 'payload'; readonly payload: string }
  | { readonly type: 'coupon_code'; readonly coupon_code: string }
  | {
      readonly type: 'action';
      readonly action: { readonly flow_token?: string; readonly flow_action_data?: Readonly<Record<string, unknown>> };
    };

/** The content of each kind of message that this client sends, by Meta's name of the kind. A new kind is one more line here. */
export interface SendContentByType {
  readonly text: TextContent;
  readonly image: MediaRef;
  readonly video: MediaRef;
  readonly audio: MediaRef;
  readonly document: MediaRef;
  readonly sticker: MediaRef;
  readonly location: LocationContent;
  readonly contacts: readonly ContactCard[];
  readonly reaction: ReactionContent;
  readonly interactive: InteractiveContent;
  readonly template: TemplateContent;
}

export type SendType = keyof SendContentByType;

/** `{ type: 'text', text: … }`, `{ type: 'template', template: … }`, …: Meta names the content after its type. */
export type SendContent = {
  [T in SendType]: { readonly type: T } & { readonly [K in T]: SendContentByType[K] };
}[SendType];

/** The body of `POST /{phone number id}/messages`. */
export type SendBody = SendCommon & SendContent;

/** `POST /{phone number id}/messages` with `status: read`: marks an inbound message and all before it as read. */
export interface MarkReadBody {
  readonly messaging_product: 'whatsapp';
  readonly status: 'read';
  readonly message_id: Wamid;
  readonly typing_indicator?: { readonly type: 'text' };
}

/** `message_status` is present for templates only. */
export type ProviderMessageStatus = 'accepted' | 'held_for_quality_assessment' | 'paused';

export interface SendResponse {
  readonly messaging_product: 'whatsapp';
  readonly contacts: readonly { readonly input: string; readonly wa_id?: PhoneDigits; readonly user_id?: Bsuid }[];
  readonly messages: readonly {
    readonly id: Wamid;
    readonly message_status?: ProviderMessageStatus;
    readonly group_id?: string;
  }[];
}

/** The body of every refusal by Graph. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
export interface GraphErrorBody {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly code: number;
    readonly error_subcode?: number;
    /** Rarely a plain string. */
    readonly error_data?: { readonly messaging_product?: string; readonly details?: string } | string;
    readonly error_user_title?: string;
    readonly error_user_msg?: string;
    readonly is_transient?: boolean;
    readonly fbtrace_id?: string;
  };
}

/** One component of a template as Meta lists it. */
export interface TemplateComponent {
  readonly type: string;
  readonly format?: string;
  readonly text?: string;
  readonly buttons?: readonly TemplateButton[];
  readonly example?: unknown;
  readonly [key: string]: unknown;
}

export interface TemplateButton {
  readonly type: string;
  readonly text?: string;
  readonly url?: string;
  readonly phone_number?: string;
  readonly [key: string]: unknown;
}

/** One template of `GET /{WABA}/message_templates`. */
export interface TemplateListItem {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  /** APPROVED, PENDING, REJECTED, PAUSED, DISABLED …; new values appear without notice. */
  readonly status: string;
  /** UTILITY, MARKETING, AUTHENTICATION. */
  readonly category: string;
  readonly parameterFormat: 'POSITIONAL' | 'NAMED';
  readonly components: readonly TemplateComponent[];
  /** GREEN, YELLOW, RED, UNKNOWN; absent where Meta did not say. */
  readonly quality?: string;
  /** INVALID_FORMAT, SCAM …; absent unless it was rejected. */
  readonly rejectedReason?: string;
}

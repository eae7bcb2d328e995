import type { Bsuid, PhoneDigits, Wamid } from './send-types.js';

/** Seconds since 1970, as text. */
export type UnixSecondsText = string;

/**
 * A webhook as Meta posts it. Every part may be missing, and unknown fields and kinds come without notice:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 *
 * `{"object":"whatsapp_business_account","entry":[{"id":"<WABA>","changes":[{"field":"messages","value":{…}}]}]}`
 */
export interface WebhookBody {
  readonly object: 'whatsapp_business_account';
  readonly entry: readonly WebhookEntry[];
}

export interface WebhookEntry {
  readonly id: string;
  readonly time?: number;
  readonly changes: readonly { readonly field: string; readonly value: unknown }[];
}

/** The `value` of a change whose field is `messages`. */
export interface MessagesValue {
  readonly messaging_product: 'whatsapp';
  readonly metadata: { readonly display_phone_number: string; readonly phone_number_id: string };
  readonly contacts?: readonly WebhookContact[];
  readonly messages?: readonly InboundMessage[];
  readonly statuses?: readonly MessageStatus[];
  readonly errors?: readonly WebhookError[];
}

export interface WebhookContact {
  readonly profile?: { readonly name?: string; readonly username?: string };
  readonly wa_id?: PhoneDigits;
  readonly user_id?: Bsuid;
  readonly parent_user_id?: Bsuid;
  readonly identity_key_hash?: string;
}

export interface WebhookError {
  readonly code: number;
  readonly title?: string;
  readonly message?: string;
  readonly error_data?: { readonly details?: string };
  readonly href?: string;
}

/** `{"id":"wamid.…","status":"delivered","timestamp":"1795341612","recipient_id":"15550142377","biz_opaque_callback_data":"…"}` */
export interface MessageStatus {
  readonly id: Wamid;
  /** `sent`, `delivered`, `read`, `played`, `failed`, or a word that does not exist yet. */
  readonly status: string;
  readonly timestamp?: UnixSecondsText;
  /** Absent when the citizen's phone number is hidden. */
  readonly recipient_id?: string;
  readonly recipient_user_id?: Bsuid;
  readonly recipient_parent_user_id?: Bsuid;
  readonly recipient_type?: string;
  readonly recipient_participant_id?: string;
  readonly recipient_participant_user_id?: Bsuid;
  readonly recipient_identity_key_hash?: string;
  readonly biz_opaque_callback_data?: string;
  readonly conversation?: {
    readonly id: string;
    readonly expiration_timestamp?: string | number;
    readonly origin?: { readonly type: string };
  };
  readonly pricing?: MessagePricing;
  readonly errors?: readonly WebhookError[];
}

export interface MessagePricing {
  readonly billable?: boolean;
  readonly pricing_model?: string;
  readonly type?: string;
  readonly category?: string;
  readonly cost?: { readonly amount: number; readonly currency: string };
}

/** `{"from":"15550142377","from_user_id":"US.304…","id":"wamid.…","timestamp":"1795341600","type":"text","text":{"body":"…"}}` */
export interface InboundMessage {
  readonly id: Wamid;
  /** `text`, `image`, `button`, `interactive`, `system`, `unsupported` …, or a kind that does not exist yet. */
  readonly type?: string;
  readonly timestamp?: UnixSecondsText;
  readonly from?: PhoneDigits;
  readonly from_user_id?: Bsuid;
  readonly from_parent_user_id?: Bsuid;
  readonly from_logical_id?: string;
  readonly group_id?: string;
  readonly origin?: string;
  readonly context?: InboundContext;
  readonly referral?: InboundReferral;
  readonly text?: { readonly body: string };
  readonly button?: { readonly payload: string; readonly text: string };
  readonly interactive?: InboundInteractive;
  readonly image?: InboundMedia;
  readonly video?: InboundMedia;
  readonly audio?: InboundMedia;
  readonly document?: InboundMedia;
  readonly sticker?: InboundMedia;
  readonly location?: {
    readonly latitude: number;
    readonly longitude: number;
    readonly name?: string;
    readonly address?: string;
    readonly url?: string;
  };
  readonly contacts?: readonly InboundContactCard[];
  readonly reaction?: { readonly message_id: Wamid; readonly emoji?: string };
  readonly order?: InboundOrder;
  readonly system?: InboundSystem;
  readonly identity?: {
    readonly acknowledged: boolean;
    readonly created_timestamp: string | number;
    readonly hash: string;
  };
  readonly unsupported?: { readonly type?: string };
  readonly edit?: { readonly original_message_id: Wamid; readonly message?: unknown };
  readonly revoke?: { readonly original_message_id: Wamid };
  /** Made of a call, which is told under a field of its own. */
  readonly call?: { readonly event?: string; readonly direction?: string };
  readonly errors?: readonly WebhookError[];
}

export interface InboundContext {
  readonly from?: string;
  readonly id?: Wamid;
  readonly forwarded?: boolean;
  readonly frequently_forwarded?: boolean;
  readonly referred_product?: { readonly catalog_id: string; readonly product_retailer_id: string };
}

export interface InboundReferral {
  readonly source_url?: string;
  readonly source_id?: string;
  readonly source_type?: string;
  readonly headline?: string;
  readonly body?: string;
  readonly media_type?: string;
  readonly image_url?: string;
  readonly video_url?: string;
  readonly thumbnail_url?: string;
  readonly ctwa_clid?: string;
  readonly welcome_message?: { readonly text: string };
}

export interface InboundInteractive {
  readonly type: string;
  readonly button_reply?: { readonly id: string; readonly title: string };
  readonly list_reply?: { readonly id: string; readonly title: string; readonly description?: string };
  readonly nfm_reply?: { readonly name: string; readonly body: string; readonly response_json: string };
  readonly call_permission_reply?: {
    readonly response: string;
    readonly is_permanent?: boolean;
    readonly expiration_timestamp?: number | string;
    readonly response_source?: string;
  };
}

/** The `url` is valid for 5 minutes and needs the bearer token; the `id` for 7 days. */
export interface InboundMedia {
  readonly id: string;
  readonly mime_type?: string;
  readonly sha256?: string;
  readonly url?: string;
  readonly caption?: string;
  readonly filename?: string;
  readonly voice?: boolean;
  readonly animated?: boolean;
}

export interface InboundContactCard {
  readonly name?: {
    readonly formatted_name?: string;
    readonly first_name?: string;
    readonly last_name?: string;
    readonly middle_name?: string;
    readonly suffix?: string;
    readonly prefix?: string;
  };
  readonly phones?: readonly { readonly phone?: string; readonly type?: string; readonly wa_id?: PhoneDigits }[];
  readonly emails?: readonly { readonly email?: string; readonly type?: string }[];
  readonly addresses?: readonly unknown[];
  readonly org?: { readonly company?: string; readonly department?: string; readonly title?: string };
  readonly urls?: readonly { readonly url?: string; readonly type?: string }[];
  readonly birthday?: string;
  readonly vcard?: string;
}

export interface InboundOrder {
  readonly catalog_id: string;
  readonly text?: string;
  readonly product_items: readonly {
    readonly product_retailer_id: string;
    readonly quantity: number;
    readonly item_price: number;
    readonly currency: string;
  }[];
}

/** A change of number or identity; it comes without `contacts[]`. */
export interface InboundSystem {
  readonly body?: string;
  readonly type?: string;
  readonly wa_id?: PhoneDigits;
  readonly new_wa_id?: PhoneDigits;
  readonly user_id?: Bsuid;
  readonly parent_user_id?: Bsuid;
}

/**
 * One change of a webhook, routed by its own ids: a POST may mix numbers and agencies. What the typed lists leave out
 * (unknown kinds, items without an id) is still in `value`.
 */
export interface WebhookChange {
  readonly wabaId: string | null;
  readonly field: string;
  /** When it happened, by Meta's clock; only changes of accounts, numbers and templates say so. */
  readonly at: Date | null;
  readonly phoneNumberId: string | null;
  readonly statuses: readonly MessageStatus[];
  readonly messages: readonly InboundMessage[];
  readonly contacts: readonly WebhookContact[];
  readonly errors: readonly WebhookError[];
  readonly value: unknown;
}

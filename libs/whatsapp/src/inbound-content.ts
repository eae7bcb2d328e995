/** What a citizen sent, with our names. Every kind of Meta has one of these; what nobody knows yet is `unknown`. */
export type InboundContent =
  | { readonly type: 'text'; readonly text: { readonly body: string } }
  | { readonly type: InboundMediaKind; readonly media: InboundMediaFacts }
  | { readonly type: 'location'; readonly location: InboundLocation }
  | { readonly type: 'contacts'; readonly isOwnNumber: boolean; readonly contacts: readonly InboundCard[] }
  | { readonly type: 'reaction'; readonly emoji: string | null }
  | { readonly type: 'button'; readonly button: { readonly text: string; readonly payload?: string } }
  | { readonly type: 'button_reply' | 'list_reply'; readonly choice: InboundChoice }
  | { readonly type: 'flow_reply'; readonly flow: InboundFlowReply }
  | { readonly type: 'call_permission'; readonly permission: InboundCallPermission }
  | { readonly type: 'order'; readonly order: InboundOrderContent }
  | { readonly type: 'system'; readonly system: InboundSystemNews }
  | { readonly type: 'edit'; readonly edit: { readonly kind?: string; readonly text?: string } }
  | { readonly type: 'revoke' }
  | { readonly type: 'request_welcome' }
  | { readonly type: 'call'; readonly call: InboundCall }
  | { readonly type: 'unsupported'; readonly unsupported: InboundUnsupported }
  | { readonly type: 'unknown'; readonly name: string };

export const INBOUND_MEDIA_KINDS = ['image', 'video', 'audio', 'document', 'sticker'] as const;
export type InboundMediaKind = (typeof INBOUND_MEDIA_KINDS)[number];

/** What WhatsApp says of a file, before anybody has fetched it. The id is valid for seven days. */
export interface InboundMediaFacts {
  readonly providerMediaId: string;
  readonly mimeType?: string;
  /** Base64. */
  readonly sha256?: string;
  readonly caption?: string;
  readonly fileName?: string;
  /** Recorded in the chat, not sent as a file. */
  readonly isVoice?: boolean;
  readonly isAnimated?: boolean;
}

export interface InboundLocation {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
  readonly url?: string;
}

export interface InboundCard {
  readonly name?: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly company?: string;
}

export interface InboundChoice {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

export interface InboundFlowReply {
  /** `flow`, or `address_message`. */
  readonly name: string;
  readonly body?: string;
  /** What was filled in; null when Meta's text of it is no JSON object. */
  readonly values: Readonly<Record<string, unknown>> | null;
}

export interface InboundCallPermission {
  readonly response: string;
  readonly isPermanent: boolean;
  readonly expiresAt?: string;
}

export interface InboundOrderContent {
  readonly catalogId?: string;
  readonly text?: string;
  readonly items: readonly {
    readonly productId: string;
    readonly quantity?: number;
    readonly price?: number;
    readonly currency?: string;
  }[];
}

export interface InboundSystemNews {
  /** `user_changed_number`, `user_changed_user_id`, `customer_identity_changed`, or a word that does not exist yet. */
  readonly change: string;
  readonly body?: string;
}

export interface InboundCall {
  readonly event: string;
  readonly direction?: string;
}

export interface InboundUnsupported {
  /** What it was, when Meta says so: `poll_creation`, `edit`, `ephemeral`. */
  readonly of?: string;
  readonly code?: number;
  readonly reason?: string;
}

/** What stands around a message. */
export interface InboundSurroundings {
  readonly isForwarded?: true;
  /** Passed on more than five times. */
  readonly isForwardedOften?: true;
  readonly product?: { readonly catalogId?: string; readonly productId?: string };
  readonly referral?: InboundAdvert;
  readonly groupId?: string;
}

/** The advertisement or post that the citizen tapped. */
export interface InboundAdvert {
  readonly kind?: string;
  readonly id?: string;
  readonly url?: string;
  readonly headline?: string;
  readonly body?: string;
  readonly clickId?: string;
  readonly welcomeText?: string;
}

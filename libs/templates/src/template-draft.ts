/** The kinds of template. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-categorization */
export const CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const;
export type TemplateCategory = (typeof CATEGORIES)[number];

/** What a header can be. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
export const HEADER_FORMATS = ['text', 'image', 'video', 'document', 'location'] as const;
export type HeaderFormat = (typeof HEADER_FORMATS)[number];

export const BUTTON_TYPES = [
  'quick-reply',
  'url',
  'phone',
  'copy-code',
  'flow',
  'voice-call',
  'request-contact-info',
] as const;
export type ButtonType = (typeof BUTTON_TYPES)[number];

export const CODE_DELIVERIES = ['copy-code', 'one-tap', 'zero-tap'] as const;
export type CodeDelivery = (typeof CODE_DELIVERIES)[number];

export interface DraftHeader {
  readonly format: HeaderFormat;
  readonly text?: string;
  /** Of a sample picture, film or file: Meta's upload handle, for the review only. */
  readonly handle?: string;
}

export interface DraftButton {
  readonly type: ButtonType;
  readonly text?: string;
  /** May end in `{{1}}`; then `example` is a whole address. */
  readonly url?: string;
  readonly example?: string;
  readonly phone?: string;
  readonly flowId?: string;
  readonly flowScreen?: string;
}

/** What a writer says about a variable; Meta gets the example only. */
export interface DraftVariable {
  readonly name: string;
  readonly example: string;
  readonly meaning?: string;
  readonly isPersonal: boolean;
  readonly fallback?: string;
}

export interface DraftCard {
  readonly header: DraftHeader;
  readonly body?: string;
  readonly buttons: readonly DraftButton[];
}

export interface DraftOffer {
  readonly text: string;
  readonly hasExpiration: boolean;
}

/** A one-time code: WhatsApp writes the words itself, in each language. */
export interface DraftCode {
  readonly delivery: CodeDelivery;
  readonly addSecurityRecommendation: boolean;
  readonly expiresInMinutes?: number;
  readonly buttonText?: string;
  readonly autofillText?: string;
  readonly zeroTapTermsAccepted?: boolean;
  readonly apps?: readonly { readonly packageName: string; readonly signatureHash: string }[];
}

/** A template as people write it: one language, one version. */
export interface TemplateDraft {
  readonly category: TemplateCategory;
  readonly header?: DraftHeader;
  readonly body: string;
  readonly footer?: string;
  readonly buttons: readonly DraftButton[];
  readonly variables: readonly DraftVariable[];
  readonly cards?: readonly DraftCard[];
  readonly offer?: DraftOffer;
  readonly code?: DraftCode;
  /** Not delivered by then, Meta drops it; without it, Meta's own time. */
  readonly ttlSeconds?: number;
}

/** How a button is called at Meta. */
export const META_BUTTONS: Readonly<Record<ButtonType, string>> = {
  'quick-reply': 'QUICK_REPLY',
  url: 'URL',
  phone: 'PHONE_NUMBER',
  'copy-code': 'COPY_CODE',
  flow: 'FLOW',
  'voice-call': 'VOICE_CALL',
  'request-contact-info': 'REQUEST_CONTACT_INFO',
};

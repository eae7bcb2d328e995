import type { Uuid } from '#libs/kernel';

/** A file to send: one at an address from which WhatsApp fetches it, or one of the agency's library. */
export interface MediaSource {
  readonly link?: string;
  readonly mediaId?: Uuid;
}

/** The kinds of file that a message carries. */
export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

export interface DocumentSource extends MediaSource {
  readonly filename?: string;
}

/** What stands above the body; exactly one of these. */
export interface Header {
  readonly text?: string;
  readonly image?: MediaSource;
  readonly video?: MediaSource;
  readonly document?: DocumentSource;
}

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
}

export interface PersonName {
  readonly formatted: string;
  readonly first?: string;
  readonly last?: string;
  readonly middle?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface PostalAddress {
  readonly street?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly country?: string;
  readonly countryCode?: string;
  readonly type?: string;
}

export interface Card {
  readonly name: PersonName;
  readonly phones?: readonly { readonly phone: string; readonly type?: string; readonly waId?: string }[];
  readonly emails?: readonly { readonly email: string; readonly type?: string }[];
  readonly addresses?: readonly PostalAddress[];
  readonly work?: { readonly company?: string; readonly department?: string; readonly title?: string };
  readonly urls?: readonly { readonly url: string; readonly type?: string }[];
  /** `YYYY-MM-DD` */
  readonly birthday?: string;
}

export interface Reply {
  readonly id: string;
  readonly title: string;
}

interface Framed {
  readonly header?: Header;
  readonly body: string;
  readonly footer?: string;
}

export interface Buttons extends Framed {
  readonly buttons: readonly Reply[];
}

export interface Section {
  readonly title?: string;
  readonly rows: readonly (Reply & { readonly description?: string })[];
}

export interface List extends Framed {
  /** Its header is text alone. */
  readonly header?: { readonly text?: string };
  readonly button: string;
  readonly sections: readonly Section[];
}

export interface Link {
  readonly title: string;
  readonly url: string;
}

export interface LinkButton extends Framed, Link {}

export interface Flow extends Framed {
  readonly flowId?: string;
  readonly flowName?: string;
  readonly title: string;
  readonly token?: string;
  readonly isDraft?: boolean;
  readonly action?: 'navigate' | 'data_exchange';
  readonly screen?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface AddressRequest extends Framed {
  readonly country: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly savedAddresses?: readonly { readonly id: string; readonly value: Readonly<Record<string, string>> }[];
  readonly errors?: Readonly<Record<string, string>>;
}

export interface CarouselCard {
  readonly header: Pick<Header, 'image' | 'video'>;
  readonly body?: string;
  readonly link?: Link;
  readonly buttons?: readonly Reply[];
}

/** The contents that need the 24-hour window, by kind. The names are the fields of the API. */
export interface FreeFormByKind {
  readonly text: { readonly body: string; readonly previewUrl?: boolean };
  readonly image: MediaSource & { readonly caption?: string };
  readonly video: MediaSource & { readonly caption?: string };
  readonly audio: MediaSource & { readonly voice?: boolean };
  readonly document: DocumentSource & { readonly caption?: string };
  readonly sticker: MediaSource;
  readonly location: Place;
  readonly contacts: readonly Card[];
  /** To the message that the request names. An empty emoji takes the reaction back. */
  readonly reaction: { readonly messageId: Uuid; readonly emoji: string };
  readonly buttons: Buttons;
  readonly list: List;
  readonly linkButton: LinkButton;
  readonly flow: Flow;
  readonly locationRequest: { readonly body: string };
  readonly contactRequest: { readonly body: string };
  readonly addressRequest: AddressRequest;
  readonly carousel: { readonly body: string; readonly cards: readonly CarouselCard[] };
}

export type FreeFormKind = keyof FreeFormByKind;

/** `{ type: 'image', image: … }` and so on: each content is named after its kind. */
export type FreeForm = {
  [K in FreeFormKind]: { readonly type: K } & { readonly [P in K]: FreeFormByKind[K] };
}[FreeFormKind];

const IS_FREE_FORM: Readonly<Record<FreeFormKind, true>> = {
  text: true,
  image: true,
  video: true,
  audio: true,
  document: true,
  sticker: true,
  location: true,
  contacts: true,
  reaction: true,
  buttons: true,
  list: true,
  linkButton: true,
  flow: true,
  locationRequest: true,
  contactRequest: true,
  addressRequest: true,
  carousel: true,
};

export const FREE_FORM_KINDS = Object.keys(IS_FREE_FORM) as readonly FreeFormKind[];

/** The fields of a request of which exactly one holds its content. */
export const CONTENT_KINDS = ['template', ...FREE_FORM_KINDS] as const;

/** The one content that a request holds, or null when it holds a template. */
export function freeFormOf(contents: Partial<FreeFormByKind>): FreeForm | null {
  const type = FREE_FORM_KINDS.find((kind) => contents[kind] !== undefined);
  return type ? ({ type, [type]: contents[type] } as FreeForm) : null;
}

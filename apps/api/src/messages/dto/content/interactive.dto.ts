import { Nested, OptionalField, Text, WebAddress } from '#libs/http';
import { MESSAGE_LIMITS } from '#libs/whatsapp';
import { DocumentSourceDto, MediaSourceDto } from './media.dto.js';

/** What stands above the body: exactly one of these. */
export class HeaderDto {
  /** A line of at most 60 characters. */
  @OptionalField()
  @Text({ max: MESSAGE_LIMITS.header })
  text?: string;

  @OptionalField()
  @Nested(() => MediaSourceDto)
  image?: MediaSourceDto;

  @OptionalField()
  @Nested(() => MediaSourceDto)
  video?: MediaSourceDto;

  @OptionalField()
  @Nested(() => DocumentSourceDto)
  document?: DocumentSourceDto;
}

/** What all of these have: a header, a body of at most 1,024 characters and a footer of at most 60. */
export class FrameDto {
  @OptionalField()
  @Nested(() => HeaderDto)
  header?: HeaderDto;

  /** What the citizen reads; at most 1,024 characters. */
  @Text({ max: MESSAGE_LIMITS.body })
  body: string;

  /** A small line below; at most 60 characters. */
  @OptionalField()
  @Text({ max: MESSAGE_LIMITS.footer })
  footer?: string;
}

export class ReplyDto {
  /** Comes back with the tap and is not shown; at most 256 characters, each once. */
  @Text({ max: MESSAGE_LIMITS.replyId })
  id: string;

  /** At most 20 characters, each once. */
  @Text({ max: MESSAGE_LIMITS.replyTitle })
  title: string;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages */
export class ButtonsContentDto extends FrameDto {
  /** 1 to 3 buttons. */
  @Nested(() => ReplyDto, { listOf: MESSAGE_LIMITS.replyButtons })
  buttons: ReplyDto[];
}

export class ListRowDto {
  /** Comes back with the choice; at most 200 characters, each once in the list. */
  @Text({ max: MESSAGE_LIMITS.rowId })
  id: string;

  /** At most 24 characters. */
  @Text({ max: MESSAGE_LIMITS.rowTitle })
  title: string;

  /** At most 72 characters. */
  @OptionalField()
  @Text({ max: MESSAGE_LIMITS.rowDescription })
  description?: string;
}

export class ListSectionDto {
  /** At most 24 characters; needed where there is more than one section. */
  @OptionalField()
  @Text({ max: MESSAGE_LIMITS.sectionTitle })
  title?: string;

  /** At most 10 rows in all sections together. */
  @Nested(() => ListRowDto, { listOf: MESSAGE_LIMITS.rows })
  rows: ListRowDto[];
}

export class TextHeaderDto {
  /** A line of at most 60 characters. */
  @Text({ max: MESSAGE_LIMITS.header })
  text: string;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages */
export class ListContentDto {
  @OptionalField()
  @Nested(() => TextHeaderDto)
  header?: TextHeaderDto;

  /** What the citizen reads; at most 4,096 characters. */
  @Text({ max: MESSAGE_LIMITS.listBody })
  body: string;

  /** A small line below; at most 60 characters. */
  @OptionalField()
  @Text({ max: MESSAGE_LIMITS.footer })
  footer?: string;

  /** Label of the button that opens the list; at most 20 characters. */
  @Text({ max: MESSAGE_LIMITS.listButton })
  button: string;

  /** 1 to 10 sections. */
  @Nested(() => ListSectionDto, { listOf: MESSAGE_LIMITS.sections })
  sections: ListSectionDto[];
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages */
export class LinkButtonContentDto extends FrameDto {
  /** Label of the button; at most 20 characters. */
  @Text({ max: MESSAGE_LIMITS.linkTitle })
  title: string;

  /** What the button opens, `https://…`. */
  @WebAddress({ max: MESSAGE_LIMITS.url })
  url: string;
}

/** A question that WhatsApp itself helps to answer: where the citizen is, or their phone number. */
export class RequestContentDto {
  /** At most 1,024 characters. */
  @Text({ max: MESSAGE_LIMITS.body })
  body: string;
}

export class LinkDto {
  /** At most 20 characters. */
  @Text({ max: MESSAGE_LIMITS.linkTitle })
  title: string;

  /** What the button opens, `https://…`. */
  @WebAddress({ max: MESSAGE_LIMITS.url })
  url: string;
}

export class CarouselHeaderDto {
  @OptionalField()
  @Nested(() => MediaSourceDto)
  image?: MediaSourceDto;

  @OptionalField()
  @Nested(() => MediaSourceDto)
  video?: MediaSourceDto;
}

/** One card; all cards of a carousel have the same kind of header and the same kind of button. */
export class CarouselCardDto {
  /** A picture or a film. */
  @Nested(() => CarouselHeaderDto)
  header: CarouselHeaderDto;

  /** At most 160 characters on at most three lines. */
  @OptionalField()
  @Text({ max: MESSAGE_LIMITS.cardBody })
  body?: string;

  /** Either a button that opens an address… */
  @OptionalField()
  @Nested(() => LinkDto)
  link?: LinkDto;

  /** …or buttons that answer. */
  @OptionalField()
  @Nested(() => ReplyDto, { listOf: MESSAGE_LIMITS.replyButtons })
  buttons?: ReplyDto[];
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages */
export class CarouselContentDto {
  /** Text above the cards; at most 1,024 characters. */
  @Text({ max: MESSAGE_LIMITS.body })
  body: string;

  /** 2 to 10 cards, shown in this order. */
  @Nested(() => CarouselCardDto, { listOf: MESSAGE_LIMITS.cards, atLeast: MESSAGE_LIMITS.fewestCards })
  cards: CarouselCardDto[];
}

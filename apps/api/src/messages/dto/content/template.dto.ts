import { IsoTime, JsonObject, LanguageCode, Nested, OptionalField, Text, TextMap, WholeNumber } from '#libs/http';
import { MESSAGE_LIMITS } from '#libs/whatsapp';
import { CarouselHeaderDto } from './interactive.dto.js';
import { LocationContentDto } from './location.dto.js';
import { DocumentSourceDto, MediaSourceDto } from './media.dto.js';

/** How long the payload of a quick reply may be is not documented for sure: `WHATSAPP_PAYLOAD_MAX` decides. */
const LONGEST_PAYLOAD = 1000;
const MAX_VARIABLES = 100;

/** What fills a header that is no text: the one that the template has. */
export class TemplateHeaderDto {
  @OptionalField()
  @Nested(() => MediaSourceDto)
  image?: MediaSourceDto;

  @OptionalField()
  @Nested(() => MediaSourceDto)
  video?: MediaSourceDto;

  @OptionalField()
  @Nested(() => DocumentSourceDto)
  document?: DocumentSourceDto;

  @OptionalField()
  @Nested(() => LocationContentDto)
  location?: LocationContentDto;
}

export class TemplateButtonDto {
  /** Place of the button in the template, from 0. */
  @WholeNumber({ min: 0, max: MESSAGE_LIMITS.templateButtons - 1 })
  index: number;

  /** Of a quick reply: what comes back with the tap; left out, its label. */
  @OptionalField()
  @Text({ max: LONGEST_PAYLOAD })
  payload?: string;

  /** Of a button that opens a flow: comes back with the answer. */
  @OptionalField()
  @Text({ max: 200 })
  flowToken?: string;

  /** Of a button that opens a flow: what its first screen is filled with. */
  @OptionalField()
  @JsonObject({ description: 'Of a button that opens a flow: what its first screen is filled with' })
  flowData?: Record<string, unknown>;
}

/** One card of a template with a carousel. */
export class TemplateCardDto {
  /** The card's own variables; that of its link at place 1 is `button.1`. */
  @OptionalField()
  @TextMap({ maxKeys: MAX_VARIABLES, maxValueLength: 1024 })
  variables?: Record<string, string>;

  /** A picture or a film. */
  @OptionalField()
  @Nested(() => CarouselHeaderDto)
  header?: CarouselHeaderDto;

  @OptionalField()
  @Nested(() => TemplateButtonDto, { listOf: 2 })
  buttons?: TemplateButtonDto[];
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/template-messages */
export class TemplateContentDto {
  /** Name of an approved template; `GET /v1/templates` lists them. */
  @Text({ max: MESSAGE_LIMITS.templateName, pattern: /^[a-z0-9_]+$/ })
  name: string;

  /** Such as `en` or `en_GB`; left out, the language of the message or of the contact is taken. */
  @OptionalField()
  @LanguageCode()
  language?: string;

  /**
   * One text per variable: by its name, or "1", "2", … for numbered ones. `header.1` is that of a header, `button.0` the
   * end of the address, or the code to copy, of the button at that place. A one-time code is named once.
   */
  @OptionalField()
  @TextMap({ maxKeys: MAX_VARIABLES, maxValueLength: 1024 })
  variables?: Record<string, string>;

  /** The picture, film, file or place of the header. */
  @OptionalField()
  @Nested(() => TemplateHeaderDto)
  header?: TemplateHeaderDto;

  /** What a tap on a quick reply says, and the token of a flow. */
  @OptionalField()
  @Nested(() => TemplateButtonDto, { listOf: MESSAGE_LIMITS.templateButtons })
  buttons?: TemplateButtonDto[];

  /** Each card of a carousel, in order. */
  @OptionalField()
  @Nested(() => TemplateCardDto, { listOf: MESSAGE_LIMITS.cards })
  cards?: TemplateCardDto[];

  /** When the limited-time offer ends. */
  @OptionalField()
  @IsoTime()
  offerExpiresAt?: Date;
}

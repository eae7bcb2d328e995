import { Nested, OptionalField, Text } from '#libs/http';

/** Meta documents no lengths for the fields of a card, nor how many of each; these keep a card a card. */
const MAX_FIELD = 256;
const MAX_OF_EACH = 20;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
export class CardNameDto {
  /** The whole name as it is shown. */
  @Text({ max: MAX_FIELD })
  formatted: string;

  /** At least one of the parts below must be there. */
  @OptionalField()
  @Text({ max: MAX_FIELD })
  first?: string;

  @OptionalField()
  @Text({ max: MAX_FIELD })
  last?: string;

  @OptionalField()
  @Text({ max: MAX_FIELD })
  middle?: string;

  @OptionalField()
  @Text({ max: MAX_FIELD })
  prefix?: string;

  @OptionalField()
  @Text({ max: MAX_FIELD })
  suffix?: string;
}

export class CardPhoneDto {
  /** As it is shown. */
  @Text({ max: 40, pattern: /^\+?[0-9 ()./-]+$/ })
  phone: string;

  /** Such as `WORK` or `HOME`. */
  @OptionalField()
  @Text({ max: 40 })
  type?: string;

  /** Digits of the same number at WhatsApp; with it the card offers to write to the number. */
  @OptionalField()
  @Text({ max: 15, pattern: /^[0-9]+$/ })
  waId?: string;
}

export class CardEmailDto {
  @Text({ max: 254, pattern: /^[^\s@]+@[^\s@]+$/ })
  email: string;

  /** Such as `WORK` or `HOME`. */
  @OptionalField()
  @Text({ max: 40 })
  type?: string;
}

export class CardAddressDto {
  @OptionalField()
  @Text({ max: MAX_FIELD })
  street?: string;

  @OptionalField()
  @Text({ max: MAX_FIELD })
  city?: string;

  @OptionalField()
  @Text({ max: MAX_FIELD })
  state?: string;

  @OptionalField()
  @Text({ max: MAX_FIELD })
  zip?: string;

  @OptionalField()
  @Text({ max: MAX_FIELD })
  country?: string;

  /** Two letters, such as `GB`. */
  @OptionalField()
  @Text({ max: 2, pattern: /^[A-Za-z]{2}$/ })
  countryCode?: string;

  /** Such as `WORK` or `HOME`. */
  @OptionalField()
  @Text({ max: 40 })
  type?: string;
}

export class CardWorkDto {
  @OptionalField()
  @Text({ max: MAX_FIELD })
  company?: string;

  @OptionalField()
  @Text({ max: MAX_FIELD })
  department?: string;

  @OptionalField()
  @Text({ max: MAX_FIELD })
  title?: string;
}

export class CardUrlDto {
  @Text({ max: 2000 })
  url: string;

  /** Such as `WORK` or `HOME`. */
  @OptionalField()
  @Text({ max: 40 })
  type?: string;
}

/** One card of somebody to get in touch with. */
export class ContactCardDto {
  @Nested(() => CardNameDto)
  name: CardNameDto;

  @OptionalField()
  @Nested(() => CardPhoneDto, { listOf: MAX_OF_EACH })
  phones?: CardPhoneDto[];

  @OptionalField()
  @Nested(() => CardEmailDto, { listOf: MAX_OF_EACH })
  emails?: CardEmailDto[];

  @OptionalField()
  @Nested(() => CardAddressDto, { listOf: MAX_OF_EACH })
  addresses?: CardAddressDto[];

  @OptionalField()
  @Nested(() => CardWorkDto)
  work?: CardWorkDto;

  @OptionalField()
  @Nested(() => CardUrlDto, { listOf: MAX_OF_EACH })
  urls?: CardUrlDto[];

  /** `YYYY-MM-DD` */
  @OptionalField()
  @Text({ max: 10, pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/ })
  birthday?: string;
}

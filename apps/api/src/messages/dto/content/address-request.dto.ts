import { Nested, OneOf, OptionalField, Text, TextMap } from '#libs/http';
import { FrameDto } from './interactive.dto.js';

/** Where WhatsApp asks for addresses. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages */
const COUNTRIES = ['IN'] as const;
const MAX_ENTRIES = 20;
const MAX_VALUE = 256;

export class SavedAddressDto {
  /** Comes back when the citizen chooses it. */
  @Text({ max: 256 })
  id: string;

  /** Its parts, such as `name`, `address`, `in_pin_code`. */
  @TextMap({ maxKeys: MAX_ENTRIES, maxValueLength: MAX_VALUE })
  value: Record<string, string>;
}

/** A form for an address, in India only. */
export class AddressRequestContentDto extends FrameDto {
  /** `IN` */
  @OneOf(COUNTRIES)
  country: (typeof COUNTRIES)[number];

  /** What the form is filled with, such as `name`, `phone_number`, `in_pin_code`. */
  @OptionalField()
  @TextMap({ maxKeys: MAX_ENTRIES, maxValueLength: MAX_VALUE })
  values?: Record<string, string>;

  /** Addresses to choose from. */
  @OptionalField()
  @Nested(() => SavedAddressDto, { listOf: MAX_ENTRIES })
  savedAddresses?: SavedAddressDto[];

  /** What was wrong with the last answer, by the name of its part. */
  @OptionalField()
  @TextMap({ maxKeys: MAX_ENTRIES, maxValueLength: MAX_VALUE })
  errors?: Record<string, string>;
}

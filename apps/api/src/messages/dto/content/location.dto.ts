import { Decimal, OptionalField, Text } from '#libs/http';

/** Meta documents no limit; the map shows no more than a line or two. */
const MAX_LINE = 1000;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-messages */
export class LocationContentDto {
  /** Degrees, -90 to 90. */
  @Decimal({ min: -90, max: 90 })
  latitude: number;

  /** Degrees, -180 to 180. */
  @Decimal({ min: -180, max: 180 })
  longitude: number;

  /** What is there. */
  @OptionalField()
  @Text({ max: MAX_LINE })
  name?: string;

  /** Where it is; WhatsApp shows it only below a name. */
  @OptionalField()
  @Text({ max: MAX_LINE })
  address?: string;
}

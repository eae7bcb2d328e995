import { Nested, OneOf, OptionalField, Text } from '#libs/http';

const META_ID = /^\d{1,32}$/;
const DIGITS = /^\d+$/;

export class PortfolioOfNumberDto {
  @Text({ max: 32, pattern: META_ID, description: "Meta's id of the business portfolio", example: '902114387751200' })
  metaId: string;

  @Text({ max: 200, example: 'City government' })
  name: string;
}

/** Either `phoneNumberId` of a number that the account has, or the three fields of one that it is to get. */
export class LinkNumberDto {
  @Nested(() => PortfolioOfNumberDto)
  portfolio: PortfolioOfNumberDto;

  @Text({ max: 32, pattern: META_ID, description: "Meta's id of the WhatsApp Business account" })
  wabaId: string;

  @Text({ max: 32, pattern: META_ID, description: "Meta's id of the number" })
  @OptionalField()
  phoneNumberId?: string;

  @Text({ max: 4, pattern: DIGITS, description: 'Country calling code', example: '44' })
  @OptionalField()
  countryCode?: string;

  @Text({ min: 4, max: 14, pattern: DIGITS, description: 'The number without it, digits only', example: '7700900123' })
  @OptionalField()
  nationalNumber?: string;

  @Text({ min: 3, max: 200, description: 'Display name, which WhatsApp reviews', example: 'City Health Department' })
  @OptionalField()
  verifiedName?: string;

  @Text({ max: 1000, pattern: /^\S+$/, description: 'Stored sealed, never shown again' })
  accessToken: string;

  @OneOf(['live', 'sandbox'], { description: 'live when left out' })
  @OptionalField()
  mode?: 'live' | 'sandbox';
}

/** What the sign-up window of Meta hands to the page. */
export class EmbeddedSignupDto {
  @Text({ max: 2000, pattern: /^\S+$/, description: 'Lives 30 seconds and works once' })
  code: string;

  @Text({ max: 32, pattern: META_ID })
  wabaId: string;

  @Text({ max: 32, pattern: META_ID })
  phoneNumberId: string;

  @Text({ max: 32, pattern: META_ID, description: "Meta's id of the business portfolio" })
  businessId: string;
}

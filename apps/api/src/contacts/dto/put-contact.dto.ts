import { CONSENT_METHODS, type ConsentMethod } from '#libs/consent';
import { IsoTime, LanguageCode, Nested, OneOf, OptionalField, PhoneNumber, Text } from '#libs/http';
import { Evidence } from '../../consents/dto/evidence.decorator.js';

/** `CC.` and up to 128 letters and digits, or `CC.ENT.` and the same for a parent id. */
const USER_ID = /^[A-Z]{2}\.[0-9A-Za-z.]+$/;

/** How and when the person agreed to be messaged on WhatsApp. */
export class OptInDto {
  @OneOf(CONSENT_METHODS)
  method: ConsentMethod;

  @IsoTime({ description: 'When the person agreed' })
  at: Date;

  @Evidence()
  @OptionalField()
  evidence?: string;
}

/** A person as the agency knows them, by phone, by user id or by both. */
export class PutContactDto {
  @PhoneNumber()
  @OptionalField()
  phone?: string;

  @Text({ max: 140, pattern: USER_ID, description: "WhatsApp's user id, for a person whose phone is hidden" })
  @OptionalField()
  userId?: string;

  @LanguageCode()
  @OptionalField()
  language?: string;

  @Text({ max: 200 })
  @OptionalField()
  name?: string;

  @Nested(() => OptInDto)
  @OptionalField()
  optIn?: OptInDto;
}

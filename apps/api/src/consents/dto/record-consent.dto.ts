import { CONSENT_METHODS, type ConsentMethod, RECORDED_EVENTS, type RecordedEvent } from '#libs/consent';
import { Id, IsoTime, OneOf, OptionalField, PhoneNumber, Text } from '#libs/http';
import type { Uuid } from '#libs/kernel';
import { Evidence } from './evidence.decorator.js';

/** A choice of one person about one purpose. Exactly one of `to` and `contactId` names the person. */
export class RecordConsentDto {
  @PhoneNumber({ description: 'Phone number of the person, in E.164 form' })
  @OptionalField()
  to?: string;

  @Id('contact', { description: 'A contact of the agency, instead of `to`' })
  @OptionalField()
  contactId?: Uuid;

  @Text({ max: 63, description: 'Code of the purpose', example: 'clinic-reminders' })
  purpose: string;

  @OneOf(RECORDED_EVENTS)
  event: RecordedEvent;

  @OneOf(CONSENT_METHODS, { description: 'How the person said it (`api`)' })
  @OptionalField()
  method?: ConsentMethod;

  @IsoTime({ description: 'When the person said it (now)' })
  @OptionalField()
  at?: Date;

  @Evidence()
  @OptionalField()
  evidence?: string;
}

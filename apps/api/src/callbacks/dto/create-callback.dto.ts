import { CALLBACK_TYPES, SIGNATURE_SCHEMES, type SignatureScheme } from '#libs/callbacks';
import { MAX_URL_LENGTH } from '#libs/egress';
import { Id, OneOf, OptionalField, Text, TextList } from '#libs/http';
import type { Uuid } from '#libs/kernel';

const URL_TEXT = { max: MAX_URL_LENGTH, example: 'https://appointments.health.example/belfry' };
const EVENTS_TEXT = {
  max: CALLBACK_TYPES.length,
  each: { max: 40 },
  description: `At least one of ${CALLBACK_TYPES.join(', ')}`,
  example: ['message.delivered', 'message.failed', 'message.received'],
};

export class CreateCallbackDto {
  @Text({ ...URL_TEXT, description: 'https at port 443 and a public address; redirects are not followed' })
  url: string;

  @Id('department', {
    description: 'Hears of the messages of this department and of those that belong to none. Without: of all',
  })
  @OptionalField()
  departmentId?: Uuid;

  @Text({ min: 0, max: 500, example: 'Appointment system' })
  @OptionalField()
  description?: string;

  @TextList(EVENTS_TEXT)
  events: string[];

  @OneOf(SIGNATURE_SCHEMES, { description: '`v1a` (Ed25519) unless the receiver can only do HMAC, `v1`' })
  @OptionalField()
  signature?: SignatureScheme;
}

/** What is left out stays as it is. */
export class ChangeCallbackDto {
  @Text(URL_TEXT)
  @OptionalField()
  url?: string;

  @Text({ min: 0, max: 500 })
  @OptionalField()
  description?: string;

  @TextList(EVENTS_TEXT)
  @OptionalField()
  events?: string[];
}

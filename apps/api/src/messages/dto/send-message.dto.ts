import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import {
  Flag,
  Id,
  LanguageCode,
  Moment,
  Nested,
  OneOf,
  OptionalField,
  PhoneNumber,
  ReadByPlan,
  Text,
  TextMap,
  WholeNumber,
} from '#libs/http';
import type { Uuid } from '#libs/kernel';
import { REQUESTABLE_LANES } from '#libs/sending';
import { MESSAGE_LIMITS } from '#libs/whatsapp';
import { ContentsDto } from './content/contents.dto.js';
import { TemplateContentDto } from './content/template.dto.js';

const MAX_TTL_SECONDS = 30 * 86_400;
const LANES = [...REQUESTABLE_LANES, 'alert'] as const;

export class TextContentDto {
  /** What the citizen reads; 1 to 4,096 characters. */
  @Text({ max: MESSAGE_LIMITS.text })
  body: string;

  /** Shows a preview of the first link. */
  @OptionalField()
  @Flag()
  previewUrl?: boolean;
}

export class OverrideQuietHoursDto {
  /** Why people are woken, for the audit log; 3 to 500 characters. */
  @Text({ min: 3, max: 500 })
  reason: string;
}

/** One message to one citizen. Name exactly one recipient and exactly one content. */
@ApiExtraModels(TextContentDto)
@ReadByPlan()
export class SendMessageDto extends ContentsDto {
  /** Phone number of the citizen in E.164 form. */
  @OptionalField()
  @PhoneNumber()
  to?: string;

  /** A contact of the agency, instead of `to`. */
  @OptionalField()
  @Id('contact')
  contactId?: Uuid;

  /** WhatsApp's user id of a citizen whose phone is hidden, instead of `to`. */
  @OptionalField()
  @Text({ max: 140, pattern: /^[A-Z]{2}\.[0-9A-Za-z.]+$/ })
  userId?: string;

  /** Code of the purpose that gives the right to send; `GET /v1/purposes` lists them. */
  @Text({ max: 63 })
  purpose: string;

  /** A template: the only content outside the 24 hours after the citizen last wrote. */
  @OptionalField()
  @Nested(() => TemplateContentDto)
  template?: TemplateContentDto;

  /** Free text, inside the 24 hours after the citizen last wrote. A plain string is taken as its body. */
  @OptionalField()
  @Nested(() => TextContentDto, {
    textAs: 'body',
    oneOf: [{ $ref: getSchemaPath(TextContentDto) }, { type: 'string', minLength: 1, maxLength: MESSAGE_LIMITS.text }],
  })
  text?: TextContentDto;

  /** A message that the citizen wrote (`msg_…`): this one is shown as the answer to it, and leaves from its number. */
  @OptionalField()
  @Id('message')
  replyTo?: Uuid;

  /** Your own name for the message, at most 200 characters; comes back in every answer about it. */
  @OptionalField()
  @Text({ max: 200 })
  reference?: string;

  /** Up to 20 names with texts of at most 500 characters, kept with the message. */
  @OptionalField()
  @TextMap({ maxKeys: 20, maxValueLength: 500 })
  metadata?: Record<string, string>;

  /** Phone number (`num_…`) to send from; left out, the agency's first. */
  @OptionalField()
  @Id('phoneNumber')
  from?: Uuid;

  /**
   * Not before this time; at most 90 days ahead. A time with its offset, or what the clocks of a place will show:
   * `{ "local": "2026-03-29T09:30", "timeZone": "Europe/Berlin" }`. A local time that clocks skip in spring is the moment
   * of the change; of one that they show twice in autumn it is the first.
   */
  @OptionalField()
  @Moment()
  sendAt?: Date;

  /** Not after this time, written like `sendAt`; left out, `ttlSeconds` or the purpose decides, else three days. */
  @OptionalField()
  @Moment()
  expiresAt?: Date;

  /** Seconds for which it is worth sending, from the moment at which it may leave; instead of `expiresAt`. */
  @OptionalField()
  @WholeNumber({ min: 1, max: MAX_TTL_SECONDS })
  ttlSeconds?: number;

  /** Sends it also in the quiet hours of the agency. Needs the permission `messages:override-quiet-hours`. */
  @OptionalField()
  @Nested(() => OverrideQuietHoursDto)
  overrideQuietHours?: OverrideQuietHoursDto;

  /** Urgency; left out, the purpose decides. `alert` is reached only through alerts. */
  @OptionalField()
  @OneOf(LANES)
  lane?: (typeof LANES)[number];

  /** Language of the citizen, when they are not known yet. */
  @OptionalField()
  @LanguageCode()
  language?: string;
}

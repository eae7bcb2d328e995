import { Flag, Nested, OneOf, OptionalField, Text, WholeNumber } from '#libs/http';
import {
  BUTTON_TYPES,
  type ButtonType,
  CATEGORIES,
  CODE_DELIVERIES,
  type CodeDelivery,
  HEADER_FORMATS,
  type HeaderFormat,
  type TemplateCategory,
  type TemplateDraft,
} from '#libs/templates';

/** Longer than Meta's limits, so that lint can tell by how much a text is too long. */
const MAX_BODY = 4096;
const MAX_PART = 500;
const MAX_URL = 4000;
const PLACEHOLDER_NAME = /^(?:header\.)?[A-Za-z0-9_]{1,64}$/;

export class WrittenHeaderDto {
  @OneOf(HEADER_FORMATS, { description: 'What stands above the text', example: 'text' })
  format: HeaderFormat;

  @Text({ min: 0, max: MAX_PART, description: 'At most 60 characters and one variable', example: 'Clinic visit' })
  @OptionalField()
  text?: string;

  @Text({ max: 2000, description: 'Of a sample file: the handle that Meta gave for its upload; reviewers see it' })
  @OptionalField()
  handle?: string;
}

export class WrittenButtonDto {
  @OneOf(BUTTON_TYPES, {
    description: 'Up to 10 in all: 2 url, 1 each of phone, copy-code, flow, voice-call, request-contact-info',
  })
  type: ButtonType;

  @Text({ min: 0, max: MAX_PART, description: 'At most 25 characters; WhatsApp writes those of codes itself' })
  @OptionalField()
  text?: string;

  @Text({ min: 0, max: MAX_URL, description: 'May end in `{{1}}`', example: 'https://health.example/visits/{{1}}' })
  @OptionalField()
  url?: string;

  @Text({
    min: 0,
    max: MAX_URL,
    description: 'A whole address for a url with `{{1}}`; a code of at most 15 for copy-code',
  })
  @OptionalField()
  example?: string;

  @Text({ min: 0, max: 60, description: 'With + and at most 20 characters', example: '+441632960001' })
  @OptionalField()
  phone?: string;

  @Text({ min: 0, max: 64, description: "Meta's id of the flow" })
  @OptionalField()
  flowId?: string;

  @Text({ min: 0, max: 200, description: 'The screen of the flow that opens first' })
  @OptionalField()
  flowScreen?: string;
}

export class WrittenVariableDto {
  @Text({ max: 71, pattern: PLACEHOLDER_NAME, description: 'As between the braces', example: 'first_name' })
  name: string;

  @Text({ min: 0, max: 1024, description: 'Invented; reviewers at WhatsApp see it', example: 'Fatima' })
  example: string;

  @Flag({ description: 'Whether its values are personal data' })
  isPersonal: boolean;

  @Text({ min: 0, max: MAX_PART, description: 'What goes there, for colleagues', example: 'The given name' })
  @OptionalField()
  meaning?: string;

  @Text({ min: 0, max: 1024, description: 'Suggested where a value is missing', example: 'resident' })
  @OptionalField()
  fallback?: string;
}

export class WrittenCardDto {
  @Nested(() => WrittenHeaderDto, { description: 'image or video' })
  header: WrittenHeaderDto;

  @Text({ min: 0, max: MAX_BODY, description: 'At most 160 characters' })
  @OptionalField()
  body?: string;

  @Nested(() => WrittenButtonDto, { listOf: 10, description: '1 or 2' })
  @OptionalField()
  buttons?: WrittenButtonDto[];
}

export class WrittenOfferDto {
  @Text({ min: 0, max: MAX_PART, description: 'At most 16 characters', example: 'Until Friday' })
  text: string;

  @Flag({ description: 'Whether WhatsApp shows how much time is left' })
  hasExpiration: boolean;
}

export class WrittenCodeAppDto {
  @Text({ min: 0, max: 250, example: 'gov.example.app' })
  packageName: string;

  @Text({ min: 0, max: 50, description: '11 characters', example: 'K8a/AINcGX7' })
  signatureHash: string;
}

export class WrittenCodeDto {
  @OneOf(CODE_DELIVERIES, { description: 'How the code gets into the form' })
  delivery: CodeDelivery;

  @Flag({ description: 'Adds: for your security, do not share this code' })
  addSecurityRecommendation: boolean;

  @WholeNumber({ min: 0, max: 100_000, description: 'Adds when it expires: 1 to 90 minutes', example: 10 })
  @OptionalField()
  expiresInMinutes?: number;

  @Text({ min: 0, max: MAX_PART, example: 'Copy code' })
  @OptionalField()
  buttonText?: string;

  @Text({ min: 0, max: MAX_PART, example: 'Fill in' })
  @OptionalField()
  autofillText?: string;

  @Flag({
    description:
      'Needed for zero-tap: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/zero-tap-authentication-templates',
  })
  @OptionalField()
  zeroTapTermsAccepted?: boolean;

  @Nested(() => WrittenCodeAppDto, { listOf: 20, description: '1 to 5, for one-tap and zero-tap' })
  @OptionalField()
  apps?: WrittenCodeAppDto[];
}

/**
 * The words of a template, as people write them. Lengths beyond Meta's are taken and reported by lint.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */
export class WrittenTemplateDto {
  @OneOf(CATEGORIES, { description: 'Meta may make a utility template marketing', example: 'UTILITY' })
  category: TemplateCategory;

  @Nested(() => WrittenHeaderDto)
  @OptionalField()
  header?: WrittenHeaderDto;

  @Text({
    min: 0,
    max: MAX_BODY,
    description: 'At most 1024 characters; empty for one-time codes',
    example: 'Hello {{first_name}}, we expect you on {{day}} at the clinic.',
  })
  body: string;

  @Text({ min: 0, max: MAX_PART, description: 'At most 60 characters, no variables', example: 'City Health' })
  @OptionalField()
  footer?: string;

  @Nested(() => WrittenButtonDto, { listOf: 20 })
  @OptionalField()
  buttons?: WrittenButtonDto[];

  @Nested(() => WrittenVariableDto, { listOf: 100, description: 'One for each variable of header, text and cards' })
  @OptionalField()
  variables?: WrittenVariableDto[];

  @Nested(() => WrittenCardDto, { listOf: 20, description: '2 to 10, made alike' })
  @OptionalField()
  cards?: WrittenCardDto[];

  @Nested(() => WrittenOfferDto, { description: 'Marketing only' })
  @OptionalField()
  offer?: WrittenOfferDto;

  @Nested(() => WrittenCodeDto, { description: 'For AUTHENTICATION, in place of all words' })
  @OptionalField()
  code?: WrittenCodeDto;

  @WholeNumber({
    min: -1,
    max: 10_000_000,
    description: 'Not delivered within so many seconds, Meta drops the message; -1 is thirty days',
  })
  @OptionalField()
  ttlSeconds?: number;
}

export function toDraft({ buttons = [], variables = [], cards, ...content }: WrittenTemplateDto): TemplateDraft {
  return {
    ...content,
    buttons,
    variables,
    ...(cards && { cards: cards.map((card) => ({ ...card, buttons: card.buttons ?? [] })) }),
  };
}

/** What is read can be written back as it is: lists without entries are left out. */
export function toContentDto({ buttons, variables, cards, ...draft }: TemplateDraft): WrittenTemplateDto {
  return {
    ...draft,
    ...listed('buttons', buttons),
    ...listed('variables', variables),
    ...(cards && { cards: cards.map(({ buttons: ofCard, ...card }) => ({ ...card, ...listed('buttons', ofCard) })) }),
  } as WrittenTemplateDto;
}

function listed<T>(name: string, list: readonly T[]): Readonly<Record<string, readonly T[]>> {
  return list.length > 0 ? { [name]: list } : {};
}

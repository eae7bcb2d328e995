import { LanguageCode, OneOf, OptionalField, Text } from '#libs/http';

export class RequestCodeDto {
  @OneOf(['sms', 'voice'], { description: 'A text message, or a call that reads the code out' })
  method: 'sms' | 'voice';

  @LanguageCode({ description: 'Language of the text or call', example: 'en_US' })
  language: string;
}

/** Meta shows the code with a hyphen: `123-456`. */
const CODE = /^\d{3}[- ]?\d{3}$/;

export class VerifyCodeDto {
  @Text({ max: 7, pattern: CODE, description: 'The six digits that came to the number', example: '123-456' })
  code: string;
}

export class RegisterDto {
  @Text({
    max: 6,
    pattern: /^\d{6}$/,
    description: 'Two-step PIN: one of your choice, or the one that the number has. Left out: the one kept here.',
    example: '482913',
  })
  @OptionalField()
  pin?: string;
}

export class ChangePinDto {
  @Text({ max: 6, pattern: /^\d{6}$/, description: 'Six digits; the old PIN is not asked for', example: '739104' })
  pin: string;
}

export class DisplayNameDto {
  @Text({ min: 3, max: 200, description: 'WhatsApp reviews it', example: 'City Health Department' })
  name: string;
}

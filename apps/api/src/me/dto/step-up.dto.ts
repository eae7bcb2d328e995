import { JsonObject, Nested, OptionalField, Text } from '#libs/http';

export class StepUpPasskeyDto {
  @Text({ max: 100, pattern: /^[\w-]+$/, description: 'From `POST /v1/me/step-up/options`' })
  challengeId: string;

  @JsonObject({ description: 'What the browser answered, as JSON of WebAuthn' })
  response: object;
}

/** One of the three. */
export class StepUpDto {
  @Text({ max: 200, description: 'The password' })
  @OptionalField()
  password?: string;

  @Text({ max: 20, description: 'The six digits of the authenticator app', example: '492039' })
  @OptionalField()
  code?: string;

  @Nested(() => StepUpPasskeyDto, { description: 'The answer of a passkey' })
  @OptionalField()
  passkey?: StepUpPasskeyDto;
}

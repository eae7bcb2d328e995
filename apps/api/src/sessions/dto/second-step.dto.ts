import { ApiProperty } from '@nestjs/swagger';
import { type SecondStepDue, STEP_METHODS } from '#libs/access';
import { JsonObject, OptionalField, Text } from '#libs/http';

const CHALLENGE = { max: 100, pattern: /^[\w-]+$/, description: 'What the step before answered' };
const PASSKEY = {
  description: 'What the browser answered (`PublicKeyCredential.toJSON()`), see https://www.w3.org/TR/webauthn-3/',
};

/** The password was right; a second step is still due. */
export class SecondStepDueDto {
  @ApiProperty({ type: String, description: 'Names this sign-in in the next request' })
  challengeId: string;

  @ApiProperty({
    type: String,
    enum: STEP_METHODS,
    isArray: true,
    description: 'Any one of these finishes the sign-in',
  })
  methods: string[];

  @ApiProperty({ type: String, format: 'date-time', description: 'After this the sign-in begins again' })
  expiresAt: string;
}

export class FinishSignInDto {
  @Text(CHALLENGE)
  challengeId: string;

  @Text({ max: 20, description: 'The six digits of the authenticator app', example: '492039' })
  @OptionalField()
  code?: string;

  @Text({ max: 40, description: 'One of the recovery codes; each works once', example: 'k7m2p-9xw4d' })
  @OptionalField()
  recoveryCode?: string;

  @JsonObject(PASSKEY)
  @OptionalField()
  passkey?: object;
}

export class SecondStepPasskeyDto {
  @Text(CHALLENGE)
  challengeId: string;
}

export class PasskeySignInDto {
  @Text(CHALLENGE)
  challengeId: string;

  @JsonObject(PASSKEY)
  response: object;
}

export class PasskeyOptionsDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'For `navigator.credentials.get`: `PublicKeyCredentialRequestOptionsJSON`',
  })
  options: object;
}

export class PasskeyChallengeDto {
  @ApiProperty({ type: String, description: 'Names this challenge in the next request' })
  challengeId: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: "For the browser's `navigator.credentials`, as JSON of WebAuthn",
  })
  options: object;
}

export function toSecondStepDueDto({ challengeId, methods, expiresAt }: SecondStepDue): SecondStepDueDto {
  return { challengeId, methods: [...methods], expiresAt: expiresAt.toISOString() };
}

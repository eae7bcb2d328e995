import { ApiProperty } from '@nestjs/swagger';
import type { Passkey } from '#libs/access';
import { JsonObject, Text } from '#libs/http';
import { toWireId } from '#libs/kernel';

export class TotpSecretDto {
  @ApiProperty({ type: String, example: 'JBSWY3DPEHPK3PXP', description: 'For people who type it' })
  secret: string;

  @ApiProperty({ type: String, example: 'otpauth://totp/…', description: 'For the QR code' })
  uri: string;
}

export class ConfirmTotpDto {
  @Text({ max: 20, description: 'The six digits that the app shows now', example: '492039' })
  code: string;
}

export class RecoveryCodesDto {
  @ApiProperty({
    type: String,
    isArray: true,
    example: ['k7m2p-9xw4d'],
    description: 'Ten codes, each good once. Shown now and never again',
  })
  recoveryCodes: string[];
}

export class NewPasskeyDto {
  @Text({ max: 100, pattern: /^[\w-]+$/, description: 'From `POST /v1/me/passkeys/options`' })
  challengeId: string;

  @Text({ max: 100, example: 'Office laptop', description: 'So that the person knows it again' })
  name: string;

  @JsonObject({ description: 'What the browser answered (`PublicKeyCredential.toJSON()`)' })
  response: object;
}

export class PasskeyDto {
  @ApiProperty({ type: String, example: 'psk_01k9q3z5t8e7zv2r4m6w8x0y1a', description: 'The passkey' })
  id: string;

  @ApiProperty({ type: String, example: 'Office laptop', description: 'Given by the person' })
  name: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'When it was added' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it last signed in, or null' })
  lastUsedAt: string | null;

  @ApiProperty({ type: Boolean, description: 'Kept by a service of its maker, so that it outlives the device' })
  backedUp: boolean;
}

export class AddedPasskeyDto extends PasskeyDto {
  @ApiProperty({
    type: String,
    isArray: true,
    required: false,
    description: 'With the first second step: ten codes, each good once. Shown now and never again',
  })
  recoveryCodes?: string[];
}

export class PasskeyListDto {
  @ApiProperty({ type: PasskeyDto, isArray: true, description: 'All of them, the oldest first' })
  data: PasskeyDto[];
}

export function toPasskeyDto({ id, name, createdAt, lastUsedAt, backedUp }: Passkey): PasskeyDto {
  return {
    id: toWireId('passkey', id),
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    backedUp,
  };
}

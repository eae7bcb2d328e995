import { ApiProperty } from '@nestjs/swagger';
import { SIGNATURE_SCHEMES } from '#libs/callbacks';
import { WholeNumber } from '#libs/http';

/** A week is enough to change a program, and short enough not to be forgotten. */
const MAX_OVERLAP_HOURS = 168;

export class RotateCallbackSecretDto {
  @WholeNumber({ min: 0, max: MAX_OVERLAP_HOURS, description: 'How long calls carry both signatures' })
  overlapHours: number;
}

export class CallbackSecretDto {
  @ApiProperty({ enum: SIGNATURE_SCHEMES })
  signature: string;

  @ApiProperty({
    description:
      'What the receiver verifies with: the public key (`whpk_…`) of `v1a`, the shared secret (`whsec_…`) of `v1`',
  })
  secret: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The same before the last rotation, while it still counts',
  })
  previousSecret: string | null;
}

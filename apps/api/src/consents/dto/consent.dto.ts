import { ApiProperty } from '@nestjs/swagger';
import type { ConsentRecord } from '#libs/consent';
import { toWireId } from '#libs/kernel';

/** What was recorded, and where the person stands now: an older choice does not change that. */
export class ConsentDto {
  @ApiProperty({ example: 'evt_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ example: 'con_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  contactId: string;

  @ApiProperty({ example: 'clinic-reminders' })
  purpose: string;

  @ApiProperty({ enum: ['granted', 'withdrawn', 'objected', 'refused', 'expired', 'none'] })
  state: string;

  @ApiProperty({ format: 'date-time', description: 'Since when the state holds' })
  since: string;
}

export function toConsentDto({ eventId, contactId, purpose, state, since }: ConsentRecord): ConsentDto {
  return {
    id: toWireId('event', eventId),
    contactId: toWireId('contact', contactId),
    purpose,
    state,
    since: since.toISOString(),
  };
}

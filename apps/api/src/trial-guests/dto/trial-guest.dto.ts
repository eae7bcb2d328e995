import { ApiProperty } from '@nestjs/swagger';
import type { TrialGuest } from '#libs/agencies';
import { maskPhone } from '#libs/contacts';
import { OptionalField, PhoneNumber, Text } from '#libs/http';
import { toWireId } from '#libs/kernel';

export class AddTrialGuestDto {
  @PhoneNumber()
  phone: string;

  @Text({ max: 200, example: 'Amina, test phone' })
  @OptionalField()
  name?: string;
}

export class TrialGuestDto {
  @ApiProperty({ example: 'gst_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ example: '+44•••••••123', description: 'All but the last digits hidden' })
  phone: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class TrialGuestPageDto {
  @ApiProperty({ type: TrialGuestDto, isArray: true })
  data: TrialGuestDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: the list is short' })
  next: string | null;
}

export function toTrialGuestDto({ id, phone, name, createdAt }: TrialGuest): TrialGuestDto {
  return { id: toWireId('trialGuest', id), phone: maskPhone(phone), name, createdAt: createdAt.toISOString() };
}

import { ApiProperty } from '@nestjs/swagger';
import type { Enrolled } from '#libs/consent';
import { toWireId } from '#libs/kernel';

export class ContactOptInDto {
  @ApiProperty({ example: 'web' })
  method: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class ContactDto {
  @ApiProperty({ example: 'con_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '+44•••••••123',
    description: 'All but the last digits hidden',
  })
  phone: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'en' })
  language: string | null;

  @ApiProperty({
    isArray: true,
    enum: ['phone', 'wa_id', 'bsuid', 'parent_bsuid'],
    description: 'What is known of them',
  })
  identities: string[];

  @ApiProperty({ type: ContactOptInDto, nullable: true, description: 'Evidence that they agreed to WhatsApp messages' })
  optIn: ContactOptInDto | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class WrittenContactDto extends ContactDto {
  @ApiProperty({ description: 'False when the contact was there already' })
  created: boolean;
}

export function toContactDto({ contact, optIn }: Enrolled): ContactDto {
  return {
    id: toWireId('contact', contact.id),
    phone: contact.maskedPhone,
    language: contact.language,
    identities: [...contact.identities],
    optIn: optIn && { method: optIn.method, at: optIn.at.toISOString() },
    createdAt: contact.createdAt.toISOString(),
  };
}

export function toWrittenContactDto(enrolled: Enrolled): WrittenContactDto {
  return { ...toContactDto(enrolled), created: enrolled.contact.created };
}

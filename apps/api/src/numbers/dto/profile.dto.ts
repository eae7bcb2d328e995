import { ApiProperty } from '@nestjs/swagger';
import { Id, OneOf, OptionalField, Text, TextList } from '#libs/http';
import type { Uuid } from '#libs/kernel';
import { type BusinessProfile, PROFILE_VERTICALS } from '#libs/whatsapp';

const ADDRESS = /^https?:\/\/\S+$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** Lengths: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles */
export class PutProfileDto {
  @Text({ max: 139, description: 'One line under the name', example: 'City Health Department' })
  @OptionalField()
  about?: string;

  @Text({ max: 256, example: '14 Unity Road' })
  @OptionalField()
  address?: string;

  @Text({ max: 512, example: 'Appointments and alerts' })
  @OptionalField()
  description?: string;

  @Text({ max: 128, pattern: EMAIL, example: 'info@health.example.org' })
  @OptionalField()
  email?: string;

  @TextList({ max: 2, each: { max: 256, pattern: ADDRESS }, example: ['https://health.example.org/'] })
  @OptionalField()
  websites?: string[];

  @OneOf(PROFILE_VERTICALS, { description: 'Kind of business; agencies are GOVT, or HEALTH or EDU' })
  @OptionalField()
  vertical?: string;
}

export class PutOwnProfileDto extends PutProfileDto {
  @Id('media', { description: 'A JPEG or PNG of the media library, which becomes the picture of the profile' })
  @OptionalField()
  pictureMediaId?: Uuid;
}

/** How citizens see the agency. Null: not filled in. */
export class BusinessProfileDto {
  @ApiProperty({ type: String, nullable: true })
  about: string | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: String, nullable: true })
  description: string | null;

  @ApiProperty({ type: String, nullable: true })
  email: string | null;

  @ApiProperty({ type: [String] })
  websites: readonly string[];

  @ApiProperty({ type: String, nullable: true, example: 'GOVT' })
  vertical: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where WhatsApp has the picture; set with `pictureMediaId`',
  })
  pictureUrl: string | null;
}

export function toProfileDto(profile: BusinessProfile): BusinessProfileDto {
  const {
    about = null,
    address = null,
    description = null,
    email = null,
    vertical = null,
    pictureUrl = null,
  } = profile;
  return { about, address, description, email, websites: profile.websites ?? [], vertical, pictureUrl };
}

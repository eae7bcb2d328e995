import { ApiProperty } from '@nestjs/swagger';
import { Text } from '#libs/http';
import type { ShortLink } from '#libs/whatsapp';

export class SaveShortLinkDto {
  @Text({
    max: 140,
    description:
      'Stands in the chat already when a person opens the link. At most 140 characters: https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes',
    example: 'Report a leak',
  })
  prefilledMessage: string;
}

/** A link, and the QR code of it, that opens a chat with the number. */
export class ShortLinkDto {
  @ApiProperty({ example: '4O4YGZEG3RIVE9' })
  code: string;

  @ApiProperty({ example: 'Report a leak' })
  prefilledMessage: string;

  @ApiProperty({
    description: 'What the QR code holds; it stays valid when the text is changed',
    example: 'https://wa.me/message/4O4YGZEG3RIVE9',
  })
  url: string;
}

export class ShortLinkListDto {
  @ApiProperty({ type: [ShortLinkDto] })
  data: readonly ShortLinkDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: WhatsApp tells all of them at once' })
  next: string | null;
}

export function toShortLinkDto({ code, prefilledMessage, url }: ShortLink): ShortLinkDto {
  return { code, prefilledMessage, url };
}

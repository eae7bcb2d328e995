import { ApiProperty } from '@nestjs/swagger';
import { toWireId } from '#libs/kernel';
import { MEDIA_KINDS, MEDIA_STATES, type Media, type MediaDetails, type MediaLink } from '#libs/media';

/** A file of the agency. Only a `clean` one is served or sent. */
export class MediaDto {
  @ApiProperty({ example: 'med_01jb6000000000000000000000' })
  id: string;

  @ApiProperty({
    enum: MEDIA_STATES,
    description:
      '`receiving` (still on its way), `scanning` (waits for the virus scanner), `clean`, `quarantined` (the scanner objects), ' +
      '`refused` (see `refusal`)',
    example: 'clean',
  })
  state: string;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was refused or quarantined', example: null })
  refusal: string | null;

  @ApiProperty({ enum: ['uploaded', 'fetched', 'received'], example: 'uploaded' })
  origin: string;

  @ApiProperty({ enum: MEDIA_KINDS, nullable: true, description: 'What it can be sent as', example: 'image' })
  kind: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'By its content, whatever it is called',
    example: 'image/png',
  })
  mimeType: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Bytes, as kept: pictures are drawn anew', example: 48211 })
  sizeBytes: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of the bytes as kept, hexadecimal', example: '5d41…' })
  sha256: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Pixels', example: 1200 })
  width: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Pixels', example: 630 })
  height: number | null;

  @ApiProperty({ description: 'May be sent as a voice message: OGG with one voice in Opus', example: false })
  isVoice: boolean;

  @ApiProperty({ type: String, nullable: true, example: 'opening-hours.png' })
  name: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What it shows, for those who cannot see it' })
  altText: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the scanner passed or stopped it',
  })
  scannedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To within an hour' })
  lastSentAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The message that a citizen sent it with', example: null })
  messageId: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where it can be fetched for a few minutes without a key; null unless `clean` and of the library',
  })
  url: string | null;
}

export class MediaPageDto {
  @ApiProperty({ type: [MediaDto] })
  data: readonly MediaDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Pass as `after` for the next page' })
  next: string | null;
}

export class MediaCopyDto {
  @ApiProperty({ description: 'The number for which WhatsApp has it', example: 'num_01jb6000000000000000000000' })
  numberId: string;

  @ApiProperty({ format: 'date-time', description: 'After thirty days it is uploaded anew when it is needed' })
  expiresAt: string;
}

export class MediaUseDto {
  @ApiProperty({ enum: ['template', 'campaign', 'reply-rule'], example: 'template' })
  usedBy: string;

  @ApiProperty({ example: 'tpl_01jb6000000000000000000000' })
  id: string;
}

/** A file with where it is used. */
export class MediaDetailsDto extends MediaDto {
  @ApiProperty({ type: [MediaCopyDto] })
  copies: readonly MediaCopyDto[];

  @ApiProperty({ type: [MediaUseDto], description: 'What stands on it; it cannot be removed before' })
  uses: readonly MediaUseDto[];
}

export class MediaLinkDto {
  @ApiProperty({ example: 'https://belfry.example/media/AZ…' })
  url: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export function toMediaDto(media: Media, link: MediaLink | undefined): MediaDto {
  const { id, sha256, createdAt, scannedAt, lastSentAt, messageId } = media;
  const { state, refusal, origin, kind, mimeType, sizeBytes, width, height, isVoice, name, altText } = media;
  return {
    id: toWireId('media', id),
    state,
    refusal,
    origin,
    kind,
    mimeType,
    sizeBytes,
    width,
    height,
    isVoice,
    name,
    altText,
    sha256: sha256?.toString('hex') ?? null,
    createdAt: createdAt.toISOString(),
    scannedAt: scannedAt?.toISOString() ?? null,
    lastSentAt: lastSentAt?.toISOString() ?? null,
    messageId: messageId && toWireId('message', messageId),
    url: link?.url ?? null,
  };
}

const USER_KINDS = { template: 'template', campaign: 'campaign' } as const;

export function toMediaDetailsDto({ media, copies, uses }: MediaDetails, link: MediaLink | undefined): MediaDetailsDto {
  return {
    ...toMediaDto(media, link),
    copies: copies.map(({ numberId, expiresAt }) => ({
      numberId: toWireId('phoneNumber', numberId),
      expiresAt: expiresAt.toISOString(),
    })),
    uses: uses.map(({ usedBy, userId }) => ({
      usedBy,
      id: usedBy === 'reply-rule' ? userId : toWireId(USER_KINDS[usedBy], userId),
    })),
  };
}

export function toMediaLinkDto({ url, expiresAt }: MediaLink): MediaLinkDto {
  return { url, expiresAt: expiresAt.toISOString() };
}

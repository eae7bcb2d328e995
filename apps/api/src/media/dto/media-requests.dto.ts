import { ListQueryDto, OneOf, OptionalField, Text, TextOrNull } from '#libs/http';
import { MEDIA_KINDS, MEDIA_STATES, type MediaKind, type MediaState } from '#libs/media';

export const ALT_TEXT_CHARACTERS = 1000;

/** Instead of the bytes, where they are. */
export class FetchMediaDto {
  @Text({
    max: 2000,
    description: 'https at a public address; no redirect is followed. At most 100 MB',
    example: 'https://city.example/opening-hours.png',
  })
  url: string;

  @TextOrNull({ max: ALT_TEXT_CHARACTERS, description: 'What it shows, for those who cannot see it' })
  @OptionalField()
  altText?: string | null;
}

export class ChangeMediaDto {
  @TextOrNull({
    max: ALT_TEXT_CHARACTERS,
    description: 'What it shows, for those who cannot see it; null takes it away',
  })
  altText: string | null;
}

/** `?kind=&state=` narrow the list. */
export class ListMediaQueryDto extends ListQueryDto {
  @OneOf(MEDIA_KINDS)
  @OptionalField()
  kind?: MediaKind;

  @OneOf(MEDIA_STATES.filter((state) => state !== 'removed'))
  @OptionalField()
  state?: MediaState;
}

import { Flag, Id, OptionalField, Text, WebAddress } from '#libs/http';
import type { Uuid } from '#libs/kernel';
import { MESSAGE_LIMITS } from '#libs/whatsapp';

/** Longer addresses are cut by much of what stands between. */
const MAX_LINK = 2048;

/**
 * A file to send: one of the media library, or one at an address. WhatsApp fetches an address anew only when its last fetch
 * is more than 10 minutes ago.
 */
export class MediaSourceDto {
  /** Address of the file, `https://…`. WhatsApp opens it, not Belfry; it must need no sign-in. */
  @OptionalField()
  @WebAddress({ max: MAX_LINK })
  link?: string;

  /** A file of the media library (`med_…`), instead of `link`. */
  @OptionalField()
  @Id('media')
  mediaId?: Uuid;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages */
export class ImageContentDto extends MediaSourceDto {
  /** Text below the picture; at most 1,024 characters. */
  @OptionalField()
  @Text({ max: MESSAGE_LIMITS.caption })
  caption?: string;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/video-messages */
export class VideoContentDto extends MediaSourceDto {
  /** Text below the film; at most 1,024 characters. */
  @OptionalField()
  @Text({ max: MESSAGE_LIMITS.caption })
  caption?: string;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/audio-messages */
export class AudioContentDto extends MediaSourceDto {
  /** Shown as a voice message; needs OGG with OPUS, mono. The only kind that is reported as `played`. */
  @OptionalField()
  @Flag()
  voice?: boolean;
}

/** How long a file name may be is not documented: `WHATSAPP_FILENAME_MAX` decides. */
const LONGEST_FILENAME = 1024;

export class DocumentSourceDto extends MediaSourceDto {
  /** Name under which it is saved, with its ending; at most 240 characters unless configured otherwise. */
  @OptionalField()
  @Text({ max: LONGEST_FILENAME, pattern: /^[^/\\\r\n\t]+$/ })
  filename?: string;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/document-messages */
export class DocumentContentDto extends DocumentSourceDto {
  /** Text below the file; at most 1,024 characters. */
  @OptionalField()
  @Text({ max: MESSAGE_LIMITS.caption })
  caption?: string;
}

/** A WebP picture without caption. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/sticker-messages */
export class StickerContentDto extends MediaSourceDto {}

/** What WhatsApp takes files for. */
export const MEDIA_KINDS = ['image', 'video', 'audio', 'document', 'sticker'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** What a file may be sent as: a voice message is audio of one special form. */
export type SendableKind = MediaKind | 'voice';

export interface MediaRule {
  readonly kind: MediaKind;
  readonly mimeType: string;
  /** For people, and for the name of a download. */
  readonly extension: string;
  readonly maxBytes: number;
}

const KB = 1024;
const MB = 1024 * KB;

export const IMAGE_BYTES = 5 * MB;
export const STATIC_STICKER_BYTES = 100 * KB;
export const ANIMATED_STICKER_BYTES = 500 * KB;
/** Above this WhatsApp shows a download icon instead of a play icon on a voice message. */
export const VOICE_PLAY_BYTES = 512 * KB;

/** The most that any kind may have; a body is cut off there before its kind is known. */
export const LARGEST_BYTES = 100 * MB;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#supported-media-types */
export const MEDIA_RULES: readonly MediaRule[] = [
  { kind: 'image', mimeType: 'image/jpeg', extension: 'jpg', maxBytes: IMAGE_BYTES },
  { kind: 'image', mimeType: 'image/png', extension: 'png', maxBytes: IMAGE_BYTES },
  { kind: 'sticker', mimeType: 'image/webp', extension: 'webp', maxBytes: ANIMATED_STICKER_BYTES },
  { kind: 'video', mimeType: 'video/mp4', extension: 'mp4', maxBytes: 16 * MB },
  { kind: 'video', mimeType: 'video/3gpp', extension: '3gp', maxBytes: 16 * MB },
  { kind: 'audio', mimeType: 'audio/aac', extension: 'aac', maxBytes: 16 * MB },
  { kind: 'audio', mimeType: 'audio/amr', extension: 'amr', maxBytes: 16 * MB },
  { kind: 'audio', mimeType: 'audio/mpeg', extension: 'mp3', maxBytes: 16 * MB },
  { kind: 'audio', mimeType: 'audio/mp4', extension: 'm4a', maxBytes: 16 * MB },
  { kind: 'audio', mimeType: 'audio/ogg', extension: 'ogg', maxBytes: 16 * MB },
  { kind: 'document', mimeType: 'text/plain', extension: 'txt', maxBytes: LARGEST_BYTES },
  { kind: 'document', mimeType: 'application/pdf', extension: 'pdf', maxBytes: LARGEST_BYTES },
  { kind: 'document', mimeType: 'application/msword', extension: 'doc', maxBytes: LARGEST_BYTES },
  { kind: 'document', mimeType: 'application/vnd.ms-excel', extension: 'xls', maxBytes: LARGEST_BYTES },
  { kind: 'document', mimeType: 'application/vnd.ms-powerpoint', extension: 'ppt', maxBytes: LARGEST_BYTES },
  {
    kind: 'document',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    maxBytes: LARGEST_BYTES,
  },
  {
    kind: 'document',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    maxBytes: LARGEST_BYTES,
  },
  {
    kind: 'document',
    mimeType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
    maxBytes: LARGEST_BYTES,
  },
];

const BY_TYPE: ReadonlyMap<string, MediaRule> = new Map(MEDIA_RULES.map((rule) => [rule.mimeType, rule]));

export function ruleOf(mimeType: string): MediaRule | null {
  return BY_TYPE.get(mimeType) ?? null;
}

/** `jpg, png, webp …`, for whoever has to choose another file. */
export const ACCEPTED_EXTENSIONS = MEDIA_RULES.map(({ extension }) => extension).join(', ');

/** `5 MB`, `100 KB`: a limit as people say it. */
export function sizeWords(bytes: number): string {
  if (bytes >= MB) return `${Number((bytes / MB).toFixed(1))} MB`;
  return bytes >= KB ? `${Math.round(bytes / KB)} KB` : `${bytes} bytes`;
}

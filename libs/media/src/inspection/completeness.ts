import { FileTail } from './file-tail.js';
import { Mp4Boxes } from './mp4-boxes.js';
import { OggPages } from './ogg-pages.js';
import { TextBytes } from './text-bytes.js';

/** Watches the bytes of one file go by and can tell at the end what is wrong with it. It keeps next to nothing. */
export interface Watcher {
  see(bytes: Buffer): void;
  /** False when the file ends too early or is damaged. */
  isWhole(): boolean;
  /** Why WhatsApp would not show it although it is whole, as a part of a sentence, or null. */
  fault?(): string | null;
}

const ISO_BASE_MEDIA = () => new Mp4Boxes();
const OFFICE = () => new FileTail({ bytes: 66_000, ends: 'PK\u0005\u0006' });

/** What has no end of its own (mp3, aac, amr, old Office) cannot be seen to be cut off. */
const WATCHERS: Readonly<Record<string, () => Watcher>> = {
  'video/mp4': ISO_BASE_MEDIA,
  'video/3gpp': ISO_BASE_MEDIA,
  'audio/mp4': ISO_BASE_MEDIA,
  'audio/ogg': () => new OggPages(),
  'text/plain': () => new TextBytes(),
  // Scanners and signatures append a little after the mark.
  'application/pdf': () => new FileTail({ bytes: 2048, ends: '%%EOF' }),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': OFFICE,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': OFFICE,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': OFFICE,
};

export function watcherOf(mimeType: string): Watcher | null {
  return WATCHERS[mimeType]?.() ?? null;
}

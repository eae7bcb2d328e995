import { AudioLines, FileText, Film, ImageOff, type LucideIcon } from 'lucide-react';
import { type MediaFile, pathOf } from './media-file.js';

const ICONS: Readonly<Record<string, LucideIcon>> = { video: Film, audio: AudioLines, document: FileText };

/** A file as a picture, or what stands for it. Beside it stands its name, so a picture that nobody described says nothing. */
export function FilePicture({ file, isLarge }: { file: MediaFile; isLarge?: boolean }) {
  const { kind, url, altText, state } = file;
  const isShown = (kind === 'image' || kind === 'sticker') && state === 'clean' && url !== null;
  const Icon = ICONS[kind ?? ''] ?? ImageOff;
  return (
    <span
      className={`flex items-center justify-center overflow-hidden rounded-control border border-line-soft bg-sunken ${isLarge ? 'max-h-96 min-h-40' : 'aspect-4/3'}`}
    >
      {isShown ? (
        <img
          src={pathOf(url)}
          alt={altText ?? ''}
          loading="lazy"
          className={`max-w-full object-contain ${isLarge ? 'max-h-96' : 'max-h-full'}`}
        />
      ) : (
        <Icon aria-hidden size={isLarge ? 56 : 36} className="text-muted" />
      )}
    </span>
  );
}

import { Injectable } from '@nestjs/common';
import type { DomainError } from '#libs/kernel';
import { mediaForm, mediaTooLarge, mediaTruncated } from './media.errors.js';
import { ANIMATED_STICKER_BYTES, type MediaRule, STATIC_STICKER_BYTES } from './media-rules.js';

export interface PreparedImage {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly isAnimated: boolean;
}

/** A picture of a good camera. A few KB can claim to be far larger, and opening it would take all memory. */
const MOST_PIXELS = 40_000_000;

/** The best that fits is taken. */
const QUALITIES = [90, 82, 72, 60] as const;

/**
 * Draws pictures anew, so that what reaches a citizen is a picture and nothing else: place, camera and hidden content are
 * gone, 16-bit and CMYK have become the 8-bit RGB that WhatsApp shows. One at a time: each takes memory for its pixels.
 */
@Injectable()
export class Images {
  private last: Promise<unknown> = Promise.resolve();

  /** @throws when it is no picture, is cut off, or does not fit */
  prepare(bytes: Buffer, rule: MediaRule, field: string): Promise<PreparedImage> {
    const turn = this.last.then(() => redraw(bytes, rule, field));
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

async function redraw(bytes: Buffer, rule: MediaRule, field: string): Promise<PreparedImage> {
  try {
    const { default: sharp } = await import('sharp');
    sharp.cache(false);
    sharp.concurrency(1);
    const mayMove = rule.kind === 'sticker';
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning', animated: mayMove }).autoOrient();
    const isAnimated = ((await source.metadata()).pages ?? 1) > 1;
    const limit = limitOf(rule, isAnimated);
    for (const quality of QUALITIES) {
      const { data, info } = await encoded(source.clone().toColourspace('srgb'), rule.extension, quality);
      const height = isAnimated ? (info.pageHeight ?? info.height) : info.height;
      if (data.length <= limit) return { bytes: data, width: info.width, height, isAnimated };
    }
    throw mediaTooLarge(field, limit, isAnimated ? 'A sticker that moves' : `The ${rule.kind}`);
  } catch (error) {
    throw isDomainError(error) ? error : imageFault(field, error);
  }
}

type Sharp = import('sharp').Sharp;

function encoded(image: Sharp, extension: string, quality: number) {
  const drawn = {
    jpg: () => image.jpeg({ quality }),
    png: () => image.png({ compressionLevel: quality === QUALITIES[0] ? 6 : 9 }),
    webp: () => image.webp({ quality }),
  }[extension];
  return (drawn?.() ?? image).toBuffer({ resolveWithObject: true });
}

function limitOf(rule: MediaRule, isAnimated: boolean): number {
  if (rule.kind !== 'sticker') return rule.maxBytes;
  return isAnimated ? ANIMATED_STICKER_BYTES : STATIC_STICKER_BYTES;
}

function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === 'DomainError';
}

function imageFault(field: string, error: unknown): DomainError {
  const isBomb = error instanceof Error && /pixel limit/i.test(error.message);
  const limit = `it has more than ${MOST_PIXELS / 1_000_000} million pixels`;
  return isBomb ? mediaForm(field, limit) : mediaTruncated(field);
}

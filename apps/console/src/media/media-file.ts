import type { Answer } from '../api/queries.js';
import type { Tone } from '../kit/index.js';

export type MediaFile = Answer<'/v1/media', 'get'>['data'][number];
export type MediaDetails = Answer<'/v1/media/{id}', 'get'>;
export type MediaKind = NonNullable<MediaFile['kind']>;

export const KINDS = ['image', 'video', 'audio', 'document', 'sticker'] as const;
export const STATES = ['receiving', 'scanning', 'clean', 'quarantined', 'refused'] as const;

/** Only what is not as it should be stands out. */
const TONES: Readonly<Record<string, Tone>> = {
  receiving: 'info',
  scanning: 'info',
  quarantined: 'bad',
  refused: 'warn',
};

export const toneOf = (state: string): Tone | undefined => TONES[state];

/** The link leads to the api under its public name; the page asks the server that it came from. */
export const pathOf = (url: string): string => new URL(url).pathname;

/** `1.2 MB` in the language of the page. */
export function sizeWords(bytes: number, locale: string): string {
  const [unit, size] =
    bytes >= 1e6 ? ['megabyte', bytes / 1e6] : bytes >= 1e3 ? ['kilobyte', bytes / 1e3] : ['byte', bytes];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: unit as string, maximumFractionDigits: 1 }).format(
    size as number,
  );
}

import { rangeNotSatisfiable } from '#libs/media';

/** Both ends included. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

const ONE_RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * The part that a `Range` header asks for, or null for all of it: also for several parts and for what cannot be read, as the
 * standard allows. https://www.rfc-editor.org/rfc/rfc9110#section-14.2
 */
export function readRange(header: string | undefined, sizeBytes: number): Part | null {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return suffix(Number(last), sizeBytes);
  const [start, end] = [Number(first), last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)];
  if (last !== '' && Number(last) < start) return null;
  if (start >= sizeBytes) throw rangeNotSatisfiable();
  return { start, end };
}

function suffix(bytes: number, sizeBytes: number): Part {
  if (bytes === 0) throw rangeNotSatisfiable();
  return { start: Math.max(0, sizeBytes - bytes), end: sizeBytes - 1 };
}

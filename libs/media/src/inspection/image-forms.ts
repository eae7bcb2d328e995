/** `RIFF size WEBP VP8X size flags`; the second bit of the flags says that it moves. https://developers.google.com/speed/webp/docs/riff_container */
const FLAGS_AT = 20;
const MOVES = 0b10;

export function isAnimatedWebp(head: Buffer): boolean {
  return head.toString('latin1', 12, 16) === 'VP8X' && ((head[FLAGS_AT] ?? 0) & MOVES) !== 0;
}

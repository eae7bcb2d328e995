const HEADER_BYTES = 8;
const LONG_HEADER_BYTES = 16;
/** The index of a film of 16 MB is some hundred KB. */
const MOST_INDEX_BYTES = 4 * 1024 * 1024;

/** What phones play besides the H.264 that WhatsApp names. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/video-messages */
const OTHER_VIDEO: readonly (readonly [code: string, name: string])[] = [
  ['hvc1', 'H.265'],
  ['hev1', 'H.265'],
  ['vp09', 'VP9'],
  ['av01', 'AV1'],
];
const SOUND_HANDLER = /hdlr.{8}soun/gs;

/**
 * MP4, 3GP and M4A: boxes of `size(4) ‖ type(4)` one after another, with `moov` among them. A file that was cut off ends
 * inside a box, or has no index. https://www.iso.org/standard/83102.html
 */
export class Mp4Boxes {
  private header = Buffer.alloc(0);
  /** Of the box that is going by; Infinity when it goes to the end of the file. */
  private left = 0;
  private index: Buffer[] | null = null;
  private indexBytes = 0;
  private isInIndex = false;
  private isMalformed = false;

  see(bytes: Buffer): void {
    for (let at = 0; at < bytes.length && !this.isMalformed; ) {
      at += this.left > 0 ? this.pass(bytes.subarray(at)) : this.readHeader(bytes.subarray(at));
    }
  }

  isWhole(): boolean {
    const isAtEnd = this.header.length === 0 && (this.left === 0 || this.left === Number.POSITIVE_INFINITY);
    return !this.isMalformed && isAtEnd && this.index !== null;
  }

  fault(): string | null {
    const text = Buffer.concat(this.index ?? []).toString('latin1');
    const other = OTHER_VIDEO.find(([code]) => text.includes(code));
    if (other) return `its pictures are ${other[1]} and must be H.264`;
    const sounds = text.match(SOUND_HANDLER)?.length ?? 0;
    return sounds > 1 ? `it has ${sounds} sound tracks and may have one` : null;
  }

  /** @returns how many bytes belonged to the box */
  private pass(bytes: Buffer): number {
    const taken = Math.min(this.left, bytes.length);
    if (this.isInIndex && this.indexBytes < MOST_INDEX_BYTES) {
      this.index?.push(Buffer.from(bytes.subarray(0, taken)));
      this.indexBytes += taken;
    }
    this.left -= taken;
    return taken;
  }

  private readHeader(bytes: Buffer): number {
    const isLong = this.header.length >= HEADER_BYTES;
    const taken = Math.min((isLong ? LONG_HEADER_BYTES : HEADER_BYTES) - this.header.length, bytes.length);
    this.header = Buffer.concat([this.header, bytes.subarray(0, taken)]);
    if (this.header.length === HEADER_BYTES && this.header.readUInt32BE(0) !== 1)
      this.begin(this.header.readUInt32BE(0));
    else if (this.header.length === LONG_HEADER_BYTES) this.begin(Number(this.header.readBigUInt64BE(HEADER_BYTES)));
    return taken;
  }

  private begin(size: number): void {
    this.isInIndex = this.header.toString('latin1', 4, HEADER_BYTES) === 'moov';
    if (this.isInIndex) this.index ??= [];
    this.isMalformed = size !== 0 && size < this.header.length;
    this.left = size === 0 ? Number.POSITIVE_INFINITY : size - this.header.length;
    this.header = Buffer.alloc(0);
  }
}

const HEADER_BYTES = 27;
const SEGMENTS_AT = 26;

/** OGG: pages of `OggS … segment lengths ‖ segments`. A file that was cut off ends inside a page. https://www.rfc-editor.org/rfc/rfc3533 */
export class OggPages {
  private header = Buffer.alloc(0);
  private left = 0;
  private isMalformed = false;

  see(bytes: Buffer): void {
    for (let at = 0; at < bytes.length && !this.isMalformed; ) {
      const taken = Math.min(this.left > 0 ? this.left : this.headerBytes() - this.header.length, bytes.length - at);
      if (this.left > 0) this.left -= taken;
      else this.readHeader(bytes.subarray(at, at + taken));
      at += taken;
    }
  }

  isWhole(): boolean {
    return !this.isMalformed && this.left === 0 && this.header.length === 0;
  }

  private headerBytes(): number {
    return this.header.length < HEADER_BYTES ? HEADER_BYTES : HEADER_BYTES + (this.header[SEGMENTS_AT] ?? 0);
  }

  private readHeader(bytes: Buffer): void {
    this.header = Buffer.concat([this.header, bytes]);
    if (this.header.length < HEADER_BYTES || this.header.length < this.headerBytes()) return;
    this.isMalformed = this.header.toString('latin1', 0, 4) !== 'OggS';
    this.left = this.header.subarray(HEADER_BYTES).reduce((sum, length) => sum + length, 0);
    this.header = Buffer.alloc(0);
  }
}

/** `OpusHead ‖ version ‖ number of voices`. https://www.rfc-editor.org/rfc/rfc7845#section-5.1 */
export function opusVoices(head: Buffer): number | null {
  const at = head.subarray(0, 512).indexOf('OpusHead');
  return at === -1 ? null : (head[at + 9] ?? null);
}

/** Files that end with a mark: a PDF with `%%EOF`, a zip with its directory. */
export class FileTail {
  private tail = Buffer.alloc(0);

  constructor(private readonly mark: { readonly bytes: number; readonly ends: string }) {}

  see(bytes: Buffer): void {
    const { bytes: kept } = this.mark;
    const joined = bytes.length >= kept ? bytes : Buffer.concat([this.tail, bytes]);
    this.tail = Buffer.from(joined.subarray(Math.max(0, joined.length - kept)));
  }

  isWhole(): boolean {
    return this.tail.includes(this.mark.ends, 0, 'latin1');
  }
}

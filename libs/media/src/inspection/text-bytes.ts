/** Text in UTF-8: anything else would reach a phone as other characters than were written. */
export class TextBytes {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private isBroken = false;

  see(bytes: Buffer): void {
    this.isBroken ||= !this.decodes(bytes, true) || bytes.includes(0);
  }

  isWhole(): boolean {
    return true;
  }

  fault(): string | null {
    return this.isBroken || !this.decodes(Buffer.alloc(0), false) ? 'it is text in another encoding than UTF-8' : null;
  }

  private decodes(bytes: Buffer, stream: boolean): boolean {
    try {
      this.decoder.decode(bytes, { stream });
      return true;
    } catch {
      return false;
    }
  }
}
